// Practice on a situation's page: write first, then compare.
(() => {
  const T = Twohats;
  const { find, every } = T;
  const place = find('.practise');
  if (!place || !find('.try') || !find('[data-do=practise]')) return;

  const root = document.documentElement;
  const { scenario, title, site, id, names, root: up } = place.dataset;
  const path = new URL(up || './', location.href).pathname;
  const before = [...(id ? [id, site] : []), ...(names?.split(' ') ?? [])];
  const kept = T.practised({ site: id ?? site + path, path, before }, scenario, title);
  const boxes = () => every('.try textarea');
  let held = false; // something is on this page only

  /** Keeps an answer and says whether it is kept. */
  T.keep = (key, answer) => {
    held = !kept.put(key, answer);
    for (const show of every('[data-show=kept]')) show.textContent = find('.said')?.dataset[held ? 'held' : 'kept'] ?? '';
  };
  T.rows = kept.rows;

  /** Most readers only read: the style of practice is loaded when somebody practises. */
  const style = () => new Promise(done => {
    const address = `${up}assets/practice.css`;
    if (find(`[href="${address}"]`)) return done(null);
    const link = document.createElement('link');
    [link.rel, link.href] = ['stylesheet', address];
    link.onload = link.onerror = () => done(null);
    return document.head.append(link);
  });

  /** Shows the page as it is, for practice or for a group. */
  T.mode = async (mode, param = mode) => {
    if (mode) await style();
    if (mode) root.dataset.mode = mode;
    else delete root.dataset.mode;
    T.readdress(url => {
      const value = url.searchParams.get(param) ?? '';
      for (const name of ['practise', 'workshop']) url.searchParams.delete(name);
      if (param) url.searchParams.set(param, value);
      url.search = url.search.replace(/=(?=&|$)/g, '');
      url.hash = '';
    });
    for (const part of every('[data-when]')) part.hidden = part.dataset.when !== (mode ?? 'page');
    find('.try').hidden = mode !== 'practise';
  };

  function label(box) {
    const button = find('[data-do=compare]', box.parentElement);
    if (!button) return;
    button.dataset.full ??= button.textContent;
    button.textContent = box.value.trim() ? button.dataset.full : button.dataset.empty;
  }

  async function practise() {
    await T.mode('practise');
    for (const box of boxes()) {
      box.value = kept.text(box.name);
      label(box);
    }
    every('.listen input').forEach((tick, at) => { tick.checked = kept.ticked().includes(heard(at)); });
    scrollTo(0, 0);
    boxes().find(box => box.checkVisibility())?.focus({ preventScroll: true });
    find('.try').scrollIntoView({ block: 'nearest' });
  }
  const heard = at => every('.listen label')[at].textContent;

  function compare(role) {
    const answer = find(`.try .${role}`);
    const sample = find('.sample', answer);
    if (!sample.hidden) return;
    const text = find(`#${role}-say .text`);
    find('.text', sample).replaceChildren(...[...text.childNodes].map(node => node.cloneNode(true)));
    sample.hidden = false;
    answer.classList.add('compared');
    find('[data-do=compare]', answer).hidden = true;
    find('.listen', place)?.setAttribute('open', '');
    sample.focus();
  }

  function cover() {
    for (const answer of every('.try .answer')) {
      answer.classList.remove('compared');
      find('.sample', answer).hidden = true;
      find('[data-do=compare]', answer).hidden = false;
    }
    find('.listen', place)?.removeAttribute('open');
  }

  function written() {
    const parts = boxes().map(box => `${find('.label', box.closest('.answer')).textContent.trim()}\n\n${box.value.trim()}`);
    const ticks = every('.listen li').map(item => `${find('input', item).checked ? '☑' : '☐'} ${item.textContent.trim()}`);
    return [title, find('.ask').innerText.trim(), ...parts, ticks.join('\n')].filter(Boolean).join('\n\n');
  }

  T.leave = () => {
    cover();
    T.mode(null);
    place.scrollIntoView();
    find('[data-do=practise]', place).focus({ preventScroll: true });
  };

  const actions = {
    practise,
    leave: T.leave,
    compare: button => compare(button.value),
    copy: () => T.copyOut(written(), find('.try')),
    again() {
      kept.clear();
      cover();
      practise();
      T.announce('cleared');
    },
  };
  place.addEventListener('click', event => {
    const button = event.target.closest('[data-do]');
    if (button) actions[button.dataset.do]?.(button);
  });
  // The rail leads here too.
  document.addEventListener('click', event => {
    const link = /** @type {Element} */ (event.target).closest('[data-do=practise]');
    if (!link || place.contains(link)) return;
    event.preventDefault();
    practise();
  });
  place.addEventListener('submit', event => event.preventDefault());
  place.addEventListener('input', event => {
    const box = event.target;
    if (box.matches('textarea')) {
      label(box);
      T.keep(box.name, box.value);
    } else if (box.closest('.listen')) {
      T.keep('heard', every('.listen input').flatMap((tick, at) => (tick.checked ? heard(at) : [])));
    }
  });
  addEventListener('beforeunload', event => {
    if (held) event.preventDefault();
  });

  if (T.asked('practise') !== null) practise();
  else T.mode(null, T.asked('workshop') === null ? null : 'workshop');
})();
