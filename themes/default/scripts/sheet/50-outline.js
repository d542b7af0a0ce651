// A filled copy as a plain outline, and that outline as Markdown, text and CSV.
(() => {
  const T = Twohats;

  /** What a copy says, in order: headings, answers, ticks and tables. `words` are `earlier` and `row`. */
  T.outline = (schema, copy, say, words) => {
    const shown = (field, value) => {
      if (field.kind === 'date') return say.date(value);
      if (field.kind === 'check') return value ? '☑' : '☐';
      return T.textOf(value) + (value && field.unit ? ` ${field.unit}` : '');
    };
    const parts = schema.fields.map(field => {
      const { kind, label } = field;
      const value = copy.answers[field.id];
      if (kind === 'note') return null;
      if (kind === 'heading') return { heading: label };
      if (kind === 'computed') return { label, text: T.worked(schema, copy.answers, field.computed, say) };
      if (kind === 'check') return { ticks: [[value, label]] };
      if (kind === 'choices' || kind === 'checks') {
        const chosen = value.ticked ?? value;
        const items = [...new Set([...field.options, ...(value.own ?? []), ...chosen])];
        return { label, ticks: items.map(item => [chosen.includes(item), item]) };
      }
      if (kind !== 'table') return { label, text: shown(field, value), long: kind === 'long' };
      const rows = value.filter(row => !T.isEmpty(row));
      const cells = row => field.columns.map(column => shown(column, row.cells[column.id] ?? ''));
      return { label, id: field.id, head: field.columns.map(column => column.label), rows: rows.map(cells) };
    }).filter(Boolean);
    const earlier = copy.earlier.map(one => ({ label: one.label, text: T.textOf(one.value) }));
    return { title: copy.name, parts: earlier.length ? [...parts, { heading: words.earlier }, ...earlier] : parts };
  };

  const safe = text => text.replace(/[\\`*<[]|\b_|_\b/g, '\\$&');
  const cell = text => safe(text).replace(/\|/g, '\\|').replace(/\r?\n/g, '<br>');

  const line = cells => `| ${cells.join(' | ')} |\n`;

  /** GitHub's Markdown, which also reads well in a message. Long answers stay as they were typed. */
  T.markdown = ({ title, parts }) => `# ${safe(title)}\n${parts.map(({ heading, label, text, long, ticks, head, rows }) => {
    if (heading !== undefined) return `\n## ${safe(heading)}\n`;
    const name = label === undefined ? '' : `**${safe(label)}**\n\n`;
    if (ticks) return `\n${name}${ticks.map(([done, item]) => `- [${done ? 'x' : ' '}] ${safe(item)}\n`).join('')}`;
    if (head) return `\n${name}${line(head.map(cell))}${line(head.map(() => '---'))}${rows.map(row => line(row.map(cell))).join('')}`;
    return long || text.includes('\n') ? `\n${name}${text || '—'}\n` : `\n**${safe(label)}:** ${safe(text) || '—'}\n`;
  }).join('')}`;

  /** One table for a spreadsheet, which must not take a text for a formula. */
  T.csv = rows => {
    const quoted = text => {
      const guarded = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
      return `"${guarded.replace(/"/g, '""')}"`;
    };
    return `\uFEFF${rows.map(row => `${row.map(quoted).join(',')}\r\n`).join('')}`;
  };

  /** The rows of one table as they were given. `yes` stands for what is ticked. */
  T.tableRows = (field, rows, yes) => {
    const cells = row => field.columns.map(column => {
      const value = row.cells[column.id];
      return value === true ? yes : T.textOf(value);
    });
    return [field.columns.map(column => column.label), ...rows.filter(row => !T.isEmpty(row)).map(cells)];
  };

  /** Cells from a spreadsheet's clipboard: tabs and lines, with quotes round what holds either. */
  T.cells = text => {
    const rows = [[]];
    const pattern = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\n]*?))(\t|\r?\n|$)/gy;
    for (let found; pattern.lastIndex <= text.length && (found = pattern.exec(text));) {
      rows.at(-1).push((found[1]?.replace(/""/g, '"') ?? found[2]).trim());
      if (found[3] === '') break;
      if (found[3] !== '\t') rows.push([]);
    }
    if (rows.length > 1 && rows.at(-1).join('') === '') rows.pop();
    return rows.slice(0, T.MOST_ROWS);
  };

  /** Lays cells from a spreadsheet into rows, from one cell on. A first line that repeats the labels is left out. */
  T.paste = (field, rows, cells, { yes = 'x', ...start }) => {
    const same = (a, b) => a.trim().toLowerCase() === b.trim().toLowerCase();
    const labels = field.columns.slice(start.column);
    const lines = cells[0].length > 1 && cells[0].every((cell, at) => same(cell, labels[at]?.label ?? '')) ? cells.slice(1) : cells;
    lines.slice(0, T.MOST_ROWS - start.row).forEach((line, at) => {
      const row = (rows[start.row + at] ??= T.row());
      line.slice(0, labels.length).forEach((text, next) => {
        const column = labels[next];
        const option = column.options.find(one => same(one, text));
        row.cells[column.id] = column.kind === 'check' ? same(text, yes) || /^(x|yes|true|1|☑|✓)$/i.test(text) : option ?? text;
      });
    });
  };
})();
