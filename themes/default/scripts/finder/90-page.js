// Makes every sign a box to tick and shows what fits. Nothing is kept or sent.
(() => {
  const T = Twohats;
  const form = /** @type {HTMLFormElement} */ (document.getElementById('finder'));
  const byId = id => document.getElementById(id);
  if (!form || !['filter', 'no-signs', 'found-list', 'found-count', 'found-nothing'].every(byId)) return;
  const all = (within, selector) => /** @type {any[]} */ ([...within.querySelectorAll(selector)]);
  const lines = all(form, '.ticks li');
  const situations = all(form, '.situation');
  const filter = /** @type {HTMLInputElement} */ (byId('filter'));

  lines.forEach((line, at) => {
    const [box, label] = [document.createElement('input'), document.createElement('label')];
    Object.assign(box, { type: 'checkbox', id: `sign-${at + 1}` });
    label.htmlFor = box.id;
    label.append(...line.childNodes);
    line.append(box, label);
  });
  form.classList.add('ready');
  all(form, '[hidden]:not(#no-signs, .lean)').forEach(part => { part.hidden = false; });

  const isTicked = line => line.querySelector('input').checked;

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
      const signs = all(one, 'li');
      return { link: one.querySelector('a'), first: one.dataset.first, ticked: signs.filter(isTicked).length, all: signs.length };
    }));
    const ticks = lines.filter(isTicked).map(line => line.dataset.lean ?? line.closest('.situation')?.dataset.first);
    const lean = T.lean(ticks);
    byId('found-list').replaceChildren(...found.map(result));
    const count = found.length === 1 ? form.dataset.one : form.dataset.many.replace('{count}', String(found.length));
    byId('found-count').textContent = found.length ? count : '';
    byId('found-nothing').hidden = ticks.length > 0;
    all(form, '.lean').forEach(line => { line.hidden = line.dataset.lean !== lean; });
  }

  function narrow() {
    let some = false;
    for (const line of lines) {
      // What is ticked stays in sight.
      line.hidden = !isTicked(line) && !T.hasWords(line.textContent, filter.value.trim());
      some ||= !line.hidden;
    }
    for (const part of [...situations, ...all(form, '.group')]) part.hidden = all(part, 'li').every(line => line.hidden);
    byId('no-signs').hidden = some;
  }

  form.addEventListener('change', show);
  form.addEventListener('reset', () => setTimeout(() => { narrow(); show(); filter.focus(); }));
  form.addEventListener('submit', event => event.preventDefault());
  filter.addEventListener('input', narrow);
  // A browser that comes back to the page may tick again what was ticked.
  addEventListener('pageshow', show);
  show();
})();
