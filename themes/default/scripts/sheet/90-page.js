// The page of one template: which copy is on it, and what the buttons do.
(() => {
  const T = Twohats;
  const { all, byId, one, word } = T;
  const form = /** @type {HTMLFormElement} */ (byId('sheet'));
  /** Takes away what the page says of itself where this script does not come. */
  const awake = () => one(document, '[data-show=asleep]')?.remove();
  awake();
  // A layout of a project's own may lack a part: then the sheet is one to print, and says nothing of being kept.
  const ids = ['desk', 'copies', 'copy-name', 'names', 'sheet-banner', 'sheet-notice', 'sheet-parts'];
  const shows = ['count', 'earlier', 'name', 'needed', 'saved'];
  if (!form || !ids.every(byId) || !shows.every(name => one(document, `[data-show=${name}]`))) return;

  // Should this script break off on its way, what is typed would be kept nowhere, and nothing else would say so.
  let ready = false;
  addEventListener('error', () => { if (!ready) T.banner(word('no_start')); });

  const schema = T.schema(form);
  let store = T.open(schema);
  let copy = null; // on the page; written to the device at the first edit
  let view = 'copy'; // or `example`, or `shared`
  let dirty = false;
  let stuck = false; // the other page's version waits for a decision
  let timer = 0;
  const MANY = 600; // boxes, from which on a letter would wait for what follows from it
  const session = `twohats:${schema.site}:${schema.template}`;
  const read = () => T.read(form, schema);
  const now = () => new Date().toISOString();
  const names = () => store.list().map(item => item.copy?.name);
  /** @type {(name: string) => any} */
  const show = name => one(document, `[data-show=${name}]`);

  // ---- a copy on the page ----

  function newCopy(answers = {}, more = {}) {
    const day = new Date();
    const weekly = schema.repeat === 'weekly';
    if (weekly) day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
    const name = word(weekly ? 'name_week' : 'name', { title: schema.title, date: T.say.today(day) });
    return {
      format: 'twohats-copy', version: 1, id: T.newId(), revision: 0, site: schema.site, template: schema.template, template_hash: schema.hash,
      name: T.unique(name, names()), created: now(), changed: now(), downloaded: '', answers, earlier: [], ...more,
    };
  }

  /** Does what only shows something. A fault of that is told to whoever looks for it, and stops no saving. */
  function shown(act) {
    try {
      act();
    } catch (fault) {
      console.error(fault);
    }
  }

  /** Shows a copy, or a blank sheet for none, and for one that cannot be shown: that stays on the device as it is. */
  function open(next, as = 'copy') {
    try {
      lay(next, as);
    } catch (fault) {
      console.error(fault);
      lay(null, 'copy');
      aside();
    }
  }

  function lay(next, as) {
    clearTimeout(timer);
    // Until all of it is in the boxes, they are not what this copy says.
    [copy, view, dirty, stuck] = [null, as, false, false];
    const fit = T.fit(schema, next ?? { answers: {}, template_hash: schema.hash });
    T.write(form, schema, fit.answers);
    if (next) copy = { ...next, answers: fit.answers, earlier: fit.earlier };
    all(form, '.fresh').forEach(mark => mark.remove());
    for (const id of fit.fresh) {
      const [field, column] = id.split('.');
      const box = T.box(form, field);
      one(box, column ? `th[data-field="${column}"]` : 'legend, label').append(T.piece('fresh'));
    }
    for (const control of all(form, 'input, select, textarea, button')) control.disabled = as === 'example';
    byId('desk').dataset.view = as;
    T.banner('');
    T.tell('');
    if (as === 'example') T.banner(word('example'), [['use_example', () => start(T.example(schema))], ['back', () => openKept()]]);
    if (as === 'shared') T.banner(word('shared', { name: copy.name }), [['keep_shared', keep], ['leave_shared', () => openKept()]]);
    remember();
    refresh();
  }

  const aside = () => T.banner(word('set_aside'), [['see', () => { location.href = byId('copies').href; }]]);

  /** A new copy that begins with these answers. */
  function start(answers) {
    open(newCopy(answers));
    edited();
  }

  /** What follows from which copy is on the page, and not from what is in it. */
  function remember() {
    T.session(session, view === 'copy' && copy && store.kept ? copy.id : '');
    const others = store.count(schema.template);
    show('count').textContent = others ? `(${others})` : '';
  }

  /** The copy that this tab had, else the one that was changed last. */
  function openKept(id = null) {
    id ??= T.session(session);
    const list = store.list(schema.template);
    open((list.find(item => item.copy?.id === id) ?? list.find(item => item.copy))?.copy ?? null);
    if (list.some(item => !item.copy)) aside();
    if (!store.kept) T.banner(word(store.chosen ? 'memory' : 'blocked'));
  }

  /** Notes on a copy what is no answer and no change; gives whether that is kept. */
  function note(more) {
    Object.assign(copy ?? {}, more);
    const there = copy && store.read(copy.template, copy.id)?.copy;
    if (!there || there.revision !== copy.revision || store.save(Object.assign(there, more)) !== 'ok') return false;
    copy.revision = there.revision;
    return true;
  }

  // ---- saving ----

  function edited() {
    if (view === 'example') return;
    // What came by a link is one's own from the first letter on.
    if (view === 'shared') return keep();
    copy ??= newCopy();
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, 450);
    // Of a long sheet nothing is worked out while somebody types: that waits for the pause in which it is saved.
    if (form.elements.length < MANY) refresh();
    else shown(status);
  }

  function save() {
    clearTimeout(timer);
    if (!dirty || view !== 'copy') return;
    try {
      if (!stuck) write();
    } catch (fault) {
      console.error(fault);
      T.banner(word('in_doubt'), [['download', giveJson]]);
    }
    refresh();
  }

  function write() {
    const first = !copy.revision;
    const next = { ...copy, answers: read(), template_hash: schema.hash, changed: now() };
    delete next.partial;
    const result = store.save(next);
    if (result === 'theirs') return clash();
    if (result !== 'ok') {
      const way = result === 'full' ? ['free', () => window.open(byId('copies').href)] : ['keep_again', () => { copy.revision = 0; save(); }];
      T.banner(word(result), [['download', giveJson], way]);
      return;
    }
    [copy, dirty] = [next, false];
    if (all(byId('sheet-banner'), 'button').length && store.kept) T.banner('');
    if (first && store.kept) navigator.storage?.persist?.().catch(() => {});
    shown(remember);
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
  }

  /** Looks whether the device holds something newer than the page. */
  function compare() {
    if (!copy?.revision || view !== 'copy' || stuck) return;
    const there = store.read(copy.template, copy.id);
    if (there?.copy?.revision === copy.revision) return;
    if (!there) {
      dirty = true;
      save();
    } else if (dirty) {
      clash();
      refresh();
    } else if (there.copy) open(there.copy);
  }

  function keep() {
    copy = newCopy(read(), { name: T.unique(copy.name, names()), earlier: copy.earlier });
    [view, dirty] = ['copy', true];
    byId('desk').dataset.view = view;
    T.banner('');
    save();
    if (!dirty) T.tell(word('kept_shared'));
  }

  // ---- what follows from the answers ----

  function status() {
    const time = copy?.changed && T.say.time(new Date(copy.changed));
    const lost = stuck || !byId('sheet-banner').hidden;
    const saved = time ? 'saved' : 'saved_once';
    const key = view === 'shared' ? 'unsaved' : view !== 'copy' || !(copy || store.kept) ? '' : !copy ? 'nothing' : !dirty ? (store.kept ? saved : 'held') : lost ? 'unsaved' : 'saving';
    show('saved').textContent = word(key, { time });
  }

  function refresh() {
    shown(follow);
    shown(status);
  }

  function follow() {
    const answers = read();
    for (const field of schema.fields.filter(one => one.kind === 'computed')) {
      const output = one(T.box(form, field.id), 'output');
      output.dataset.words ??= output.textContent;
      const text = T.worked(schema, answers, field.computed, T.say);
      output.textContent = text || output.dataset.words;
      output.classList.toggle('worked', Boolean(text));
    }
    byId('names').replaceChildren(...T.names(schema, answers).map(name => new Option(name)));
    const empty = copy && view === 'copy' ? T.stillEmpty(schema, answers) : [];
    show('needed').hidden = !empty.length;
    one(show('needed'), 'ul').replaceChildren(...empty.map(field => {
      const line = T.piece('jump');
      line.firstChild.textContent = field.label;
      line.firstChild.href = `#field-${field.id}`;
      return line;
    }));
    T.page?.steps?.(answers);
    show('earlier').hidden = !copy?.earlier.length;
    T.terms(one(show('earlier'), 'dl'), copy?.earlier ?? []);
    show('name').textContent = view === 'example' ? word('example_name') : copy?.name ?? word('no_copy_yet');
    byId('copy-name').value = copy?.name ?? '';
    for (const part of all(byId('desk'), '[data-needs=copy]')) part.hidden = !copy || view !== 'copy';
  }

  // ---- taking it away ----

  const filled = () => ({ ...(copy ?? newCopy()), answers: read() });
  function giveJson() {
    T.giveJson(filled().name, filled());
    if (copy && !stuck && view === 'copy') {
      save();
      note({ downloaded: now() });
    }
  }

  // Where the site was published anew on a host that keeps nothing old, only a new page brings what this one lacks.
  const reload = () => location.reload();
  const noWays = () => T.tell(word('no_ways'), [['reload', reload], ['download', giveJson]]);
  /** Does what the second script is needed for. */
  const onward = (act, stay = noWays) => T.ways(form.dataset.root).then(act, stay);

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
    /** @type {() => any} */
    const read = () => onward(() => T.openLink(link), () => T.banner(word('no_ways'), [['again', read], ['reload', () => {
      history.replaceState(null, '', `#${link}`);
      reload();
    }], ['raw', () => T.showText(link)]]));
    return read();
  }

  const row = target => {
    const box = target.closest('.table');
    return { box, field: schema.fields.find(one => one.id === box?.dataset.field) };
  };

  /** @type {Record<string, (button?: any) => any>} */
  const actions = {
    blank: () => { save(); open(null); T.first(form).focus(); },
    print: () => print(),
    pdf: () => {
      T.tell(word('pdf'));
      print();
    },
    json: giveJson,
    'add-row': button => {
      const { box, field } = row(button);
      T.first(T.addRow(box, field)).focus();
      edited();
    },
    'remove-row': button => {
      const { box, field } = row(button);
      const line = button.closest('tr');
      const at = line.rowIndex;
      const gone = read()[field.id][at - 1];
      T.removeRow(box, field, line);
      (all(box, '[data-do=remove-row]')[at - 1] ?? one(box, '[data-do=add-row]')).focus();
      edited();
      T.undo(word('row_removed', { row: at }), () => {
        T.setRows(box, field, read()[field.id].toSpliced(at - 1, 0, gone));
        edited();
      });
    },
    'add-item': button => T.ownItem(button.closest('[data-field]')).focus(),
  };

  // ---- events ----

  /** @type {(target: EventTarget, name: string, act: (event: any) => void) => void} */
  const on = (target, name, act) => target.addEventListener(name, act);
  on(document, 'click', event => {
    const button = event.target.closest('[data-do]');
    // The link to a blank file leads there until there is something to fill it with.
    if (!button || button.href && !copy) return;
    event.preventDefault();
    button.closest('[popover]')?.hidePopover();
    const key = button.dataset.do;
    const act = () => (actions[key] ?? noWays)(button);
    actions[key] ? act() : onward(act);
  });
  on(form, 'input', event => {
    T.hear(event.target);
    edited();
  });
  on(form, 'submit', event => event.preventDefault());
  on(form, 'keydown', event => {
    if (event.key === 'Enter' && event.target.matches('input')) event.preventDefault();
  });
  on(form, 'paste', event => {
    const cell = event.target.closest('td[data-column]');
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!cell || !(text.includes('\t') || (/\n./.test(text) && !cell.matches('.long')))) return;
    event.preventDefault();
    onward(() => T.pasteInto(cell, text));
  });

  on(byId('copy-name'), 'change', event => {
    copy.name = event.target.value.trim() || copy.name;
    edited();
  });

  on(window, 'storage', event => { if (event.key === null || copy && event.key === store.key(copy.template, copy.id)) compare(); });
  on(window, 'pageshow', event => { if (event.persisted) compare(); });
  on(window, 'pagehide', save);
  on(document, 'visibilitychange', () => (document.visibilityState === 'hidden' ? save() : compare()));
  on(window, 'focus', compare);
  on(window, 'hashchange', openAddress);
  // A fault of whatever script of this page: first what was written is kept.
  for (const name of ['error', 'unhandledrejection']) on(window, name, save);
  // What is printed to a file is called as the copy is.
  const { title } = document;
  on(window, 'beforeprint', () => {
    T.mirror(form);
    document.title = copy?.name ?? title;
  });
  on(window, 'afterprint', () => (document.title = title));
  on(window, 'beforeunload', event => {
    save();
    if (copy && (dirty || (!store.kept && copy.revision && !copy.downloaded))) event.preventDefault();
  });
  on(document, 'twohats:morphed', () => {
    T.equip(form, schema);
    awake();
    for (const part of all(document, '[data-script]')) part.hidden = false;
    if (copy) open(dirty ? { ...copy, answers: read() } : copy, view);
  });

  /** What the second script works with. */
  T.page = { actions, schema, root: form.dataset.root, filled, open, newCopy, start, edited, save, note, row, store: () => store };
  // It comes with the first touch, so that it is there when the connection is not: who only reads has no use for it. Who
  // has copies here may be told something of them.
  const come = () => onward(() => {}, () => {});
  for (const name of ['focusin', 'pointerdown', 'dragenter']) on(window, name, come);
  if (store.list().length) on(window, 'load', () => (globalThis.requestIdleCallback ?? setTimeout)(come));

  T.equip(form, schema);
  for (const part of all(document, '[data-script]')) part.hidden = false;
  openKept();
  openAddress();
  // A situation leads to a blank sheet or to the example.
  ({ '?example': () => onward(() => actions.example()), '?start': actions.blank })[location.search]?.();
  ready = true;
})();
