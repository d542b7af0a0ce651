// Gets the files of the index: scripts, since nothing else loads into a page that was opened by a double click.
(() => {
  const T = TwohatsSearch;
  // The way to the search lies at the root of the page's language.
  const way = /** @type {HTMLAnchorElement} */ (document.querySelector('.find'));
  T.root = way ? new URL('./', way.href).href : new URL('../', /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  const waiting = new Map();
  /** How the files are read; its twin is in `src/search/files.rs`. */
  const FORMAT = 3;
  const LETTERS = 4;
  let [version, past] = ['', ''];
  /** @type {Record<string, string>} */
  let marks = {};

  T.take = (name, of, data) => waiting.get(name)?.done({ of, data });

  function load(name, mark) {
    const script = document.createElement('script');
    const loaded = new Promise((done, fail) => {
      waiting.set(name, { done });
      script.onerror = () => fail(new Error(name));
      // A file that came and said nothing is none of ours.
      script.onload = () => fail(new Error(name));
    });
    script.src = `${T.root}assets/search/${encodeURI(name)}.js?v=${mark}`;
    document.documentElement.append(script);
    return loaded.finally(() => script.remove());
  }

  const kept = new Map();
  T.file = name => {
    if (!kept.has(name)) {
      const [kind, number] = name.split('-');
      const file = load(name, marks[kind].slice(Number(number) * LETTERS).slice(0, LETTERS) + past).then(({ of, data }) => {
        // A site that was published anew meanwhile: what is kept of the old one fits no more.
        if (of && version && of !== version) throw new Error('stale');
        return data;
      });
      file.catch(() => kept.delete(name));
      kept.set(name, file);
    }
    return kept.get(name);
  };

  const parts = new Map();
  /** The words of a part of the index. */
  T.part = number => {
    if (!parts.has(number)) parts.set(number, T.file(`terms-${number}`).then(T.terms));
    return parts.get(number);
  };

  /** Title, summary and path of each of these pages, by their numbers. */
  T.heads = (start, pages) => Promise.all(pages.map(async page => (await T.file(`pages-${Math.floor(page / start.heads)}`))[page % start.heads]));

  /** What a search begins with. It names all else by what is in it, and so is never taken from what the browser kept;
      `fresh` lets nothing be taken from there. */
  T.begin = async fresh => {
    kept.clear();
    parts.clear();
    const now = String(Date.now());
    const { of, data } = await load('start', now);
    if (data.format !== FORMAT) throw new Error('newer');
    [version, marks, past] = [of, data.marks, fresh ? `-${now}` : ''];
    return data;
  };
})();
