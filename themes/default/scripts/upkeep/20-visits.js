// How much of what was changed on a page was seen there, on this device alone: a page that was changed since says what, and
// the list of what is new marks it. Where a book tells no changes, nothing is kept.
(() => {
  const T = (globalThis.TwohatsSite ??= /** @type {any} */ ({}));
  /** Whether a change, counted from the oldest of its page, came after the page was seen with so many; never for a page that was not. */
  T.isNew = (number, seen) => Number.isInteger(seen) && number > seen;

  globalThis.addEventListener?.('DOMContentLoaded', () => {
    const way = /** @type {HTMLElement} */ (document.querySelector('[data-news]'));
    if (!way) return;
    const root = new URL(way.dataset.news || './', location.href).pathname;
    const KEY = `twohats-seen:${root}`;
    /** @type {Record<string, number>} */
    let seen = {};
    try {
      seen = Object(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    } catch { /* Nothing is kept, then. */ }
    const path = href => new URL(href, location.href).pathname.slice(root.length);
    const here = path(location.href);

    const fold = /** @type {HTMLDetailsElement} */ (document.querySelector('[data-since]'));
    const count = fold?.querySelectorAll('dt').length ?? 0;
    if (fold && T.isNew(count, seen[here])) {
      fold.open = true;
      /** @type {HTMLElement} */ (fold.querySelector('summary')).textContent = fold.dataset.since ?? '';
    }
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-page]'))) {
      const mark = /** @type {HTMLElement} */ (item.querySelector('[data-unread]'));
      if (mark) mark.hidden = !T.isNew(Number(item.dataset.number), seen[path(item.dataset.page)]);
    }
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...seen, [here]: count }));
    } catch { /* It can be read all the same. */ }
  });
})();
