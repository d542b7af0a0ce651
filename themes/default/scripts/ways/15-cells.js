// Rows that come from a spreadsheet's clipboard.
(() => {
  const T = Twohats;
  const [YES, NO] = [['x', 'yes', 'true', '1', '☑', '✓'], ['', 'no', 'false', '0', '☐']];

  /** The words of a column with its unit. */
  T.titled = ({ label, unit }) => (unit ? `${label} (${unit})` : label);

  /** Cells from a spreadsheet's clipboard: tabs and lines, with quotes round what holds either. */
  T.cells = text => {
    const rows = [[]];
    const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n?|\n|$)/gy;
    for (let found; pattern.lastIndex <= text.length && (found = pattern.exec(text));) {
      const [whole, inside = '', end] = found;
      rows.at(-1).push(/[\t\r\n]/.test(inside) ? inside.replace(/""/g, '"') : whole.slice(0, whole.length - end.length));
      if (end === '') break;
      if (end !== '\t') rows.push([]);
    }
    if (rows.length > 1 && rows.at(-1).join('') === '') rows.pop();
    return rows;
  };

  /** Lays cells from a spreadsheet into rows, from one cell on. A first line that repeats the labels is left out.
      Gives how many cells found no place: they stand beyond the last column, or no box to tick can hold them. */
  T.paste = (field, rows, cells, start) => {
    let homeless = 0;
    const same = (a, b) => a.trim().toLowerCase() === b.trim().toLowerCase();
    const labels = field.columns.slice(start.column);
    const lines = cells[0].length > 1 && cells[0].every((cell, at) => labels[at] && (same(cell, labels[at].label) || same(cell, T.titled(labels[at])))) ? cells.slice(1) : cells;
    lines.forEach((line, at) => {
      const row = (rows[start.row + at] ??= T.row());
      homeless += line.slice(labels.length).filter(Boolean).length;
      line.slice(0, labels.length).forEach((text, next) => {
        const column = labels[next];
        const option = column.options.find(one => same(one, text));
        const ticked = [...YES, start.yes ?? 'yes'].some(one => same(one, text));
        row.cells[column.id] = column.kind === 'check' ? ticked : option ?? text;
        if (column.kind === 'check' && !ticked && !NO.some(one => same(one, text))) homeless += 1;
      });
    });
    return homeless;
  };
})();
