// A filled copy as a plain outline, and that outline as Markdown, text and CSV.
(() => {
  const T = Twohats;

  /** What a copy says, in order: headings, answers, ticks and tables. `words` has `earlier` and `yes`. */
  T.outline = (schema, copy, say, words) => {
    const shown = (field, value) => {
      if (field.kind === 'check') return value ? '☑' : '☐';
      return T.textOf(value) + (value && field.unit ? ` ${field.unit}` : '');
    };
    const parts = schema.fields.map(field => {
      const { kind, label } = field;
      const value = copy.answers[field.id];
      if (kind === 'note') return null;
      if (kind === 'heading') return { heading: label };
      if (kind === 'computed') return { label, text: T.worked(schema, copy.answers, field.computed, say) };
      if (kind === 'check') return { id: field.id, ticks: [[value, label]] };
      if (kind === 'choices' || kind === 'checks') {
        const chosen = new Set(value.ticked ?? value);
        const items = [...new Set([...field.options, ...(value.own ?? []), ...chosen])];
        return { id: field.id, label, ticks: items.map(item => [chosen.has(item), item]) };
      }
      if (kind !== 'table') return { id: field.id, label, text: shown(field, value), long: kind === 'long' };
      const rows = value.filter(row => !T.isEmpty(row));
      const cells = row => field.columns.map(column => shown(column, row.cells[column.id] ?? ''));
      return { label, id: field.id, head: field.columns.map(column => column.label), rows: rows.map(cells) };
    }).filter(Boolean);
    const earlier = copy.earlier.map(one => ({ label: one.label, text: T.textOf(one.value) }));
    return { title: copy.name, parts: earlier.length ? [...parts, { heading: words.earlier }, ...earlier] : parts };
  };

  const safe = text => text.replace(/[\\`*<[]|\b_|_\b|~(?=[^~]*~)|&(?=#?\w+;)/g, '\\$&');
  const cell = text => safe(text).replace(/\|/g, '\\|').replace(/\r?\n/g, '<br>');

  const line = cells => `| ${cells.join(' | ')} |\n`;

  /** GitHub's Markdown. Long answers stay as they were typed. */
  T.markdown = ({ title, parts }) => `# ${safe(title)}\n${parts.map(({ heading, label, text, long, ticks, head, rows }) => {
    if (heading !== undefined) return `\n## ${safe(heading)}\n`;
    const name = label === undefined ? '' : `**${safe(label)}**\n\n`;
    // A list of one would run into the list before it.
    if (ticks && !name) return `\n${ticks.map(([done, item]) => `${done ? '☑' : '☐'} ${safe(item)}\n`).join('')}`;
    if (ticks) return `\n${name}${ticks.map(([done, item]) => `- [${done ? 'x' : ' '}] ${safe(item)}\n`).join('')}`;
    if (head) return `\n${name}${line(head.map(cell))}${line(head.map(() => '---'))}${rows.map(row => line(row.map(cell))).join('')}`;
    return long || text.includes('\n') ? `\n${name}${text || '—'}\n` : `\n**${safe(label)}:** ${safe(text) || '—'}\n`;
  }).join('')}`;

  /** Words and nothing else, for a mail or a chat: each row of a table is a few lines that say their labels. */
  T.plain = ({ title, parts }) => `${title}\n${parts.map(({ heading, label, text, ticks, head, rows }) => {
    if (heading !== undefined) return `\n— ${heading} —\n`;
    const name = label === undefined ? '' : `${label}\n`;
    if (ticks) return `\n${name}${ticks.map(([done, item]) => `${done ? '☑' : '☐'} ${item}\n`).join('')}`;
    if (!head) return text.includes('\n') ? `\n${name}${text}\n` : `\n${label}: ${text || '—'}\n`;
    const said = row => head.map((column, at) => (row[at] ? `${column}: ${row[at]}` : '')).filter(Boolean).join('\n   ');
    return `\n${name}${rows.map((row, at) => `${at + 1}. ${said(row)}\n`).join('') || '—\n'}`;
  }).join('')}`;

  /** One table for a spreadsheet, which must not take a text for a formula. */
  T.csv = rows => {
    const quoted = text => {
      const guarded = /^[=+\-@\t\r]/.test(text) && !/^[+-][\d., '’\u00a0\u202f]+$/.test(text) ? `'${text}` : text;
      return `"${guarded.replace(/"/g, '""')}"`;
    };
    return `\uFEFF${rows.map(row => `${row.map(quoted).join(',')}\r\n`).join('')}`;
  };

  const plain = (value, words) => (value === true ? words.yes : T.textOf(value));

  /** The rows of one table as they were given. */
  T.tableRows = (field, rows, words) => {
    const cells = row => field.columns.map(column => plain(row.cells[column.id], words));
    return [field.columns.map(T.titled), ...rows.filter(row => !T.isEmpty(row)).map(cells)];
  };

  /** All that is not in a table: a line for each answer, and one for each item to tick. */
  T.answerRows = (schema, copy, say, words) => {
    const lines = schema.fields.flatMap(field => {
      const { kind, label } = field;
      const value = copy.answers[field.id];
      if (['table', 'heading', 'note'].includes(kind)) return [];
      if (kind === 'computed') return [[label, T.worked(schema, copy.answers, field.computed, say)]];
      if (kind !== 'checks') return [[T.titled(field), plain(value, words)]];
      const ticked = new Set(value.ticked);
      const items = new Set([...field.options, ...value.own, ...ticked]);
      return [...items].map(item => [`${label}: ${item}`, ticked.has(item) ? words.yes : '']);
    });
    return [[words.asked, words.answer], ...lines];
  };
})();
