// What is worked out: a closed list of functions over the answers.
(() => {
  const T = (globalThis.Twohats ??= {});

  /** A number as it was typed, with a point or a comma; null when it is none. */
  T.number = (text) => {
    const bare = String(text ?? '').trim().replace(',', '.');
    return bare === '' || !Number.isFinite(Number(bare)) ? null : Number(bare);
  };

  const sum = (numbers) => (numbers.length ? Math.round(numbers.reduce((a, b) => a + b) * 1e6) / 1e6 : null);

  function target(schema, name) {
    const [id, column] = name.split('.');
    const field = schema.fields.find((one) => one.id === id);
    return { field, column: field?.columns?.find((one) => one.id === column) };
  }

  function rows(field, answers, filter) {
    const fits = (row) => Object.entries(filter).every(([id, value]) => row.cells[id] === value);
    return answers[field.id].filter((row) => !T.isEmpty(row) && fits(row));
  }

  /** How much a field, a table or a column amounts to; null while there is nothing to say. */
  function amount(schema, answers, name, filter, adds) {
    const { field, column } = target(schema, name);
    if (!field) return null;
    const value = answers[field.id];
    if (field.kind === 'table') {
      if (T.isEmpty(value)) return null;
      const found = rows(field, answers, filter);
      if (!column) return found.length;
      const cells = found.map((row) => row.cells[column.id]);
      if (!adds && column.kind !== 'number') return cells.filter((cell) => !T.isEmpty(cell)).length;
      return sum(cells.map(T.number).filter((number) => number !== null)) ?? 0;
    }
    if (value?.ticked) return value.ticked.length;
    if (Array.isArray(value)) return value.length;
    if (field.kind === 'check') return value ? 1 : 0;
    return adds ? T.number(value) : T.isEmpty(value) ? null : T.number(value) ?? 1;
  }

  const FUNCTIONS = {
    count(schema, answers, { of, filter }) {
      const { field, column } = target(schema, of);
      if (field?.kind !== 'table') return { number: amount(schema, answers, of, filter, false) };
      if (T.isEmpty(answers[field.id])) return { number: null };
      const found = rows(field, answers, filter);
      return { number: column ? found.filter((row) => !T.isEmpty(row.cells[column.id])).length : found.length };
    },
    sum(schema, answers, { of, filter }) {
      const { field, column } = target(schema, of);
      return { number: amount(schema, answers, of, filter, true), unit: (column ?? field)?.unit };
    },
    percent(schema, answers, { of, within, filter }) {
      const part = amount(schema, answers, of, filter, false);
      const whole = amount(schema, answers, within, {}, false);
      return { percent: part !== null && whole ? (100 * part) / whole : null };
    },
    ticked(schema, answers, { of, filter }) {
      const { field, column } = target(schema, of);
      const value = answers[field?.id];
      if (value?.ticked) return { part: value.ticked.length, of: new Set([...field.options, ...value.own, ...value.ticked]).size };
      if (field?.kind !== 'table') return { number: amount(schema, answers, of, filter, false) };
      const found = rows(field, answers, filter);
      return found.length ? { part: found.filter((row) => row.cells[column?.id] === true).length, of: found.length } : {};
    },
    'days-after'(schema, answers, { of, days }) {
      const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(answers[of] ?? '');
      if (!date) return {};
      const day = new Date(Date.UTC(+date[1], +date[2] - 1, +date[3] + days));
      return Number.isNaN(day.getTime()) ? {} : { date: day.toISOString().slice(0, 10) };
    },
  };

  /** A computed field as text; empty while there is nothing to work out. `say` writes numbers and dates. */
  T.worked = (schema, answers, computed, say) => {
    const found = FUNCTIONS[computed.function]?.(schema, answers, computed) ?? {};
    if (found.of !== undefined) return found.part || !T.isEmpty(answers[computed.of]) ? say.part(found.part, found.of) : '';
    if (found.date) return say.date(found.date, true);
    const number = found.percent ?? found.number;
    if (number === null || number === undefined) return '';
    return say.number(number) + (found.percent !== undefined ? ' %' : found.unit ? ` ${found.unit}` : '');
  };
})();
