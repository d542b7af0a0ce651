// What is worked out: a closed list of functions over the answers.
(() => {
  const T = Twohats;

  /** The sum of what can be read as a number, and how many of the values that is. */
  const added = (values, lang) => {
    const numbers = values.map(one => T.number(one, lang)).filter(number => number !== null);
    let places = 0;
    for (const one of numbers) while (Number(one.toFixed(places)) !== one) places += 1;
    return { sum: Number(numbers.reduce((sum, one) => sum + one, 0).toFixed(places)), added: numbers.length };
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
      return { unit, value, count: list.length, ...added(list, schema.lang), numeric: kind === 'number', of: new Set([...options, ...(value.own ?? []), ...list]).size };
    }
    const rows = value.filter(row => !T.isEmpty(row) && Object.entries(filter).every(([name, wanted]) => row.cells[name] === wanted));
    const column = field.columns.find(one => one.id === part);
    const cells = column ? rows.map(row => row.cells[part]).filter(cell => !T.isEmpty(cell)) : rows;
    return { unit: column?.unit, value: '', count: cells.length, ...added(column ? cells : [], schema.lang), numeric: column?.kind === 'number', of: rows.length };
  }

  /** A computed field as text; empty while there is nothing to work out. `say` writes numbers and dates. */
  T.worked = (schema, answers, computed, say) => {
    const { within, days, filter } = computed;
    const found = look(schema, answers, computed.of, filter);
    const amount = ({ numeric, sum, count }) => (numeric ? sum : count);
    /** With a word on what is no number, and is left out. */
    const told = (text, ...counted) => {
      const left = counted.filter(one => one.added < one.count).map(one => say.counted(one.added, one.count));
      return [text, ...new Set(left)].filter(Boolean).join(' · ');
    };
    if (!found) return '';
    switch (computed.function) {
      case 'count': return say.number(found.count);
      case 'sum': return told(say.number(found.sum) + (found.unit ? ` ${found.unit}` : ''), found);
      case 'ticked': return say.part(found.count, found.of);
      case 'percent': {
        const whole = look(schema, answers, within, {});
        if (!whole) return '';
        const share = Math.round((1e4 * amount(found)) / amount(whole)) / 100;
        return told(amount(whole) ? `${say.number(share)} %` : '', ...[found, whole].filter(({ numeric }) => numeric));
      }
      case 'days-after': {
        const start = T.day(found.value, schema.lang);
        if (!start) return found.value && say.noDay();
        const day = new Date(`${start}T00:00:00Z`);
        day.setUTCDate(day.getUTCDate() + days);
        return Number.isNaN(+day) ? '' : say.date(day.toISOString().slice(0, 10));
      }
      default: return '';
    }
  };
})();
