// Lists of copies and what can be done with each.
(() => {
  const T = Twohats;
  const { all, byId, piece, word } = T;
  const json = value => JSON.stringify(value, null, 2);

  T.askName = async name => {
    const input = byId('name-box');
    input.value = name;
    const done = T.ask('name-dialog');
    input.onkeydown = event => { if (event.key === 'Enter') byId('name-dialog').close('yes'); };
    input.select();
    return (await done) === 'yes' ? input.value.trim() : '';
  };

  const nameOf = ({ copy, key }) => copy?.name ?? key.split(':').slice(2).join(' ');

  function facts({ copy, size, fault }) {
    const parts = [];
    if (copy) {
      const [changed, downloaded, days] = [new Date(copy.changed), new Date(copy.downloaded), T.daysAlone(copy)];
      if (copy.changed) parts.push(word('changed', { date: T.say.today(changed), time: T.say.time(changed) }));
      if (downloaded >= changed) parts.push(word('downloaded', { date: T.say.today(downloaded) }));
      else if (days) parts.push(word('not_downloaded', { days }));
    } else parts.push(word(fault === 'newer' ? 'newer' : 'unreadable'));
    return [...parts, T.size(size)].join(' · ');
  }

  T.list = (list, items, href) => list.replaceChildren(...items.map(item => {
    const line = piece('copy');
    const [link, about] = [line.querySelector('a'), line.querySelector('small')];
    const name = nameOf(item);
    line.dataset.key = item.key;
    link.textContent = name;
    if (item.copy) link.href = href(item.copy);
    about.textContent = facts(item);
    for (const button of all(line, 'button')) {
      button.setAttribute('aria-label', `${button.textContent} ${name}`);
      if (!item.copy && ['rename', 'duplicate'].includes(button.dataset.act)) button.remove();
    }
    return line;
  }));

  /** Lets the buttons of a list of copies work; `changed` is called after each. */
  T.work = (list, store, changed) => list.addEventListener('click', async event => {
    const { act } = event.target.closest('button')?.dataset ?? {};
    const item = act && store().list().find(one => one.key === event.target.closest('li').dataset.key);
    if (!item) return;
    const { copy } = item;
    const names = store().list().map(one => one.copy?.name);
    const now = new Date().toISOString();
    const save = next => { if (store().save(next) !== 'ok') T.tell(word('full')); };
    if (act === 'download') {
      T.give(T.fileName(nameOf(item), 'json'), copy ? json(copy) : item.json, 'application/json');
      if (copy) save({ ...copy, downloaded: now });
    } else if (act === 'rename') {
      const name = await T.askName(copy.name);
      if (name) save({ ...copy, name, changed: now });
    } else if (act === 'duplicate') {
      save({ ...copy, id: T.newId(), revision: 0, name: T.unique(copy.name, names), created: now, changed: now });
    } else {
      store().remove(item.key);
      T.undo(word('deleted', { name: nameOf(item) }), () => { store().restore(item.key, item.json); changed(item.key); });
    }
    changed(item.key);
  });

  /** Takes copies off the device after saying which; gives those that went. */
  T.clear = async (store, items) => {
    byId('clear-list').replaceChildren(...items.map(item => {
      const line = document.createElement('li');
      line.textContent = `${nameOf(item)} · ${facts(item)}`;
      return line;
    }));
    if ((await T.ask('clear-dialog')) !== 'yes') return [];
    for (const { key } of items) store.remove(key);
    return items;
  };
})();
