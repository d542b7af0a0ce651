// Opens the search with a press, with `/` or with Ctrl K, and gets what it needs only then.
(() => {
  const T = (globalThis.TwohatsSearch ??= /** @type {any} */ ({}));
  const root = new URL('../', /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  const KEY = 'twohats-slash';
  /** @type {HTMLAnchorElement} */
  let opener;
  let dialog;
  let loading;

  /** Whether `/` alone opens the search; `on` sets it. */
  T.slash = on => {
    try {
      if (on !== undefined) localStorage.setItem(KEY, on ? 'on' : 'off');
      return localStorage.getItem(KEY) !== 'off';
    } catch {
      return true;
    }
  };

  /** Gets what a search needs. */
  T.load = () => (loading ??= new Promise((done, fail) => {
    const [style, script] = [document.createElement('link'), document.createElement('script')];
    style.rel = 'stylesheet';
    style.href = `${root}assets/search.css`;
    script.src = `${root}assets/search.js`;
    script.onload = done;
    script.onerror = fail;
    // Beside the body, which the preview makes anew.
    document.documentElement.append(style, script);
  }));

  /** Opens the search, with these words in it when there are any. */
  T.open = words => {
    const field = /** @type {HTMLElement} */ (document.querySelector('main [data-part=field]'));
    if (field || document.querySelector('dialog[open]')) return field?.focus();
    if (!dialog) {
      dialog = document.createElement('dialog');
      dialog.className = 'search-dialog';
      dialog.setAttribute('aria-label', opener.textContent);
      // What is typed while the search is on its way is taken over.
      const box = document.createElement('input');
      box.setAttribute('aria-label', opener.textContent);
      dialog.append(box);
      document.body.append(dialog);
      dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
      T.load().then(() => T.startSearch(dialog)).catch(() => location.assign(opener.href));
    }
    dialog.showModal();
    const box = dialog.querySelector('input');
    box.focus();
    box.select();
    if (!words) return;
    box.value = words;
    box.setSelectionRange(words.length, words.length);
    box.dispatchEvent(new Event('input'));
  };

  addEventListener('keydown', event => {
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    const isTyping = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.nodeName);
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping && T.slash();
    const k = event.key === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    // A theme of a project's own may have no way to the search.
    if (!slash && !k || !opener && !document.querySelector('main [data-part=field]')) return;
    event.preventDefault();
    T.open();
  });
  addEventListener('DOMContentLoaded', () => {
    opener = document.querySelector('.find');
    if (document.querySelector('main [data-search]')) return T.load().then(() => T.startSearch());
    if (!opener) return;
    opener.setAttribute('role', 'button');
    opener.setAttribute('aria-haspopup', 'dialog');
    opener.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      T.open();
    });
    opener.addEventListener('keydown', event => { if (event.key === ' ') event.preventDefault(); });
    opener.addEventListener('keyup', event => { if (event.key === ' ') T.open(); });
  });
})();
