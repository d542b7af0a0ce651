// The page of one template: which copy is on it, and what the buttons do.
(() => {
  const T = globalThis.Twohats;
  const { all, byId, word } = T;
  const form = /** @type {HTMLFormElement} */ (byId('sheet'));
  if (!form) return;

  const schema = T.schema(form);
  let store = T.open(schema);
  let copy = null; // on the page; written to the device at the first edit
  let view = 'copy'; // or `example`, or `shared`
  let dirty = false;
  let stuck = false; // the other page's version waits for a decision
  let timer = 0;
  const session = `twohats:${schema.site}:${schema.template}`;
  const now = () => new Date().toISOString();
  const names = () => store.list().map((item) => item.copy?.name);
  const show = (name) => document.querySelector(`[data-show=${name}]`);

  // ---- a copy on the page ----

  function newCopy(answers = {}, more = {}) {
    const monday = new Date();
    monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7));
    const weekly = schema.repeat === 'weekly';
    const name = word(weekly ? 'name_week' : 'name', { title: schema.title, date: T.say.today(weekly ? monday : new Date()) });
    return {
      format: 'twohats-copy', version: 1, id: T.newId(), revision: 0, site: schema.site, template: schema.template, template_hash: schema.hash,
      name: T.unique(name, names()), created: now(), changed: now(), downloaded: '', answers, earlier: [], ...more,
    };
  }

  /** Shows a copy, or a blank sheet for none. */
  function open(next, as = 'copy') {
    clearTimeout(timer);
    [copy, view, dirty, stuck] = [next, as, false, false];
    const fit = T.fit(schema, next ?? { answers: {}, template_hash: schema.hash });
    if (copy) copy = { ...copy, answers: fit.answers, earlier: fit.earlier };
    T.write(form, schema, fit.answers);
    all(form, '.fresh').forEach((mark) => mark.remove());
    for (const id of fit.fresh) {
      const [field, column] = id.split('.');
      const box = T.box(form, field);
      box.querySelector(column ? `th[data-field="${column}"]` : 'legend, label').append(T.piece('fresh'));
    }
    for (const control of all(form, 'input, select, textarea, button')) control.disabled = as === 'example';
    byId('desk').dataset.view = as;
    T.banner('');
    if (as === 'example') T.banner(word('example'), [['use_example', useExample], ['back', () => openKept()]]);
    if (as === 'shared') T.banner(word('shared', { name: copy.name }), [['keep_shared', keep], ['leave_shared', () => openKept()]]);
    remember();
    refresh();
  }

  function remember() {
    try {
      sessionStorage.setItem(session, view === 'copy' && copy && store.kept ? copy.id : '');
    } catch { /* the last changed copy will do */ }
  }

  /** The copy that this tab had, else the one that was changed last. */
  function openKept(id = null) {
    try {
      id ??= sessionStorage.getItem(session);
    } catch { /* no tab memory */ }
    const list = store.list(schema.template);
    open((list.find((item) => item.copy?.id === id) ?? list.find((item) => item.copy))?.copy ?? null);
    if (list.some((item) => !item.copy)) T.banner(word('set_aside'), [['see', () => { location.href = byId('copies').href; }]]);
    if (!store.kept) T.banner(word(store.chosen ? 'memory' : 'blocked'));
  }

  // ---- saving ----

  function edited() {
    if (view === 'example') return;
    copy ??= newCopy();
    dirty = true;
    refresh();
    clearTimeout(timer);
    timer = setTimeout(save, 450);
  }

  function save() {
    clearTimeout(timer);
    if (!dirty || view !== 'copy' || stuck) return;
    const first = !copy.revision;
    const next = { ...copy, answers: T.read(form, schema), template_hash: schema.hash, changed: now() };
    delete next.partial;
    const result = store.save(next);
    if (result === 'theirs') return clash();
    if (result === 'gone') {
      T.banner(word('gone_copy'), [['keep_again', () => { copy.revision = 0; dirty = true; T.banner(''); save(); }], ['download', giveJson]]);
      return status();
    }
    if (result === 'full') {
      T.banner(word('full'), [['download', giveJson], ['free', () => window.open(byId('copies').href)]]);
      return status();
    }
    [copy, dirty] = [next, false];
    if (all(byId('sheet-banner'), 'button').length && store.kept) T.banner('');
    if (first && store.kept) navigator.storage?.persist?.().catch(() => {});
    remember();
    refresh();
  }

  /** Another page wrote to this copy while there were edits here. */
  function clash() {
    stuck = true;
    T.banner(word('clash'), [
      ['theirs', () => open(store.read(copy.template, copy.id)?.copy ?? null)],
      ['mine', () => {
        copy = { ...copy, id: T.newId(), revision: 0, name: T.unique(copy.name, names()) };
        [stuck, dirty] = [false, true];
        T.banner('');
        save();
      }],
    ]);
    status();
  }

  /** Looks whether the device holds something newer than the page. */
  function compare() {
    if (!copy?.revision || view !== 'copy' || stuck) return;
    const there = store.read(copy.template, copy.id);
    if (there?.copy?.revision === copy.revision) return;
    if (!there) {
      dirty = true;
      save();
    } else if (dirty) clash();
    else if (there.copy) open(there.copy);
  }

  function keep() {
    copy = newCopy(T.read(form, schema), { name: T.unique(copy.name, names()), earlier: copy.earlier });
    [view, dirty] = ['copy', true];
    byId('desk').dataset.view = view;
    T.banner('');
    save();
  }

  // ---- what follows from the answers ----

  function status() {
    const time = copy?.changed && T.say.time(new Date(copy.changed));
    const key = view !== 'copy' || !copy ? 'nothing' : dirty ? (stuck || !byId('sheet-banner').hidden ? 'unsaved' : 'saving') : store.kept ? 'saved' : 'held';
    show('saved').textContent = view === 'shared' ? word('unsaved') : word(key, { time });
  }

  function refresh() {
    const answers = T.read(form, schema);
    for (const field of schema.fields.filter((one) => one.kind === 'computed')) {
      const output = T.box(form, field.id).querySelector('output');
      output.dataset.words ??= output.textContent;
      const text = T.worked(schema, answers, field.computed, T.say);
      output.textContent = text || output.dataset.words;
      output.classList.toggle('worked', Boolean(text));
    }
    for (const mark of all(form, '.weekday')) mark.textContent = T.say.weekday(mark.parentElement.querySelector('input').value);
    byId('names').replaceChildren(...T.names(schema, answers).map((name) => new Option(name)));
    for (const field of schema.fields.filter((one) => one.max)) {
      const box = T.box(form, field.id);
      const length = answers[field.id].length;
      const mark = box.querySelector('.length') ?? box.appendChild(T.piece('length'));
      mark.textContent = length > field.max ? word('length', { length, max: field.max }) : '';
    }
    const empty = copy && view === 'copy' ? T.stillEmpty(schema, answers) : [];
    show('needed').hidden = !empty.length;
    show('needed').querySelector('ul').replaceChildren(...empty.map((field) => {
      const line = T.piece('jump');
      line.firstChild.textContent = field.label;
      line.firstChild.href = `#field-${field.id}`;
      return line;
    }));
    show('earlier').hidden = !copy?.earlier.length;
    show('earlier').querySelector('dl').replaceChildren(...(copy?.earlier ?? []).flatMap((one) => {
      const [name, text] = ['dt', 'dd'].map((tag) => document.createElement(tag));
      [name.textContent, text.textContent] = [one.label, T.textOf(one.value)];
      return [name, text];
    }));
    show('name').textContent = view === 'copy' && copy ? '' : word(view === 'example' ? 'example_name' : 'no_copy_yet');
    byId('copy-name').value = copy?.name ?? '';
    const others = store.list(schema.template).length;
    show('count').textContent = others ? `(${others})` : '';
    for (const part of all(byId('desk'), '[data-needs=copy]')) part.hidden = !copy || view !== 'copy';
    status();
  }

  function useExample() {
    open(newCopy(T.example(schema)));
    edited();
  }

  // ---- taking it away ----

  const filled = () => ({ ...(copy ?? newCopy()), answers: T.read(form, schema) });
  const outline = () => T.outline(schema, filled(), T.say, { earlier: word('earlier') });
  const give = (ending, type, data, text) => T.give(T.fileName(filled().name, ending), data, type, text);
  function giveJson() {
    T.giveJson(filled().name, filled());
    if (copy && !stuck && view === 'copy') {
      copy.downloaded = now();
      dirty = true;
      save();
    }
  }
  function giveCsv(id) {
    const field = schema.fields.find((one) => one.id === id);
    const rows = field ? T.tableRows(field, filled().answers[id]) : T.otherRows(outline());
    T.give(T.fileName(`${filled().name} ${field?.label ?? ''}`, 'csv'), T.csv(rows), 'text/csv');
  }

  async function share() {
    const link = location.href.split('#')[0] + (await T.pack(filled()));
    const size = { length: T.say.number(link.length), most: T.say.number(T.LINK.most) };
    const long = link.length > T.LINK.most;
    byId('link-box').value = long ? '' : link;
    byId('link-box').hidden = byId('link-copy').hidden = long;
    const key = long ? 'link_long' : link.length > T.LINK.noted ? 'link_noted' : 'link_length';
    if ((await T.ask('link-dialog', word(key, size))) === 'copy') T.copyText(link);
  }

  /** Data in the address goes off it at once: it would stay in the history and on paper. */
  async function openAddress() {
    const link = T.linkIn(location.href);
    const [, id] = /^#copy-(\w+)$/.exec(location.hash) ?? [];
    if (link) history.replaceState(null, '', location.pathname.replace(/%23.*$/i, ''));
    else if (id) history.replaceState(null, '', location.pathname + location.search);
    if (id) {
      save();
      return openKept(id);
    }
    if (!link) return undefined;
    save();
    const found = T.canPack() ? await T.unpack(link) : { fault: 'newer' };
    if (found.copy && found.copy.template !== schema.template) return T.showText(T.textOf(Object.values(found.copy.answers)));
    if (found.copy) return open(found.copy, 'shared');
    return T.banner(word(`link_${found.fault}`), [['raw', () => T.showText(link)]]);
  }

  async function clear() {
    save();
    const line = document.createElement('li');
    line.textContent = `${copy.name} · ${word('changed', { date: T.say.today(new Date(copy.changed)), time: T.say.time(new Date(copy.changed)) })}`;
    byId('clear-list').replaceChildren(line);
    if ((await T.ask('clear-dialog')) !== 'yes') return;
    const before = { ...copy, revision: 0 };
    store.remove(store.key(copy.template, copy.id));
    open(null);
    T.undo(word('cleared', { count: 1 }), () => { open(before); edited(); });
  }

  const row = (target) => {
    const box = target.closest('[data-kind=table][data-field]');
    return { box, field: schema.fields.find((one) => one.id === box?.dataset.field) };
  };

  const actions = {
    example: () => { save(); open({ ...newCopy(), answers: T.example(schema) }, 'example'); },
    next: () => { save(); open(newCopy(T.next(schema, T.read(form, schema)))); edited(); T.tell(word('started')); },
    blank: () => { save(); open(null); form.querySelector('input, select, textarea').focus(); },
    print: () => print(),
    text: () => T.copyText(T.plain(outline())),
    markdown: () => give('md', 'text/markdown', T.markdown(outline())),
    word: () => give('docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', T.docx(outline()), T.plain(outline())),
    json: giveJson,
    share,
    clear,
    'add-row': (button) => {
      const { box, field } = row(button);
      const added = T.addRow(box, field);
      added.querySelector('input, select, textarea').focus();
      edited();
    },
    'remove-row': (button) => {
      const { box, field } = row(button);
      const line = button.closest('tr');
      const at = line.rowIndex;
      const before = T.read(form, schema)[field.id][at - 1];
      T.removeRow(box, field, line);
      (box.querySelectorAll('tbody [data-do=remove-row]')[at - 1] ?? box.querySelector('[data-do=add-row]')).focus();
      edited();
      if (!T.isEmpty(before)) T.undo(word('row_removed', { row: at }), () => {
        const lines = box.querySelector('tbody').rows;
        const again = lines.length === 1 && T.isEmpty(T.read(form, schema)[field.id][0]) ? lines[0] : T.addRow(box, field, lines[at - 1] ?? null);
        T.fillRow(again, field, before);
        edited();
      });
    },
    'add-item': (button) => T.ownItem(button.closest('[data-field]')).focus(),
  };

  // ---- events ----

  byId('desk').addEventListener('click', (event) => {
    const button = event.target.closest('[data-do]');
    if (button) (actions[button.dataset.do] ?? (() => giveCsv(button.dataset.csv)))(button);
  });
  form.addEventListener('input', edited);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('input')) event.preventDefault();
  });
  form.addEventListener('paste', (event) => {
    const cell = event.target.closest('td[data-column]');
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!cell || !(text.includes('\t') || (/\n./.test(text) && cell.dataset.kind !== 'long'))) return;
    event.preventDefault();
    const { box, field } = row(cell);
    const before = T.read(form, schema)[field.id];
    const rows = structuredClone(before);
    const start = { row: cell.parentElement.rowIndex - 1, column: field.columns.findIndex((one) => one.id === cell.dataset.column) };
    T.paste(field, rows, T.cells(text), start);
    T.setRows(box, field, rows);
    edited();
    T.undo(word('pasted'), () => { T.setRows(box, field, before); edited(); });
  });

  byId('copy-name').addEventListener('change', (event) => {
    copy.name = event.target.value.trim() || copy.name;
    edited();
  });

  addEventListener('storage', (event) => { if (event.key === null || copy && event.key === store.key(copy.template, copy.id)) compare(); });
  addEventListener('pageshow', (event) => { if (event.persisted) compare(); });
  addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? save() : compare()));
  addEventListener('focus', compare);
  addEventListener('hashchange', openAddress);
  addEventListener('beforeprint', () => T.mirror(form));
  addEventListener('beforeunload', (event) => {
    save();
    if (copy && (dirty || (!store.kept && copy.revision && !copy.downloaded))) event.preventDefault();
  });
  document.addEventListener('twohats:morphed', () => {
    T.equip(form, schema);
    for (const part of all(document, '[data-script]')) part.hidden = false;
    if (copy) open(dirty ? { ...copy, answers: T.read(form, schema) } : copy, view);
  });

  T.equip(form, schema);
  for (const part of all(document, '[data-script]')) part.hidden = false;
  for (const button of all(document, '[data-do=share]')) button.hidden = !schema.share || !T.canPack();
  openKept();
  openAddress();
})();
