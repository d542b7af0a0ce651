// Makes every sign a box to tick, brings those up that somebody types, and shows what fits. Nothing is kept or sent.
(() => {
  const T = Twohats;
  const S = TwohatsSearch;
  const form = /** @type {HTMLFormElement} */ (document.getElementById('finder'));
  const byId = id => document.getElementById(id);
  if (!form || !['filter', 'best', 'best-head', 'found-list', 'found-count', 'found-nothing', 'jump'].every(byId)) return;
  const USUAL = 8;
  const all = (within, selector) => /** @type {any[]} */ ([...within.querySelectorAll(selector)]);
  const lines = all(form, '.browse .ticks li');
  const situations = all(form, '.situation');
  const filter = /** @type {HTMLInputElement} */ (byId('filter'));
  const best = byId('best');
  const head = byId('best-head');

  lines.forEach((line, at) => {
    const [box, label] = [document.createElement('input'), document.createElement('label')];
    Object.assign(box, { type: 'checkbox', id: `sign-${at + 1}` });
    label.htmlFor = box.id;
    label.append(...line.childNodes);
    line.append(box, label);
  });
  form.classList.add('ready');
  all(form, '[hidden]:not(.lean, #jump)').forEach(part => { part.hidden = false; });
  // Who looks for words does not want all signs at once; who opens a group does.
  all(form, '.group').forEach(group => { group.open = false; });

  const boxOf = line => line.querySelector('input');
  const isTicked = line => boxOf(line).checked;
  const signsOf = situation => all(situation, '.ticks li');

  /** A few signs of different groups, for who has typed nothing yet. */
  const usual = all(form, '.browse .group').map(group => signsOf(group)[0]).concat(situations.map(one => signsOf(one)[0]))
    .filter((line, at, some) => line && some.indexOf(line) === at).slice(0, USUAL);

  const asked = situations.map(one => ({ title: one.querySelector('h4').textContent, also: '', signs: signsOf(one).map(line => line.textContent) }));
  /** Until the search has said what it knows of the language, and where it cannot, words are taken as they are. */
  let look = S.signs(asked, { endings: [], weightless: '', same: '' });
  let learned;
  /** A situation's address as the index has it. */
  const stemOf = situation => decodeURI(situation.querySelector('a').href.slice(S.root.length)).replace(/\.html$/, '');
  const learn = () => (learned ??= S.begin(false).then(async start => {
    const { same, also } = await S.file('finder-0');
    asked.forEach((one, at) => { one.also = also[stemOf(situations[at])] ?? ''; });
    look = S.signs(asked, { ...start, same });
    suggest();
  }).catch(() => {}));

  /** A sign as it stands among the best: its box ticks the one in the list below. */
  function copy(line) {
    const [item, box, label] = ['li', 'input', 'label'].map(name => document.createElement(name));
    const own = boxOf(line);
    Object.assign(box, { type: 'checkbox', id: `best-${own.id}`, checked: own.checked });
    /** @type {HTMLLabelElement} */ (label).htmlFor = box.id;
    label.append(...[...line.querySelector('label').childNodes].map(node => node.cloneNode(true)));
    box.addEventListener('change', event => {
      event.stopPropagation();
      own.checked = /** @type {HTMLInputElement} */ (box).checked;
      show();
    });
    item.append(box, label);
    return item;
  }

  /** What was ticked stays on top; below it stand the signs that may be meant. */
  function suggest() {
    const query = filter.value.trim();
    const found = query ? look(query).map(([at, on]) => signsOf(situations[at])[on]) : usual;
    head.textContent = form.dataset[!query ? 'usual' : found.length ? 'meant' : 'unknown'];
    const ticked = lines.filter(isTicked);
    best.replaceChildren(...[...new Set([...ticked, ...found])].slice(0, Math.max(USUAL, ticked.length)).map(copy));
  }

  function result({ link, first, ticked, all: of }) {
    const item = document.createElement('li');
    const [title, facts, count] = ['h3', 'p', 'span'].map(name => document.createElement(name));
    item.className = 'card';
    facts.className = 'facts';
    title.append(link.cloneNode(true));
    count.textContent = form.dataset.count.replace('{ticked}', ticked).replace('{all}', of);
    facts.append(count);
    if (first) facts.append(/** @type {HTMLTemplateElement} */ (byId(`first-${first}`))?.content.cloneNode(true) ?? '');
    item.append(title, facts);
    return item;
  }

  function show() {
    const found = T.rank(situations.map(one => {
      const signs = signsOf(one);
      return { link: one.querySelector('a'), first: one.dataset.first, ticked: signs.filter(isTicked).length, all: signs.length };
    }));
    const ticks = lines.filter(isTicked).map(line => line.closest('.situation').dataset.first);
    const lean = T.lean(ticks);
    byId('found-list').replaceChildren(...found.map(result));
    const count = found.length === 1 ? form.dataset.one : form.dataset.many.replace('{count}', String(found.length));
    byId('found-count').textContent = found.length ? count : '';
    // Where what fits stands below the signs, a link leads there.
    byId('jump').hidden = !found.length;
    byId('jump').textContent = `${count} ↓`;
    byId('found-nothing').hidden = ticks.length > 0;
    all(form, '.lean').forEach(line => { line.hidden = line.dataset.lean !== lean; });
  }

  form.addEventListener('change', event => {
    if (event.target !== filter) suggest();
    show();
  });
  form.addEventListener('reset', () => setTimeout(() => { suggest(); show(); filter.focus(); }));
  form.addEventListener('submit', event => event.preventDefault());
  filter.addEventListener('input', () => { learn(); suggest(); });
  // A browser that comes back to the page may tick again what was ticked.
  addEventListener('pageshow', () => { suggest(); show(); });
  filter.value = new URLSearchParams(location.search).get('q') ?? filter.value;
  if (filter.value) learn();
  suggest();
  show();
})();
