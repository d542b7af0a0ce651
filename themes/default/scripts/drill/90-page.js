// Deals a few cards of the drill and shows one at a time. Nothing is kept or sent.
(() => {
  const T = Twohats;
  const form = /** @type {HTMLFormElement} */ (document.getElementById('drill'));
  const byId = id => document.getElementById(id);
  if (!form || !['drill-count', 'drill-end', 'drill-score', 'drill-word', 'drill-here', 'drill-next'].every(byId)) return;
  const all = /** @type {HTMLElement[]} */ ([...form.querySelectorAll('.question')]);
  const next = byId('drill-next');
  const end = byId('drill-end');
  const numbers = form.dataset.numbers.split(' ');
  const say = (name, values) => Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, String(value)), form.dataset[name]);
  let cards;
  let chosen;
  let at;

  function show(focus) {
    all.forEach(card => { card.hidden = card !== cards[at]; });
    byId('drill-count').textContent = say('count', { card: at + 1, cards: cards.length });
    next.hidden = true;
    if (focus) cards[at].querySelector('h2').focus();
  }

  function start(focus) {
    form.reset();
    cards = T.deal(all.map(card => card.dataset.first), Math.random).map(place => all[place]);
    [chosen, at] = [[], 0];
    end.hidden = true;
    for (const box of form.querySelectorAll('input')) box.disabled = false;
    show(focus);
  }

  /** A number in words, as far as there are words for it. */
  const inWords = number => numbers[number] ?? String(number);

  function finish() {
    const firsts = cards.map(card => card.dataset.first);
    const { same, always } = T.went(chosen, firsts);
    const score = say('score', { same: inWords(same), cards: inWords(cards.length) });
    byId('drill-score').textContent = score.slice(0, 1).toLocaleUpperCase(document.documentElement.lang) + score.slice(1);
    byId('drill-word').textContent = form.dataset[always];
    byId('drill-here').textContent = say('here', { leader: inWords(firsts.filter(hat => hat === 'leader').length), cards: inWords(cards.length) });
    all.forEach(card => { card.hidden = true; });
    byId('drill-count').textContent = '';
    end.hidden = false;
    next.textContent = form.dataset.more;
    byId('drill-score').focus();
  }

  form.addEventListener('change', event => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (!cards[at]?.contains(box)) return;
    chosen[at] = box.value;
    // What was said is said.
    for (const other of cards[at].querySelectorAll('input')) other.disabled = other !== box;
    next.textContent = at + 1 < cards.length ? form.dataset.next : form.dataset.last;
    next.hidden = false;
  });
  next.addEventListener('click', () => {
    if (!end.hidden) return start(true);
    at += 1;
    if (at < cards.length) show(true);
    else finish();
  });
  form.addEventListener('submit', event => event.preventDefault());
  form.classList.add('dealt');
  for (const part of /** @type {any} */ (form.querySelectorAll('[data-script]'))) part.hidden = false;
  start(false);
})();
