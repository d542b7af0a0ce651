// What goes on paper: what is ticked, and all where nothing is. An address can have ticked it, as in `?only=late`.
(() => {
  const T = (globalThis.TwohatsChoose ??= /** @type {any} */ ({}));
  const ticks = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('[name=only]')]);
  const told = document.getElementById('chosen');
  const asked = new URLSearchParams(location.search).getAll('only');

  /** What is ticked. */
  T.chosen = () => ticks.filter(tick => tick.checked).map(tick => tick.value);

  function choose() {
    const { length } = T.chosen();
    for (const tick of ticks) {
      for (const part of [tick.closest('li'), document.getElementById(tick.value)]) {
        part?.classList.toggle('left-out', length > 0 && !tick.checked);
      }
    }
    if (told) told.textContent = length ? told.dataset.some.replace('{count}', length).replace('{all}', String(ticks.length)) : told.dataset.all;
  }

  // Pages for paper name a page by its kind too.
  for (const tick of ticks) if (asked.includes(tick.value.split('/').at(-1))) tick.checked = true;
  for (const part of /** @type {any} */ (document.querySelectorAll('[data-script]'))) part.hidden = false;
  addEventListener('change', choose);
  addEventListener('pageshow', choose);
  addEventListener('click', event => { if (/** @type {Element} */ (event.target).closest('[data-do=print]')) print(); });
  choose();

  // Who comes with what they have ticked, comes to print it; who comes back has done so.
  const [way] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
  if (T.chosen().length && asked.length && way?.type === 'navigate') addEventListener('load', () => print());
})();
