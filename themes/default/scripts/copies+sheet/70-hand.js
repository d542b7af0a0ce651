// What pages with copies share: words to the reader, dialogs, files out, and the script for all else.
(() => {
  const T = Twohats;
  const { all, byId, piece, word } = T;

  /** Says something in a strip, with buttons: `[[label, what it does], ...]`. */
  function fill(strip, text, actions = []) {
    strip.querySelector('span').textContent = text;
    all(strip, 'button').forEach(button => button.remove());
    for (const [key, act] of actions) {
      const button = piece('action');
      button.textContent = word(key);
      button.addEventListener('click', act);
      strip.append(button);
    }
    strip.hidden = !text;
  }
  T.tell = (text, actions) => fill(byId('sheet-notice'), text, actions);
  T.banner = (text, actions) => fill(byId('sheet-banner'), text, actions);
  T.undo = (text, act) => T.tell(text, [['undo', () => { T.tell(''); act(); }]]);

  /** Opens a dialog; gives the `data-answer` of the button that closed it. */
  T.ask = (id, about = '') => new Promise(answer => {
    const dialog = byId(id);
    if (!dialog) return answer('');
    for (const place of all(dialog, '[data-about]')) place.textContent = about;
    dialog.returnValue = '';
    dialog.onclick = event => {
      const button = event.target.closest('[data-answer]');
      if (button) dialog.close(button.dataset.answer);
    };
    dialog.onclose = () => answer(dialog.returnValue);
    return dialog.showModal();
  });

  /** Labels and what was written under them. */
  T.terms = (list, entries) => list.replaceChildren(...entries.flatMap(({ label, value }) => {
    const [name, text] = ['dt', 'dd'].map(tag => document.createElement(tag));
    [name.textContent, text.textContent] = [label, T.textOf(value)];
    return [name, text];
  }));

  T.showText = text => {
    byId('text-box').value = text;
    const done = T.ask('text-dialog');
    byId('text-box').select();
    return done;
  };

  /** Hands a file over. Some browsers inside other apps do nothing then: there is a second way. */
  T.give = (name, data, type, text = data) => {
    const blob = data instanceof Blob ? data : new Blob([data], { type });
    const otherWay = async () => {
      try {
        const files = [new File([blob], name, { type })];
        if (navigator.canShare?.({ files })) return await navigator.share({ files });
      } catch (fault) {
        if (fault.name === 'AbortError') return undefined;
      }
      return T.showText(text);
    };
    try {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      T.tell(word('given', { name }), [['not_arrived', otherWay]]);
    } catch {
      otherWay();
    }
  };

  /** The link's data in an address, also where a mail filter wrote `%23` for `#`. */
  T.linkIn = address => /(?:#|%23)(c\d+\.[\w.-]+)/i.exec(address)?.[1] ?? null;

  const coming = {};
  T.come = address => coming[address] ??= new Promise((here, failed) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = here;
    script.onerror = () => {
      delete coming[address];
      script.remove();
      failed();
    };
    document.body.append(script);
  });
  /** What is asked for rarely is a script of its own. It comes with the first touch of the page. */
  T.ways = root => T.come(`${root}assets/ways.js`);

  T.fileName = (name, ending) => `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 80) || 'copy'}.${ending}`;
  const json = value => JSON.stringify(value, null, 2);
  T.giveJson = (name, value) => T.give(T.fileName(name, 'json'), json(value), 'application/json');

  /** What this tab remembers by itself; nothing where that is blocked. */
  T.session = (key, text) => {
    try {
      if (text !== undefined) sessionStorage.setItem(key, text);
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  };
  T.MEMORY = 'twohats:memory';

  T.open = about => {
    let storage = null;
    try {
      storage = localStorage;
    } catch { /* blocked */ }
    const chosen = T.session(T.MEMORY) === 'yes';
    const kept = !chosen && T.keeps(storage);
    return { ...T.store(kept ? storage : T.memory(), about, kept), chosen };
  };
})();
