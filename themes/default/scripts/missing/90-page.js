// What a page that is missing may have been: a shared sheet, or a page that the words of its address find.
(() => {
  // Some mail filters write `%23` for the `#` of a shared link, and no such page is there.
  const link = /^(.*?)%23(c\d+\..*)$/i.exec(location.pathname + location.search);
  if (link) return location.replace(`${link[1]}#${link[2]}`);

  const T = TwohatsSearch;
  const MOST = 3;
  const words = T.wordsOf(location.pathname);
  const part = document.getElementById('likely');
  if (!words || !part || !document.querySelector('.find')) return;

  function show([title, summary, stem]) {
    const [item, name, way, about] = ['li', 'h3', 'a', 'p'].map(tag => document.createElement(tag));
    item.className = 'card';
    /** @type {HTMLAnchorElement} */ (way).href = `${T.root}${encodeURI(stem)}.html`;
    way.textContent = title;
    about.textContent = summary;
    name.append(way);
    item.append(name, about);
    return item;
  }

  async function look() {
    await T.load();
    // The search is that of the language in whose folder the address lies.
    const folders = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('.languages a')]).map(({ href }) => new URL('./', href).href);
    T.root = folders.filter(folder => location.href.startsWith(folder)).sort((a, b) => b.length - a.length)[0] ?? T.root;
    const start = await T.begin(false);
    const { pages } = await T.search(start, T.part)(words);
    if (!pages.length) return;
    part.querySelector('ol').replaceChildren(...(await T.heads(start, pages.slice(0, MOST))).map(show));
    part.querySelector('p a').setAttribute('href', `${T.root}search.html?${new URLSearchParams({ q: words })}`);
    part.hidden = false;
  }
  // Where the search cannot be loaded, the ways on are there as before.
  addEventListener('load', () => look().catch(() => {}));
})();
