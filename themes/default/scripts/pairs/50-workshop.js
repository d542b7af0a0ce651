// The page for a group: one step at a time, by the clock, answers covered until somebody reveals them.
(() => {
  const T = Twohats;
  const { find, every } = T;
  const skeleton = find('#_workshop');
  if (!skeleton || !T.mode) return;

  const root = document.documentElement;
  const running = () => root.dataset.mode === 'workshop';
  const stages = () => every('.workshop .stage');
  const COLUMNS = ['who', 'what', 'when'];
  let at = 0;
  let left = 0; // seconds
  let ticking = 0;

  function build() {
    find('.body').prepend(skeleton.content.cloneNode(true));
    for (const stage of stages()) {
      const shown = document.createElement('div');
      shown.className = 'shown';
      for (const part of stage.dataset.from ? every(stage.dataset.from.replaceAll(/(^|, )/g, '$1main ')) : []) {
        if (!part.closest('.workshop')) shown.append(part.cloneNode(true));
      }
      // What is taken from the page is there once more, and its ids are not.
      for (const part of every('[id], [for], [aria-labelledby]', shown)) {
        for (const name of ['id', 'for', 'aria-labelledby', 'role']) part.removeAttribute(name);
      }
      for (const input of every('.listen input', shown)) input.replaceWith('☐ ');
      for (const fold of every('details', shown)) fold.open = true;
      shown.hidden = 'hidden' in stage.dataset;
      shown.dataset.cover = '';
      const hidden = find('[data-do=reveal]', stage);
      if (hidden) hidden.parentElement.after(shown);
      else if (shown.children.length) stage.append(shown);
    }
    find('.stages').replaceChildren(...stages().map((stage, number) => {
      const name = document.createElement('li');
      name.append(`${number + 1} ${find('h2', stage).textContent} `, document.createElement('small'));
      return name;
    }));
    const asked = lengths().find(length => length.value === T.asked('workshop'));
    if (asked) asked.checked = true;
    share();
    const rows = T.rows().filter(row => row.some(Boolean));
    for (let number = rows.length; number < 3; number += 1) rows.push(['', '', '']);
    const body = find('.commitments tbody');
    const blank = body.firstElementChild;
    body.replaceChildren(...rows.map(row => line(blank, row)));
  }

  const lengths = () => every('.workshop .lengths input');
  /** Of the minutes that the group has got, those that a step takes. */
  const minutes = stage => Number(stage.dataset.minutes.split(' ')[lengths().findIndex(length => length.checked)]);
  /** Says beside each step what it takes. */
  function share() {
    const { minutes: say } = find('.stages').dataset;
    every('.stages small').forEach((takes, number) => { takes.textContent = say.replace('{count}', minutes(stages()[number])); });
  }

  function line(blank, row) {
    const made = blank.cloneNode(true);
    every('textarea', made).forEach((box, column) => {
      box.value = row[column];
      box.parentElement.dataset.label = box.getAttribute('aria-label');
    });
    return made;
  }
  const written = () => every('.commitments tbody tr').map(row => every('textarea', row).map(box => box.value.trim()));

  // ---- the clock ----

  function time() {
    const seconds = Math.abs(left);
    const show = find('.workshop .time');
    const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    show.textContent = left < 0 ? `+${text}` : text;
    show.classList.toggle('over', left <= 0);
    const button = find('[data-do=pause]');
    button.dataset.running ??= button.textContent;
    button.textContent = ticking ? button.dataset.running : button.dataset.paused;
  }
  function run(on) {
    clearInterval(ticking);
    if (on) find('.workshop .lengths').hidden = true;
    ticking = on ? setInterval(() => {
      left -= 1;
      if (left === 0) T.announce('overtime');
      time();
    }, 1000) : 0;
    time();
  }

  function turn(to) {
    const all = stages();
    at = Math.min(Math.max(to, 0), all.length - 1);
    all.forEach((stage, number) => {
      stage.hidden = number !== at;
      find('h2', stage).id = number === at ? '_stage-title' : '';
    });
    every('.stages li').forEach((name, number) => (number === at ? name.setAttribute('aria-current', 'step') : name.removeAttribute('aria-current')));
    find('[data-do=back]').disabled = at === 0;
    find('[data-do=next]').disabled = at === all.length - 1;
    left = minutes(all[at]) * 60;
    run(at > 0);
    const heading = find('h2', all[at]);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function reveal() {
    const stage = stages()[at];
    const cover = find('[data-cover][hidden]', stage);
    if (!cover) return false;
    cover.hidden = false;
    find('[data-do=reveal]', stage).parentElement.hidden = true;
    find('h2', stage).focus({ preventScroll: true });
    return true;
  }

  async function start() {
    await T.mode('workshop');
    find('.workshop')?.remove();
    build();
    turn(0);
  }
  function leave() {
    run(false);
    find('.workshop').remove();
    T.leave();
  }

  const actions = {
    workshop: start,
    back: () => turn(at - 1),
    next: () => reveal() || turn(at + 1),
    reveal,
    leave,
    pause: () => run(!ticking),
    more: () => { left = Math.max(left, 0) + 60; time(); },
    add() {
      const body = find('.commitments tbody');
      body.append(line(body.lastElementChild, ['', '', '']));
      find('textarea', body.lastElementChild).focus();
    },
    'copy-commitments'() {
      const head = every('.commitments th').map(cell => cell.textContent);
      const rows = [head, head.map(() => '---'), ...written().filter(row => row.some(Boolean))];
      T.copyOut(rows.map(row => `| ${row.map(cell => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`).join('\n'), find('.commitments'));
    },
  };
  document.addEventListener('click', event => {
    const button = /** @type {any} */ (event.target).closest('[data-do]');
    if (button && (running() && button.closest('.workshop') || button.dataset.do === 'workshop')) actions[button.dataset.do]?.();
  });
  document.addEventListener('change', event => {
    if (!lengths().includes(event.target)) return;
    share();
    left = minutes(stages()[at]) * 60;
    time();
  });
  document.addEventListener('input', event => {
    if (!/** @type {any} */ (event.target).closest('.commitments')) return;
    const rows = written().filter(row => row.some(Boolean));
    const id = number => `row${number + 1}`;
    T.keep('commitments', rows.map((row, number) => ({ id: id(number), cells: Object.fromEntries(row.map((cell, column) => [COLUMNS[column], cell])) })));
  });
  const KEYS = { ArrowRight: 'next', PageDown: 'next', ArrowLeft: 'back', PageUp: 'back', Escape: 'leave' };
  document.addEventListener('keydown', event => {
    const action = KEYS[event.key];
    const writes = /** @type {any} */ (event.target).matches('textarea, input');
    if (!running() || !action || event.ctrlKey || event.altKey || event.metaKey || writes && action !== 'leave') return;
    event.preventDefault();
    actions[action]();
  });

  if (T.asked('workshop') !== null) start();
})();
