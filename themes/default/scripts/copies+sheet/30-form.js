// The form as a template and as answers: reads and writes its controls, and adds rows and items.
(() => {
  const T = Twohats;
  const all = (root, query) => [...root.querySelectorAll(query)];
  /** @type {(root: any, query: string) => any} */
  const one = (root, query) => root.querySelector(query);
  const CONTROLS = 'input, select, textarea';
  T.lang = document.documentElement.lang || 'en';
  const words = list => (list ? list.split(' ') : []);
  /** @type {(id: string) => any} */
  T.byId = id => document.getElementById(id);
  const piece = name => one(T.byId('sheet-parts').content, `[data-part=${name}]`).cloneNode(true);
  T.all = all;
  T.one = one;
  T.first = root => one(root, CONTROLS);
  T.piece = piece;

  /** What the script says, from the theme's wording; `{name}` is filled in. */
  T.word = (key, values = {}) => {
    const text = T.byId('sheet-parts').dataset[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
  };

  /** The template, from the form's own marks. */
  T.schema = form => {
    const field = (box, label) => {
      const { field: id, kind, was, unit } = box.dataset;
      const cell = box.localName === 'th' ? one(box.closest('table'), `td[data-column="${id}"]`) : box;
      const boxes = all(cell, kind === 'choice' || kind === 'checks' || kind === 'choices' ? 'option, input[type]' : '#no');
      return {
        id, kind, label, unit, was: words(was),
        needed: 'needed' in box.dataset, carry: 'carry' in box.dataset,
        options: boxes.map(option => option.value).filter(Boolean),
        same: Object.fromEntries(boxes.flatMap(({ value, dataset }) => (dataset.also?.split('\t') ?? []).map(words => [words, value]))),
      };
    };
    const fields = all(form, '[data-field]').filter(box => box.localName !== 'th').map(box => {
      const label = box.matches('h2') ? box : one(box, 'legend, label');
      const made = field(box, label?.textContent ?? '');
      if (made.kind === 'table') {
        made.columns = all(box, 'th[data-field]').map(th => field(th, th.firstChild.textContent));
        made.rows = Number(box.dataset.rows);
      }
      if (made.kind === 'computed') {
        const { of, within, days, computed, filter } = box.dataset;
        const pairs = filter ? filter.split('\n').map(line => line.split('\t')) : [];
        made.computed = { function: computed, of, within, days: Number(days), filter: Object.fromEntries(pairs) };
      }
      return made;
    });
    const { template, hash, title, repeat } = form.dataset;
    return { template, hash, title, repeat, fields, lang: T.lang, share: 'share' in form.dataset, ...T.site(form, [form]) };
  };

  /** What a playbook is known by on its host: its own id, else its title and where it lies. `sheets` say what
      their templates were called before. */
  T.site = (about, sheets) => {
    const { site, id, root, names } = about.dataset;
    const path = new URL(root || './', location.href).pathname;
    const was = sheets.flatMap(({ dataset }) => words(dataset.was).map(old => [old, dataset.template]));
    return {
      site: id ?? site + path, path, before: [...(id ? [id, site] : []), ...words(names)], was: Object.fromEntries(was),
    };
  };

  T.box = (form, id) => one(form, `[data-field="${CSS.escape(id)}"]:not(th)`);
  /** The rows of a table, and where in each of them the columns stand: in all as in the first. */
  function rowsOf(box, field) {
    const rows = [...one(box, 'tbody').rows];
    const places = [...rows[0].cells].map(cell => cell.dataset.column);
    const at = field.columns.map(column => places.indexOf(column.id));
    return { rows, cellsOf: row => at.map(place => row.cells[place]) };
  }

  function get(box, field) {
    const first = T.first(box);
    const ticked = () => all(box, CONTROLS).filter(one => one.checked).map(one => one.value).filter(Boolean);
    switch (field.kind) {
      case 'check': return first.checked;
      case 'choices': return ticked();
      case 'checks': return { ticked: ticked(), own: all(box, '[data-own] [type=text]').map(one => one.value).filter(Boolean) };
      default: return first.type === 'radio' ? ticked()[0] ?? '' : first.value;
    }
  }

  /** An answer that the template does not offer is kept and marked. */
  function extra(list, value) {
    const item = one(list, 'label').parentElement.cloneNode(true);
    const [input, label] = [one(item, 'input'), one(item, 'label')];
    const number = list.children.length + 1;
    item.dataset.gone = '';
    input.id = label.htmlFor = `${input.id.replace(/\.\w+$/, '')}.x${number}`;
    input.value = value;
    label.textContent = T.word('withdrawn', { value });
    list.append(item);
  }

  T.ownItem = (box, text = '') => {
    const item = piece('own');
    const [tick, first] = item.querySelectorAll('input');
    tick.name = box.dataset.field;
    tick.value = text;
    const line = hold(first, text);
    line.addEventListener('input', () => { tick.value = line.value; });
    one(box, '.ticks').append(item);
    return line;
  };

  /** Writes into a box. What does not fit into a box of one line gets one of several. */
  function hold(control, text) {
    control.value = text;
    if (control.value === text || control.localName === 'textarea') return control;
    const box = document.createElement('textarea');
    for (const { name, value } of control.attributes) box.setAttribute(name, value);
    box.value = text;
    control.replaceWith(box);
    return box;
  }

  function put(box, field, value) {
    for (const old of all(box, '[data-gone], [data-own]')) old.remove();
    const first = T.first(box);
    if (field.kind === 'check') first.checked = value === true;
    else if (first.matches('[type=checkbox], [type=radio]')) {
      const list = one(box, '.ticks');
      const chosen = value?.ticked ?? (Array.isArray(value) ? value : value ? [value] : []);
      for (const text of value?.own ?? []) T.ownItem(box, text);
      const known = new Set(all(box, 'input').map(input => input.value));
      for (const text of chosen) if (!known.has(text)) extra(list ?? one(box, '.scale'), text);
      // Of boxes with the same words no more are ticked than were.
      const left = new Map();
      for (const text of chosen) left.set(text, (left.get(text) ?? 0) + 1);
      for (const input of all(box, '[type=checkbox], [type=radio]')) {
        input.checked = left.get(input.value) > 0;
        left.set(input.value, left.get(input.value) - 1);
      }
    } else if (first.localName === 'select') {
      if (value && ![...first.options].some(option => option.value === value)) {
        first.add(new Option(T.word('withdrawn', { value }), value));
        first.lastElementChild.dataset.gone = '';
      }
      first.value = value;
    } else T.hear(hold(first, value));
  }

  T.read = (form, schema) => Object.fromEntries(T.held(schema).map(field => {
    const box = T.box(form, field.id);
    if (field.kind !== 'table') return [field.id, get(box, field)];
    const { rows, cellsOf } = rowsOf(box, field);
    return [field.id, rows.map(row => {
      const cells = cellsOf(row);
      return { id: (row.dataset.row ??= T.newId()), cells: Object.fromEntries(field.columns.map((column, at) => [column.id, get(cells[at], column)])) };
    })];
  }));

  T.write = (form, schema, answers) => {
    for (const field of T.held(schema)) {
      const box = T.box(form, field.id);
      if (field.kind !== 'table') put(box, field, answers[field.id]);
      else T.setRows(box, field, answers[field.id]);
    }
  };

  T.setRows = (box, field, values) => {
    const body = one(box, 'tbody');
    const { rows, cellsOf } = rowsOf(box, field);
    const had = rows.length;
    for (const row of rows.splice(Math.max(values.length, 1))) row.remove();
    while (rows.length < values.length) rows.push(another(rows[0]));
    rows.forEach((row, at) => fillRow(row, cellsOf(row), field, values[at] ?? T.row()));
    body.append(...rows.slice(had));
    number(body, had);
  };

  function fillRow(row, places, field, { id, cells }) {
    row.dataset.row = id;
    field.columns.forEach((column, at) => put(places[at], column, Object.hasOwn(cells, column.id) ? cells[column.id] : T.blank(column)));
  }

  /** A row like the first, which alone explains its columns. */
  function another(first) {
    const row = first.cloneNode(true);
    for (const hint of all(row, 'label .hint')) hint.remove();
    return row;
  }

  /** Rows are numbered as they stand, from one of them on, in what is seen and in the ids that join label and box. */
  function number(body, from = 0) {
    [...body.rows].forEach((row, at) => {
      if (at < from) return;
      const parts = [row.cells[0].lastChild, ...all(row, '.of-row')];
      for (const part of parts) part.textContent = part.textContent.replace(/\d+/, String(at + 1));
      for (const part of all(row, '*')) {
        for (const { name, value } of part.attributes) {
          if (/^(id|for|name|aria-.+by)$/.test(name)) part.setAttribute(name, value.replace(/\.\d+\./g, `.${at + 1}.`));
        }
      }
      one(row, '[data-do=remove-row]')?.setAttribute('aria-label', T.word('remove_row', { row: at + 1 }));
    });
  }

  T.addRow = (box, field) => {
    const { rows, cellsOf } = rowsOf(box, field);
    const row = another(rows[0]);
    fillRow(row, cellsOf(row), field, T.row());
    rows[0].parentElement.append(row);
    number(row.parentElement, rows.length);
    return row;
  };

  T.removeRow = (box, field, row) => {
    const { rows, cellsOf } = rowsOf(box, field);
    if (rows.length === 1) fillRow(row, cellsOf(row), field, T.row());
    else row.remove();
    number(one(box, 'tbody'), rows.indexOf(row));
  };

  /** What only a script can do: rows that come and go, items of one's own. */
  T.equip = (form, schema) => {
    for (const field of schema.fields) {
      const box = T.box(form, field.id);
      if (field.kind === 'checks' && !one(box, '[data-do=add-item]')) one(box, '.ticks').after(piece('add-item'));
      if (field.kind !== 'table') continue;
      if (!one(box, '[data-do=add-row]')) {
        one(box, '.rows-box').append(piece('add-row'));
        one(box, 'thead tr').append(document.createElement('td'));
      }
      const body = one(box, 'tbody');
      for (const row of body.rows) if (!one(row, '[data-do=remove-row]')) row.append(piece('remove-row'));
      number(body);
    }
    for (const box of all(form, '.amount')) if (!one(box, 'button')) box.append(piece(box.closest('.date') ? 'pick' : 'sign'));
    for (const input of all(form, '.person > input')) input.setAttribute('list', 'names');
  };

  /** On paper a box cannot cut off what a block of text shows. */
  T.mirror = form => {
    for (const old of all(form, '.on-paper')) old.remove();
    for (const box of all(form, 'textarea, select, input:not([type=checkbox], [type=radio], [type=date])')) {
      box.classList.toggle('empty', !box.value);
      if (!box.value) continue;
      const text = document.createElement('div');
      text.className = 'on-paper';
      text.textContent = box.localName === 'select' ? box.selectedOptions[0].textContent : box.value;
      box.after(text);
    }
  };

  const locale = navigator.languages?.find(tag => tag.startsWith(T.lang.slice(0, 2))) ?? T.lang;
  const shown = options => new Intl.DateTimeFormat(locale, options);
  const day = { day: 'numeric', month: 'long', year: 'numeric' };
  const utc = (iso, options) => {
    const date = new Date(`${iso}T00:00Z`);
    return Number.isNaN(+date) ? null : shown({ ...options, timeZone: 'UTC' }).format(date);
  };
  const local = (date, options) => (Number.isNaN(+date) ? '' : shown(options).format(date));
  T.say = {
    // As the page reads numbers, whatever the reader's own language is.
    number: number => new Intl.NumberFormat([T.lang, 'en'], { maximumFractionDigits: 20 }).format(number),
    part: (part, of) => T.word('part', { part, of }),
    counted: (part, of) => T.word('counted', { part, of }),
    time: date => local(date, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    today: date => local(date, day),
    date: iso => utc(iso, { ...day, weekday: 'long' }) ?? iso,
    noDay: () => T.word('no_day'),
  };
})();
