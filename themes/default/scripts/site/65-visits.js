// When each page was read last, on this device alone: a page that was changed since says so, and so does the list of what
// is new. Where a book tells no changes, nothing is kept.
(() => {
  const two = number => String(number).padStart(2, '0');
  addEventListener('DOMContentLoaded', () => {
    const way = /** @type {HTMLElement} */ (document.querySelector('[data-news]'));
    if (!way) return;
    const root = new URL(way.dataset.news || './', location.href).pathname;
    const KEY = `twohats-visits:${root}`;
    const now = new Date();
    const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    /** @type {Record<string, string>} */
    let visits = {};
    try {
      visits = Object(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    } catch { /* Nothing is kept, then. */ }
    const path = href => new URL(href, location.href).pathname.slice(root.length);
    // A month stands for its last day, so that nothing is missed.
    const isSince = (date, visit) => visit && (date.length === 7 ? `${date}-31` : date) > visit;

    const fold = /** @type {HTMLDetailsElement} */ (document.querySelector('.changed'));
    const dates = [...fold?.querySelectorAll('time') ?? []].map(time => time.dateTime);
    const before = visits[path(location.href)];
    if (fold && dates.some(date => isSince(date, before))) {
      fold.open = true;
      /** @type {HTMLElement} */ (fold.querySelector('summary')).textContent = fold.dataset.since ?? '';
    }
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.news [data-page]'))) {
      const { page = '', date = '' } = item.dataset;
      const mark = /** @type {HTMLElement} */ (item.querySelector('[data-unread]'));
      if (mark) mark.hidden = !isSince(date, visits[path(page)]);
    }
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...visits, [path(location.href)]: today }));
    } catch { /* It can be read all the same. */ }
  });
})();
