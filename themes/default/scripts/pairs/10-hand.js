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

  /** The words of a part of it, with the names of gaps in the place of words that belong to the case alone. */
  T.line = part => {
    const copy = part.cloneNode(true);
    for (const gap of T.every('[data-gap]', copy)) gap.textContent = `[${gap.dataset.gap}]`;
    for (const end of T.every('br', copy)) end.replaceWith('\n');
    return copy.textContent.trim().replace(/[ \t]*\n\s*/g, ' ');
  };
  /** What a hat says, as text. Its first sentence stands in a line of its own only to be seen. */
  T.words = said => {
    const lines = [...said.children].flatMap(part => (part.matches('ul, ol') ? [...part.children] : [part])).map(T.line);
    const [first, second] = said.children;
    if (second && first.matches('.goes-on')) lines.splice(0, 2, `${lines[0]} ${lines[1]}`);
    return lines.filter(Boolean).join('\n\n');
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
      if (text) T.copyOut(T.words(text), text);
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
