// The page of all copies of this playbook that are on the device.
(() => {
  const T = Twohats;
  const { all, byId, word } = T;
  const desk = byId('all-copies');
  if (!desk || !['copies-none', 'memory', 'sheet-banner', 'sheet-notice', 'sheet-parts'].every(byId)) return;

  const sections = all(desk, '[data-template]');
  const about = T.site(desk, sections);
  let store = T.open(about);
  let left = null; // what says what is left
  const known = sections.map(section => section.dataset.template).filter(Boolean);

  /** What all copies take, and what is left where they are. */
  function sum(items) {
    const size = items.reduce((all, item) => all + item.size, 0);
    left = store.kept ? left ?? T.room(localStorage) : null;
    byId('room').textContent = items.length && left ? word('room', { size: T.size(size), left: T.size(left()) }) : '';
  }

  function refresh() {
    const items = store.list();
    for (const section of sections) {
      const { template } = section.dataset;
      const own = items.filter(item => (known.includes(item.template) ? item.template : '') === template);
      const page = section.querySelector('a')?.href ?? '';
      section.hidden = !own.length;
      T.list(section.querySelector('ul'), own, copy => `${page}#copy-${copy.id}`);
    }
    byId('copies-none').hidden = items.length > 0;
    for (const button of all(desk, '[data-do$=all]')) button.hidden = !items.length;
    T.banner(store.kept ? '' : word(store.chosen ? 'memory' : 'blocked'));
    byId('memory').checked = !store.kept;
    byId('memory').disabled = !store.kept && !store.chosen;
    if (byId('room')) sum(items);
  }

  const actions = {
    all() {
      const downloaded = new Date().toISOString();
      const items = store.list();
      const copies = items.flatMap(item => item.copy ?? []);
      const unreadable = items.filter(item => !item.copy).map(({ key, json }) => ({ key, json }));
      T.giveJson(document.title, { format: 'twohats-copies', version: 1, copies, unreadable });
      for (const copy of copies) store.save({ ...copy, downloaded });
      refresh();
    },
    async take() {
      const text = await T.askFile();
      if (text) await T.take(text, store, template => known.includes(template));
      refresh();
    },
    async 'clear-all'() {
      const gone = await T.clear(store, store.list());
      refresh();
      if (gone.length) T.undo(word('cleared', { count: gone.length }), () => {
        for (const { key, json } of gone) store.restore(key, json);
        refresh();
      });
    },
  };

  desk.addEventListener('click', event => {
    const button = event.target.closest('[data-do]');
    if (button) actions[button.dataset.do]();
    const link = event.target.closest('[data-template=""] .copy a');
    const item = link && store.list().find(one => one.key === link.closest('li').dataset.key);
    if (link) event.preventDefault();
    if (item?.copy) T.readOnly(item.copy);
  });
  byId('memory').addEventListener('change', event => {
    T.session(T.MEMORY, event.target.checked ? 'yes' : '');
    store = T.open(about);
    refresh();
  });
  for (const list of all(desk, '.copies')) T.work(list, () => store, refresh);
  addEventListener('storage', event => { if (event.key !== T.PROBE) refresh(); });
  addEventListener('pageshow', event => { if (event.persisted) refresh(); });

  for (const part of all(document, '[data-script]')) part.hidden = false;
  refresh();
  T.goOn(store, about, desk.dataset.root).then(refresh);
})();
