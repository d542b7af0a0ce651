// What is worked out: a closed list of functions over the answers.
(() => {
  const T = Twohats;

  /** A number as it was typed, with a point or a comma; null when it is none. */
  T.number = text => {
    const bare = String(text ?? '').trim().replace(',', '.');
    return bare && Number.isFinite(+bare) ? +bare : null;
  };

  const sum = values => {
    const numbers = values.map(T.number).filter(number => number !== null);
    return Math.round(numbers.reduce((a, b) => a + b, 0) * 1e6) / 1e6;
  };

  /** What a field, a table or a column amounts to; nothing while it is empty. */
  function look(schema, answers, path, filter) {
    const [id, part] = path.split('.');
    const field = schema.fields.find(one => one.id === id);
    const value = answers[id];
    if (!field || T.isEmpty(value)) return null;
    if (field.kind !== 'table') {
      const list = value.ticked ?? [].concat(value);
      const { kind, unit, options } = field;
      return { unit, value, count: list.length, sum: sum(list), numeric: kind === 'number', of: new Set([...options, ...(value.own ?? []), ...list]).size };
    }
    const rows = value.filter(row => !T.isEmpty(row) && Object.entries(filter).every(([name, wanted]) => row.cells[name] === wanted));
    const column = field.columns.find(one => one.id === part);
    const cells = column ? rows.map(row => row.cells[part]).filter(cell => !T.isEmpty(cell)) : rows;
    return { unit: column?.unit, count: cells.length, sum: column ? sum(cells) : 0, numeric: column?.kind === 'number', of: rows.length };
  }

  /** A computed field as text; empty while there is nothing to work out. `say` writes numbers and dates. */
  T.worked = (schema, answers, computed, say) => {
    const { within, days, filter } = computed;
    const found = look(schema, answers, computed.of, filter);
    const amount = ({ numeric, sum: total, count }) => (numeric ? total : count);
    if (!found) return '';
    switch (computed.function) {
      case 'count': return say.number(found.count);
      case 'sum': return say.number(found.sum) + (found.unit ? ` ${found.unit}` : '');
      case 'ticked': return say.part(found.count, found.of);
      case 'percent': {
        const whole = look(schema, answers, within, {});
        return whole && amount(whole) ? `${say.number((100 * amount(found)) / amount(whole))} %` : '';
      }
      case 'days-after': {
        const day = new Date(`${found.value}T00:00:00Z`);
        day.setUTCDate(day.getUTCDate() + days);
        return Number.isNaN(+day) ? '' : say.date(day.toISOString().slice(0, 10), true);
      }
      default: return '';
    }
  };
})();
