// What a reader writes in practice: one copy a situation, of the same make as copies of sheets, so that it is
// listed, taken along and cleared with them. It knows no page.
(() => {
  const T = Twohats;
  const VERSION = 1;
  const isText = value => typeof value === 'string';
  const now = () => new Date().toISOString();

  /** The device's storage, or none where it is blocked or the reader said to keep nothing. */
  function device() {
    try {
      return sessionStorage.getItem('twohats:memory') === 'yes' ? null : localStorage;
    } catch {
      return null;
    }
  }

  /** What is kept under a key, without what is damaged or newer: that stays as it is. */
  function read(storage, key) {
    try {
      const copy = JSON.parse(storage.getItem(key));
      const isOurs = copy.format === 'twohats-copy' && copy.version <= VERSION;
      const isWhole = copy.answers && typeof copy.answers === 'object' && !Array.isArray(copy.answers);
      const revision = Number.isSafeInteger(copy.revision) ? copy.revision : 0;
      return isOurs && isWhole ? { ...copy, id: key.split(':').at(-1), revision } : null;
    } catch {
      return null;
    }
  }

  /** What was written in a scenario. `before` are what the playbook was known by earlier: what lies there stays there. */
  T.practised = ({ site, path = '', before = [] }, scenario, name, storage = device()) => {
    const template = `practice.${scenario}`;
    const prefix = `twohats:${site}:${template}:`;
    const places = [site, ...before, ...before.map(old => old + path)].map(place => `twohats:${place}:${template}:`);
    const keys = storage ? Object.keys(storage).filter(key => places.some(place => key.startsWith(place))) : [];
    const found = keys.map(key => ({ key, copy: read(storage, key) })).filter(one => one.copy);
    found.sort((a, b) => String(b.copy.changed).localeCompare(String(a.copy.changed)));
    const blank = () => ({
      format: 'twohats-copy', version: VERSION, id: Math.random().toString(36).slice(2, 10), revision: 0, site, template,
      template_hash: '', name, created: now(), changed: now(), downloaded: '', answers: {}, earlier: [],
    });
    let copy = found[0]?.copy ?? blank();
    let place = found[0]?.key ?? prefix + copy.id;
    const begin = next => {
      copy = next;
      place = prefix + copy.id;
    };
    return {
      text: key => (isText(copy.answers[key]) ? copy.answers[key] : ''),
      ticked: () => (Array.isArray(copy.answers.heard) ? copy.answers.heard.filter(isText) : []),
      rows: () => (Array.isArray(copy.answers.commitments) ? copy.answers.commitments : []).map(row => {
        const { who, what, when } = row?.cells ?? {};
        return [who, what, when].map(cell => (isText(cell) ? cell : ''));
      }),
      any: () => copy.revision > 0,
      /** Keeps an answer; false when nothing can be kept. What another window wrote meanwhile stays, beside it. */
      put(key, answer) {
        copy.answers[key] = answer;
        if (!storage) return false;
        const there = read(storage, place);
        if (there && there.revision !== copy.revision) begin({ ...blank(), name, answers: copy.answers });
        copy.revision += 1;
        copy.changed = now();
        try {
          const text = JSON.stringify(copy);
          storage.setItem(place, text);
          return storage.getItem(place) === text;
        } catch {
          return false;
        }
      },
      clear() {
        storage?.removeItem(place);
        begin(blank());
      },
    };
  };
})();
