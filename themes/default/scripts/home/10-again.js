// What a reader may go on with: the copies that were changed last. It knows no page.
(() => {
  const T = (globalThis.TwohatsHome ??= /** @type {any} */ ({}));
  const MOST = 3;

  /** The copies behind these keys that can be read, the last changed first, each with the page of its sheet. `pages`
      are the addresses of sheets; what has none there is left out. */
  T.again = (storage, keys, pages) => {
    const page = template => pages.find(one => decodeURI(one).endsWith(`/${template}.html`));
    const copies = keys.flatMap(key => {
      const [template, id] = key.split(':').slice(-2);
      try {
        const { name, changed, downloaded } = JSON.parse(storage.getItem(key));
        const href = page(template);
        return href && typeof name === 'string' && name && !Number.isNaN(Date.parse(changed))
          ? [{ name, changed, isDownloaded: Boolean(downloaded), href: `${href}#copy-${id}` }] : [];
      } catch {
        return []; // it is damaged, and "My sheets" says so
      }
    });
    return copies.sort((a, b) => b.changed.localeCompare(a.changed)).slice(0, MOST);
  };

  /** When that was, as one says it: the hour, the day of the week, or the date. */
  T.when = (changed, now, language) => {
    const then = new Date(changed);
    const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(then).setHours(0, 0, 0, 0)) / 864e5);
    const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    if (days < 2) return words.format(-days, 'day');
    return days < 7 ? then.toLocaleDateString(language, { weekday: 'long' }) : words.format(-days, 'day');
  };
})();
