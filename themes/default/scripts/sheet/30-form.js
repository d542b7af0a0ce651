// The form as a template and as answers: reads and writes its controls, and adds rows and items.
(() => {
  const T = (globalThis.Twohats ??= {});
  const all = (root, query) => [...root.querySelectorAll(query)];
  const words = (list) => (list ? list.split(' ') : []);
  const piece = (name) => document.getElementById('sheet-parts').content.querySelector(`[data-part=${name}]`).cloneNode(true);
  T.all = all;
  T.piece = piece;

  /** What the script says, from the theme's wording; `{name}` is filled in. */
  T.word = (key, values = {}) => {
    const text = document.getElementById('sheet-parts').dataset[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
  };

  /** The template, from the form's own marks. */
  T.schema = (form) => {
    const field = (box, label) => {
      const { field: id, kind, was, unit, max } = box.dataset;
      const cell = box.localName === 'th' ? box.closest('table').querySelector(`td[data-column="${id}"]`) : box;
      const boxes = all(cell, kind === 'choice' || kind === 'checks' || kind === 'choices' ? 'option, input[type]' : '#no');
      return {
        id, kind, label, unit, max: Number(max) || 0, was: words(was),
        needed: 'needed' in box.dataset, carry: 'carry' in box.dataset,
        options: boxes.map((option) => option.value).filter(Boolean),
        example: all(box, '.example > span').map((span) => span.textContent),
        low: box.dataset.low, high: box.dataset.high,
      };
    };
    const fields = all(form, '[data-field]').filter((box) => box.localName !== 'th').map((box) => {
      const label = box.matches('h2') ? box : box.querySelector('legend, label');
      const one = field(box, label?.textContent ?? '');
      if (one.kind === 'table') {
        one.columns = all(box, 'th[data-field]').map((th) => field(th, th.firstChild.textContent));
        one.rows = Number(box.dataset.rows);
        one.exampleRows = all(box, '.example li').map((li) => all(li, 'span').map((span) => span.textContent));
      }
      if (one.kind === 'computed') {
        const { of, within, days, computed, filter } = box.dataset;
        const pairs = filter ? filter.split('\n').map((line) => line.split('\t')) : [];
        one.computed = { function: computed, of, within, days: Number(days), filter: Object.fromEntries(pairs) };
      }
      return one;
    });
    const { template, hash, site, root, title, repeat } = form.dataset;
    return {
      template, hash, title, repeat, fields, site: T.site(site, root),
      share: 'share' in form.dataset, sensitive: 'sensitive' in form.dataset,
    };
  };

  /** Two playbooks on one host are told apart by where they lie. */
  T.site = (site, root) => site + new URL(root || './', location.href).pathname;

  T.box = (form, id) => form.querySelector(`[data-field="${CSS.escape(id)}"]:not(th)`);
  const rowsOf = (box) => all(box, 'tbody > tr');
  const cellOf = (row, column) => row.querySelector(`td[data-column="${CSS.escape(column.id)}"]`);

  function get(box, field) {
    const controls = all(box, 'input, select, textarea');
    const ticked = controls.filter((one) => one.checked).map((one) => one.value).filter(Boolean);
    switch (field.kind) {
      case 'check': return controls[0].checked;
      case 'choices': return ticked;
      case 'checks': return { ticked, own: all(box, '[data-own] [type=text]').map((one) => one.value).filter(Boolean) };
      default: return controls[0].type === 'radio' ? ticked[0] ?? '' : controls[0].value;
    }
  }

  /** An answer that the template does not offer is kept and marked. */
  function extra(list, value) {
    const item = list.lastElementChild.cloneNode(true);
    const [input, label] = [item.querySelector('input'), item.querySelector('label')];
    const number = list.children.length + 1;
    item.dataset.gone = '';
    input.id = label.htmlFor = `${input.id.replace(/\.\w+$/, '')}.x${number}`;
    input.value = value;
    label.textContent = T.word('gone', { value });
    list.append(item);
  }

  T.ownItem = (box, text = '') => {
    const item = piece('own');
    const [tick, line] = item.querySelectorAll('input');
    tick.name = box.dataset.field;
    tick.value = line.value = text;
    line.addEventListener('input', () => { tick.value = line.value; });
    box.querySelector('.ticks').append(item);
    return line;
  };

  function put(box, field, value) {
    for (const old of all(box, '[data-gone], [data-own]')) old.remove();
    const list = box.querySelector('.ticks');
    const first = box.querySelector('input, select, textarea');
    if (field.kind === 'check') first.checked = value === true;
    else if (first.matches('[type=checkbox], [type=radio]')) {
      const chosen = value?.ticked ?? (Array.isArray(value) ? value : value ? [value] : []);
      for (const text of value?.own ?? []) T.ownItem(box, text);
      const known = all(box, 'input').map((input) => input.value);
      for (const text of chosen) if (!known.includes(text)) extra(list ?? box.querySelector('.scale'), text);
      for (const input of all(box, '[type=checkbox], [type=radio]')) input.checked = chosen.includes(input.value);
    } else if (first.localName === 'select') {
      if (value && ![...first.options].some((option) => option.value === value)) {
        first.add(new Option(T.word('gone', { value }), value));
        first.lastElementChild.dataset.gone = '';
      }
      first.value = value;
    } else {
      // What is no number or no date stays as the text that it is.
      if (first.dataset.type) first.type = first.dataset.type;
      first.value = value;
      if (first.value !== value && first.type !== 'textarea') {
        first.dataset.type = first.type;
        first.type = 'text';
        first.value = value;
      }
    }
  }

  T.read = (form, schema) => Object.fromEntries(schema.fields.filter(T.holds).map((field) => {
    const box = T.box(form, field.id);
    if (field.kind !== 'table') return [field.id, get(box, field)];
    const rows = rowsOf(box).map((row) => ({
      id: (row.dataset.row ??= T.newId()),
      cells: Object.fromEntries(field.columns.map((column) => [column.id, get(cellOf(row, column), column)])),
    }));
    return [field.id, rows];
  }));

  T.write = (form, schema, answers) => {
    for (const field of schema.fields.filter(T.holds)) {
      const box = T.box(form, field.id);
      if (field.kind !== 'table') put(box, field, answers[field.id]);
      else T.setRows(box, field, answers[field.id]);
    }
  };

  T.setRows = (box, field, rows) => {
    const body = box.querySelector('tbody');
    while (rowsOf(box).length < rows.length) T.addRow(box, field);
    for (const row of rowsOf(box).slice(Math.max(rows.length, 1))) row.remove();
    rowsOf(box).forEach((row, at) => T.fillRow(row, field, rows[at] ?? T.row()));
    number(body);
  };

  T.fillRow = (row, field, { id, cells }) => {
    row.dataset.row = id;
    for (const column of field.columns) put(cellOf(row, column), column, cells[column.id] ?? T.blank(column));
  };

  /** Rows are numbered as they stand, in what is seen and in the ids that join label and box. */
  function number(body) {
    [...body.rows].forEach((row, at) => {
      const parts = [row.cells[0].lastChild, ...all(row, '.of-row')];
      for (const part of parts) part.textContent = part.textContent.replace(/\d+/, String(at + 1));
      for (const part of all(row, '[id], [for], [name], [aria-describedby], [aria-label]')) {
        for (const name of ['id', 'for', 'name', 'aria-describedby']) {
          const old = part.getAttribute(name);
          if (old) part.setAttribute(name, old.replace(/\.\d+\./g, `.${at + 1}.`));
        }
        if (part.dataset.do === 'remove-row') part.setAttribute('aria-label', T.word('remove_row', { row: at + 1 }));
      }
    });
  }

  T.addRow = (box, field, before = null) => {
    const body = box.querySelector('tbody');
    const row = body.rows[0].cloneNode(true);
    T.fillRow(row, field, T.row());
    for (const hint of all(row, 'label .hint')) hint.remove();
    body.insertBefore(row, before);
    number(body);
    return row;
  };

  T.removeRow = (box, field, row) => {
    const body = box.querySelector('tbody');
    if (body.rows.length === 1) T.fillRow(row, field, T.row());
    else row.remove();
    number(body);
  };

  /** What only a script can do: rows that come and go, items of one's own. */
  T.equip = (form, schema) => {
    for (const field of schema.fields) {
      const box = T.box(form, field.id);
      if (field.kind === 'checks' && !box.querySelector('[data-do=add-item]')) box.querySelector('.ticks').after(piece('add-item'));
      if (field.kind !== 'table') continue;
      if (!box.querySelector('[data-do=add-row]')) {
        box.querySelector('.rows-box').append(piece('add-row'));
        box.querySelector('thead tr').append(document.createElement('td'));
      }
      for (const row of rowsOf(box)) if (!row.querySelector('[data-do=remove-row]')) row.append(piece('remove-row'));
      number(box.querySelector('tbody'));
    }
    for (const box of all(form, '[data-kind=date]:not(th, td)')) if (!box.querySelector('.weekday')) box.append(piece('weekday'));
    for (const input of all(form, '.person > input')) input.setAttribute('list', 'names');
  };

  /** On paper a box cannot cut off what a block of text shows. */
  T.mirror = (form) => {
    for (const old of all(form, '.on-paper')) old.remove();
    for (const box of all(form, 'textarea, select, input:not([type=checkbox], [type=radio])')) {
      box.classList.toggle('empty', !box.value);
      if (!box.value) continue;
      const text = document.createElement('div');
      text.className = 'on-paper';
      text.textContent = box.type === 'date' ? T.say.date(box.value) : box.localName === 'select' ? box.selectedOptions[0].textContent : box.value;
      box.after(text);
    }
  };

  const locale = [...(navigator.languages ?? [])].find((tag) => tag.split('-')[0] === document.documentElement.lang.split('-')[0])
    ?? document.documentElement.lang;
  const shown = (options) => new Intl.DateTimeFormat(locale, options);
  const day = { day: 'numeric', month: 'long', year: 'numeric' };
  T.say = {
    number: (number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(number),
    part: (part, of) => T.word('part', { part, of }),
    time: (date) => shown({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date),
    today: (date) => shown(day).format(date),
    date(iso, weekday = false) {
      const date = new Date(`${iso}T00:00:00Z`);
      return Number.isNaN(date.getTime()) ? iso : shown({ ...day, timeZone: 'UTC', ...(weekday ? { weekday: 'long' } : {}) }).format(date);
    },
    weekday(iso) {
      const date = new Date(`${iso}T00:00:00Z`);
      return iso && !Number.isNaN(date.getTime()) ? shown({ weekday: 'long', timeZone: 'UTC' }).format(date) : '';
    },
  };
})();
