// At an old address: what the reader's link carries goes along to the new one. A filled sheet in it is nowhere else.
(() => {
  const { to } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  const { search, hash } = location;
  // With nothing to carry the page leads on by itself.
  if (!search && !hash) return;
  const [, path, query, place] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(to);
  // Else the page would lead on as well, and without all this.
  stop();
  location.replace(path + (query ? query + search.replace('?', '&') : search) + (hash || (place ?? '')));
})();
