// Which answers are shown, and where on the page the reader is.
(() => {
  const T = Twohats;
  const { find, every } = T;
  const show = find('form.show');
  if (!show || !find(':checked', show)) return;

  const narrow = matchMedia('(width < 46rem)');
  const shown = () => find(':checked', show).value;

  /** Shows one hat's answers or both, and keeps that in the address. */
  function choose(role) {
    find(`[value=${role}]`, show).checked = true;
    T.readdress(url => (role === 'both' ? url.searchParams.delete('role') : url.searchParams.set('role', role)));
  }

  const roleOf = part => {
    const answer = part.closest('.answer');
    return !answer || !answer.closest('main') ? null : answer.matches('.leader') ? 'leader' : 'manager';
  };

  /** Goes to the part that the address names. On a phone, one answer is read at a time. */
  function go() {
    const part = T.named(location.hash);
    const role = part && roleOf(part);
    part?.closest('details')?.setAttribute('open', '');
    if (!role) return;
    if (narrow.matches || !['both', role].includes(shown())) choose(role);
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
    part.scrollIntoView();
  }

  show.addEventListener('change', () => choose(shown()));
  show.addEventListener('submit', event => event.preventDefault());
  addEventListener('hashchange', go);

  // ---- the moment in view ----

  const now = find('.now', show);
  const first = find('.moment > h2, .heads');
  const links = every('.contents a');
  const parts = every('.body section[id]');
  const wide = matchMedia('(width >= 62rem)');

  function look() {
    const edge = wide.matches ? 140 : 96;
    const part = parts.findLast(one => one.getBoundingClientRect().top < edge);
    show.classList.toggle('stuck', first?.getBoundingClientRect().bottom < (wide.matches ? 60 : 0));
    if (now) now.textContent = find('h2', part)?.textContent ?? '';
    for (const link of links) {
      if (part && link.hash === `#${part.id}`) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }
  let waiting = false;
  addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; look(); });
  }, { passive: true });
  document.addEventListener('twohats:morphed', look);

  const asked = T.asked('role');
  if (['leader', 'manager'].includes(asked)) choose(asked);
  look();
  go();
})();
