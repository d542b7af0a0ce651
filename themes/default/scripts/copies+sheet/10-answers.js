// What a copy holds, and how it meets a template that has changed. It knows no page.
(() => {
  const T = (globalThis.Twohats ??= /** @type {any} */ ({}));

  T.holds = field => !['heading', 'note', 'computed'].includes(field.kind);
  T.held = schema => schema.fields.filter(T.holds);
  T.newId = () => Math.random().toString(36).slice(2, 10);
  T.row = (cells = {}) => ({ id: T.newId(), cells });
  const isRow = value => value?.cells;

  T.isEmpty = value => {
    if (Array.isArray(value)) return value.every(T.isEmpty);
    if (value && typeof value === 'object') return Object.entries(value).every(([key, part]) => key === 'id' || T.isEmpty(part));
    return value === false || String(value ?? '').trim() === '';
  };

  T.blank = field => {
    switch (field.kind) {
      case 'check': return false;
      case 'choices': return [];
      case 'checks': return { ticked: [], own: [] };
      case 'table': return Array.from({ length: field.rows }, () => T.row());
      default: return '';
    }
  };

  /** A value of any kind as plain text. */
  T.textOf = value => {
    if (Array.isArray(value)) {
      return value.map(T.textOf).filter(Boolean).join(value.some(isRow) ? '\n' : ', ');
    }
    if (isRow(value)) return Object.values(value.cells).map(T.textOf).filter(Boolean).join(' · ');
    if (value?.ticked) {
      const ticked = new Set(value.ticked);
      const open = value.own.filter(item => !ticked.has(item));
      return [...value.ticked.map(item => `☑ ${item}`), ...open.map(item => `☐ ${item}`)].join('\n');
    }
    return value === true ? '☑' : value ? String(value) : '';
  };

  /** What was chosen in another language, or with its letters in two parts, in the words of this one. */
  function here(field, value) {
    if (Array.isArray(value)) return value.map(one => here(field, one));
    if (value?.ticked) return { ...value, ticked: here(field, value.ticked) };
    const words = typeof value === 'string' ? value.normalize() : value;
    if (field.options.includes(words)) return words;
    return Object.hasOwn(field.same ?? {}, words) ? field.same[words] : value;
  }

  /** A value as a field of another kind would hold it; nothing when it cannot. */
  function as(field, found) {
    const value = here(field, found);
    const list = Array.isArray(value) && !value.some(isRow) ? value : value?.ticked;
    const text = typeof value === 'string' ? value : null;
    switch (field.kind) {
      case 'table': return Array.isArray(value) && value.every(isRow) ? value : undefined;
      case 'checks':
        if (value?.ticked) return value;
        return list ? { ticked: list, own: [] } : text !== null ? { ticked: text ? [text] : [], own: [] } : undefined;
      case 'choices':
        if (value?.own?.length) return undefined;
        return list ?? (text !== null ? (text ? [text] : []) : undefined);
      case 'check':
        return typeof value === 'boolean' ? value : text === '' ? false : text === 'yes' ? true : undefined;
      default: return text ?? T.textOf(value);
    }
  }

  T.wordsOf = id => {
    const words = id.replaceAll('-', ' ').replace('.', ': ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  };

  /** The answers of a copy for the template as it is now. Whatever finds no field goes to `earlier`;
      fields that the copy did not know are `fresh`. Nothing is dropped. */
  T.fit = (schema, copy) => {
    const left = { ...copy.answers };
    const earlier = [...(copy.earlier ?? [])];
    const changed = copy.template_hash !== schema.hash && !copy.partial;
    const answers = {};
    const fresh = [];
    for (const field of T.held(schema)) {
      const names = [field.id, ...field.was];
      const id = names.find(name => Object.hasOwn(left, name));
      let value;
      if (id !== undefined) {
        value = as(field, left[id]);
        if (value !== undefined) delete left[id];
      } else {
        const at = earlier.findIndex(one => names.includes(one.id));
        if (at >= 0) value = as(field, earlier[at].value);
        if (value !== undefined) earlier.splice(at, 1);
        else if (changed) fresh.push(field.id);
      }
      value ??= T.blank(field);
      answers[field.id] = field.kind === 'table' ? fitRows(field, value, changed, earlier, fresh) : value;
    }
    for (const [id, value] of Object.entries(left)) {
      if (!T.isEmpty(value)) earlier.push({ id, label: T.wordsOf(id), value });
    }
    return { answers, earlier, fresh };
  };

  function fitRows(field, rows, changed, earlier, fresh) {
    const known = new Set(rows.flatMap(row => Object.keys(row.cells)));
    const orphans = new Map();
    const fitted = rows.map((row, at) => {
      const left = { ...row.cells };
      const cells = {};
      for (const column of field.columns) {
        const id = [column.id, ...column.was].find(name => Object.hasOwn(left, name));
        const value = id === undefined ? undefined : as(column, left[id]);
        if (value !== undefined) delete left[id];
        cells[column.id] = value ?? T.blank(column);
      }
      for (const [id, value] of Object.entries(left)) {
        if (T.isEmpty(value)) continue;
        if (!orphans.has(id)) orphans.set(id, []);
        orphans.get(id).push(`${at + 1}. ${T.textOf(value)}`);
      }
      return { id: row.id || T.newId(), cells };
    });
    for (const [id, lines] of orphans) {
      const name = `${field.id}.${id}`;
      earlier.push({ id: name, label: `${field.label}: ${T.wordsOf(id)}`, value: lines.join('\n') });
    }
    for (const column of changed && known.size ? field.columns : []) {
      if (![column.id, ...column.was].some(id => known.has(id))) fresh.push(`${field.id}.${column.id}`);
    }
    return fitted;
  }

  T.stillEmpty = (schema, answers) =>
    T.held(schema).filter(field => field.needed && T.isEmpty(answers[field.id]));

  T.names = (schema, answers) => {
    const names = schema.fields.flatMap(({ id, kind, columns }) => (kind === 'person' ? [answers[id]]
      : (columns ?? []).filter(column => column.kind === 'person').flatMap(column => answers[id].map(row => row.cells[column.id]))));
    return [...new Set(names.map(name => (name ?? '').trim()).filter(Boolean))].sort((a, b) => a.localeCompare(b));
  };
})();
