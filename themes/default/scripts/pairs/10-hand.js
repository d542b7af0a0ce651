// What pages with paired answers share: words to the reader, text to the clipboard, the address.
(() => {
  const T = (globalThis.Twohats ??= /** @type {any} */ ({}));
  /** @type {(query: string, root?: any) => any} */
  T.find = (query, root = document) => root.querySelector(query);
  /** @type {(query: string, root?: any) => any[]} */
  T.every = (query, root = document) => [...root.querySelectorAll(query)];

  let timer = 0;
  /** Says something for a while, by its key in the wording. */
  T.announce = (key, more = '') => {
    const said = T.find('.said');
    if (!said) return;
    said.textContent = [said.dataset[key], more].filter(Boolean).join(' ');
    clearTimeout(timer);
    timer = setTimeout(() => { said.textContent = ''; }, 4000);
  };

  /** Puts text on the clipboard; where that is refused, selects what it was taken from. */
  T.copyOut = async (text, from, done = 'copied', refused = 'select') => {
    try {
      await navigator.clipboard.writeText(text);
      T.announce(done);
    } catch {
      if (from) getSelection()?.selectAllChildren(from);
      T.announce(refused);
    }
  };

  /** Changes the address without leaving the page; some browsers refuse that of a file. */
  T.readdress = change => {
    const url = new URL(location.href);
    change(url);
    try {
      history.replaceState(history.state, '', url);
    } catch { /* the page works all the same */ }
  };
  T.asked = name => new URLSearchParams(location.search).get(name);

  /** What an address names at its end. One that was broken on its way names nothing. */
  T.named = hash => {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null;
    }
  };

  /** What a text box holds is printed from a block beside it: boxes are cut off on paper. */
  addEventListener('beforeprint', () => {
    for (const old of T.every('main .on-paper')) old.remove();
    for (const box of T.every('.try textarea, .commitments textarea')) {
      const paper = document.createElement('p');
      paper.className = 'on-paper';
      paper.textContent = box.value;
      box.after(paper);
    }
  });

  document.addEventListener('click', event => {
    const target = /** @type {Element} */ (event.target);
    const copy = /** @type {any} */ (target.closest('[data-copy]'));
    const link = /** @type {any} */ (target.closest('.hand a'));
    if (copy) {
      const part = document.getElementById(copy.dataset.copy);
      const text = part && T.find('.text', part);
      if (text) T.copyOut(text.innerText.trim(), text);
    }
    if (link) {
      event.preventDefault();
      T.readdress(url => { url.hash = link.hash; });
      T.copyOut(location.href.replace(/[?#].*/, '') + link.hash, null, 'linked', 'address');
    }
    if (target.closest('[data-do=print]')) print();
  });

  const wake = () => {
    for (const part of T.every('[data-script]:not([data-when])')) part.hidden = false;
  };
  document.addEventListener('twohats:morphed', wake);
  wake();
})();
