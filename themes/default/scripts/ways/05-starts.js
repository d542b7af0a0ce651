// What a copy can start with: what goes on from the last one, or the example.
(() => {
  const T = Twohats;

  /** What the next copy starts with: only what is carried. */
  T.next = (schema, answers) => {
    const next = {};
    for (const field of T.held(schema)) {
      const value = answers[field.id];
      next[field.id] = T.blank(field);
      if (field.kind === 'table' && field.carry) {
        const kept = field.columns.filter(column => column.carry).map(column => column.id);
        next[field.id] = value.map(row => T.row(Object.fromEntries(kept.map(id => [id, row.cells[id]]))));
      } else if (field.carry) next[field.id] = value;
      else if (field.kind === 'checks') next[field.id].own = value.own;
    }
    return next;
  };

  T.example = schema => {
    const answers = {};
    for (const field of T.held(schema)) {
      const [first = ''] = field.example;
      const values = {
        check: () => first === 'yes' || first === 'true',
        choices: () => field.example,
        checks: () => ({ ticked: field.example, own: [] }),
        table: () => field.exampleRows.map(row => T.row(Object.fromEntries(field.columns.map((column, at) =>
          [column.id, column.kind === 'check' ? row[at] === 'yes' || row[at] === 'true' : row[at] ?? ''])))),
      };
      answers[field.id] = (values[field.kind] ?? (() => first))();
    }
    return answers;
  };
})();
