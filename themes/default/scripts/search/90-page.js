// The search in a page: in a dialog over any page, or on the page that is for it.
(() => {
  const T = TwohatsSearch;
  const [IN_DIALOG, ON_PAGE, PASSAGES, PAUSE] = [8, 24, 6, 120];
  const { root } = T;

  /** Brings a panel to life. */
  T.panel = (panel, start) => {
    const one = name => panel.querySelector(`[data-part=${name}]`);
    const [field, kind, role, status, list, more, again, slash] = ['field', 'kind', 'role', 'status', 'list', 'more', 'again', 'slash'].map(one);
    if (![field, kind, role, status, list, more, again, slash].every(Boolean)) return null;
    const dialog = panel.closest('dialog');
    const say = (name, value = '') => panel.dataset[name].replace('{}', value);
    const find = T.search(start, T.part);
    const options = () => [...list.children];
    let asked = 0;
    let active = -1;
    /** Shows more of the result at a place. */
    let open = at => {};

    const marked = (text, found) => T.pieces(text, found).map(([words, hit]) => {
      if (!hit) return words;
      const mark = document.createElement('mark');
      mark.textContent = words;
      return mark;
    });

    function choose(at) {
      const all = options();
      active = all.length ? (at + all.length) % all.length : -1;
      for (const [number, option] of all.entries()) option.setAttribute('aria-selected', String(number === active));
      field.removeAttribute('aria-activedescendant');
      if (active < 0) return;
      field.setAttribute('aria-activedescendant', all[active].id);
      all[active].scrollIntoView({ block: 'nearest' });
      open(active);
    }

    /** A page that was found, as a link. */
    function option(number, [title, summary, stem], kindOf, found) {
      const link = document.createElement('a');
      link.id = `_hit-${number}`;
      link.setAttribute('role', 'option');
      link.setAttribute('aria-selected', 'false');
      link.tabIndex = -1;
      link.href = `${root}${encodeURI(stem)}.html`;
      const [name, where, text] = ['b', 'small', 'span'].map(tag => document.createElement(tag));
      name.append(...marked(title, found));
      where.textContent = kindOf;
      text.append(...marked(summary, found));
      link.append(name, ' ', where, ' ', text);
      return link;
    }

    /** How many there are, and what of the query they are without. */
    function told(query, { pages, without, some }) {
      const count = pages.length === 1 ? say('one') : say('many', pages.length.toLocaleString(document.documentElement.lang));
      const words = T.words(query);
      const isShort = words.every(([, from, to]) => to - from < 2);
      if (!pages.length) return [isShort ? say('short') : say('none', query.trim())];
      if (!without.length) return [some ? `${count} · ${say('some')}` : count];
      const typed = words.filter(([word]) => without.includes(word)).map(([, from, to]) => query.slice(from, to));
      const [before, after] = panel.dataset[typed.length > 1 ? 'withoutMany' : 'without'].split('{}');
      const struck = [...new Set(typed)].flatMap((word, at) => {
        const out = document.createElement('s');
        out.textContent = word;
        return at ? [', ', out] : [out];
      });
      return [`${count} · ${before}`, ...struck, after];
    }

    /** Shows the words of the page itself where its title and summary lack what was looked for. */
    async function deepen(link, [title, summary, stem], found) {
      if (!role.value && T.hasAll(`${title} ${summary}`, found)) return;
      const texts = await T.file(`texts-${T.bundle(stem, start.texts)}`);
      const best = T.passage(texts[stem], found, role.value);
      if (!best) return;
      const [anchor, name, text, whose] = best;
      if (anchor) link.hash = anchor;
      const place = [whose && panel.dataset[whose], name].filter(Boolean).join(', ');
      if (place) link.children[1].textContent += ` · ${place}`;
      link.children[2].replaceChildren(...marked(T.clip(text, found), found));
    }

    async function show(query) {
      const mine = (asked += 1);
      const isPast = () => mine !== asked;
      const result = await find(query, { kind: kind.value, role: ['', 'leader', 'manager'].indexOf(role.value) });
      const { pages, found } = result;
      const shown = pages.slice(0, dialog ? IN_DIALOG : ON_PAGE);
      const heads = await T.heads(start, shown);
      if (isPast()) return;
      const kindOf = page => start.kinds.findLast(([, from]) => from <= page)[0];
      const name = page => kind.querySelector(`[value=${kindOf(page)}]`)?.textContent ?? '';
      list.replaceChildren(...shown.map((page, at) => option(at, heads[at], name(page), found)));
      list.scrollTop = 0;
      active = -1;
      field.removeAttribute('aria-activedescendant');
      field.setAttribute('aria-expanded', String(shown.length > 0));
      const isEmpty = !query.trim();
      status.replaceChildren(...(isEmpty ? [] : told(query, result)));
      panel.dataset.state = isEmpty ? 'empty' : pages.length ? 'found' : 'none';
      more.hidden = !dialog || pages.length <= shown.length;
      more.href = `${root}search.html?${new URLSearchParams({ q: query })}`;
      again.hidden = isEmpty || pages.length > 0 || !(kind.value || role.value);
      const opened = new Set();
      open = async at => {
        // A tool has no texts of its own.
        if (opened.has(at) || at >= PASSAGES || kindOf(shown[at]) === 'tools') return;
        opened.add(at);
        await deepen(options()[at], heads[at], found).catch(() => {});
      };
      // Texts are not worth getting for a word that is still being typed, nor for results that nobody comes to.
      await new Promise(done => setTimeout(done, PAUSE));
      if (isPast() || !shown.length) return;
      await Promise.all((role.value ? [...shown.keys()] : [0]).map(open));
    }

    /** Searches; once more past the browser's cache when the site was published anew meanwhile. */
    async function search() {
      try {
        await show(field.value);
      } catch {
        try {
          Object.assign(start, await T.begin(true));
          await show(field.value);
        } catch {
          status.textContent = say('failed');
        }
      }
      if (!dialog) remember();
    }

    function remember() {
      const address = new URL(location.href);
      if (field.value) address.searchParams.set('q', field.value);
      else address.searchParams.delete('q');
      try {
        history.replaceState(null, '', address);
      } catch {
        // A page that was opened by a double click cannot change its address.
      }
    }

    field.addEventListener('input', search);
    for (const filter of [kind, role]) filter.addEventListener('change', search);
    field.addEventListener('keydown', event => {
      if (event.isComposing) return;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (event.key === 'ArrowDown') choose(active + 1);
        else choose(active < 0 ? -1 : active - 1);
      } else if (event.key === 'Enter') {
        const chosen = options()[Math.max(active, 0)];
        if (event.ctrlKey || event.metaKey) chosen?.dispatchEvent(new MouseEvent('click', { ctrlKey: event.ctrlKey, metaKey: event.metaKey, cancelable: true }));
        else chosen?.click();
      }
    });
    again.addEventListener('click', () => {
      kind.value = role.value = '';
      field.focus();
      search();
    });
    // A link to a place on this very page leaves the page as it is.
    list.addEventListener('click', event => {
      if (dialog && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
    });
    slash.checked = T.slash();
    slash.addEventListener('change', () => T.slash(slash.checked));
    document.addEventListener('twohats:morphed', search);
    return { field, search };
  };

  T.startSearch = async dialog => {
    const start = await T.begin(false);
    let panel = /** @type {HTMLElement} */ (document.querySelector('main [data-search]'));
    const value = dialog ? dialog.querySelector('input').value : new URLSearchParams(location.search).get('q') ?? '';
    if (dialog) {
      const parsed = new DOMParser().parseFromString(start.panel, 'text/html');
      panel = /** @type {HTMLElement} */ (document.adoptNode(parsed.body.firstElementChild));
      for (const link of panel.querySelectorAll('a[href]')) link.setAttribute('href', root + link.getAttribute('href'));
      panel.querySelector('[data-part=close]')?.addEventListener('click', () => dialog.close());
      dialog.replaceChildren(panel);
    }
    const made = T.panel(panel, start);
    if (!made) return;
    const { field, search } = made;
    panel.hidden = false;
    field.value = value;
    if (dialog ? dialog.open : true) field.focus();
    await search();
  };
})();
