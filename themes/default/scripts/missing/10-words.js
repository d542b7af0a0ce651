// The words of an address. It knows no page.
(() => {
  const T = (globalThis.TwohatsSearch ??= /** @type {any} */ ({}));

  /** The words of the last part of a path that has any; none of the page that is shown for all that are missing. */
  T.wordsOf = path => {
    let text = path;
    try {
      text = decodeURIComponent(path);
    } catch { /* it was broken on its way, and is read as it is */ }
    const part = text.replace(/(\/index)?(\.html?)?\/*$/i, '').split('/').at(-1);
    return part === '404' ? '' : part.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
  };
})();
