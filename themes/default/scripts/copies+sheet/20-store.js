// Copies on the device: one key each, with a revision number. Where nothing can be kept, memory is used.
(() => {
  const T = Twohats;
  const VERSION = 1;

  T.memory = () => {
    const kept = new Map();
    return {
      getItem: key => kept.get(key) ?? null,
      setItem: (key, text) => kept.set(key, text),
      removeItem: key => kept.delete(key),
      keys: () => [...kept.keys()],
    };
  };

  /** Under this name a storage is tried out. */
  T.PROBE = 'twohats:probe';

  /** Whether a storage keeps what is written to it. */
  T.keeps = storage => {
    try {
      storage.setItem(T.PROBE, T.PROBE);
      const kept = storage.getItem(T.PROBE) === T.PROBE;
      storage.removeItem(T.PROBE);
      return kept;
    } catch {
      return false;
    }
  };

  const isObject = value => Boolean(value) && typeof value === 'object' && !Array.isArray(value);
  /** What stands where a text belongs: as it is, or as JSON, so that nothing of it is lost. */
  const text = value => (value && typeof value === 'object' ? JSON.stringify(value) : String(value ?? ''));
  const list = values => [].concat(values ?? []).map(text);

  /** A value from outside: text, ticks, lists of texts and rows, and nothing else. */
  function value(found, depth = 0) {
    if (typeof found === 'boolean') return found;
    if (Array.isArray(found)) {
      const rows = found.length > 0 && found.every(row => isObject(row?.cells));
      return rows && !depth ? found.map(row) : list(found);
    }
    return Array.isArray(found?.ticked ?? found?.own) ? { ticked: list(found.ticked), own: list(found.own) } : text(found);
  }
  const row = found => ({ id: text(found.id), cells: values(found.cells, 1) });
  const values = (found, depth = 0) => Object.fromEntries(Object.entries(found)
    .filter(([key]) => key !== '__proto__').map(([key, one]) => [key, value(one, depth)]));

  /** A moment as we write it down; nothing for anything else, which could be neither shown nor compared. */
  const moment = found => (/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/.test(found) && !Number.isNaN(Date.parse(found)) ? found : '');

  /** @type {(found: any) => Read} */
  function judged(found) {
    if (!isObject(found) || found.format !== 'twohats-copy') return { fault: 'damaged' };
    if (!(found.version <= VERSION)) return { fault: found.version > VERSION ? 'newer' : 'damaged' };
    if (!isObject(found.answers) || typeof found.template !== 'string') return { fault: 'damaged' };
    const earlier = [].concat(found.earlier ?? []).map(one => (isObject(one) ? one : { value: one }));
    /** @type {any} */
    const copy = {
      format: found.format, version: VERSION, id: text(found.id).replace(/\W/g, '') || T.newId(),
      revision: Number.isSafeInteger(found.revision) ? Math.max(found.revision, 0) : 0,
      name: text(found.name) || found.template, answers: values(found.answers),
      earlier: earlier.map(one => ({ id: text(one.id), label: text(one.label), value: value(one.value) })),
    };
    for (const key of ['site', 'template', 'template_hash']) copy[key] = text(found[key]);
    for (const key of ['created', 'changed', 'downloaded']) copy[key] = moment(text(found[key]));
    if (found.reminded) copy.reminded = moment(text(found.reminded));
    if (found.partial) copy.partial = true;
    return { copy };
  }

  /** A copy from outside, cleaned; `newer`, or `damaged`, when it cannot be read. */
  T.clean = found => {
    try {
      return judged(found);
    } catch {
      return { fault: 'damaged' }; // it lies deeper in itself than can be followed
    }
  };

  T.parse = json => {
    try {
      return T.clean(JSON.parse(json));
    } catch {
      return { fault: 'damaged' };
    }
  };

  /** The copies of one site. `kept` says whether they outlive the page. Copies from before the site or a template
      had another name are found and kept where they lie: `before` are names of the site, wherever it lay then,
      and `was` says what templates are called now. */
  T.store = (storage, { site, before = [], was = {} }, kept = true) => {
    const places = new Map();
    const now = template => (Object.hasOwn(was, template) ? was[template] : template);
    const key = (template, id) => places.get(`${template}:${id}`) ?? `twohats:${site}:${template}:${id}`;
    const read = name => {
      const json = storage.getItem(name);
      if (json === null) return null;
      const found = T.parse(json);
      const [, , old, id] = parts(name);
      // Where it lies says which it is: what a copy says of itself may be anything.
      if (found.copy) Object.assign(found.copy, { id, site, template: now(old) });
      return { key: name, template: now(old), size: json.length, json, ...found };
    };
    const parts = name => /^twohats:(.*):([^:]*):([^:]*)$/s.exec(name) ?? [];
    const ours = wanted => {
      places.clear();
      return (storage.keys?.() ?? Object.keys(storage)).filter(name => {
        const [, place, template, id] = parts(name);
        if (place !== site && !before.some(old => place === old || place?.startsWith(`${old}/`))) return false;
        if (place !== site || now(template) !== template) places.set(`${now(template)}:${id}`, name);
        return wanted === undefined || now(template) === wanted;
      });
    };
    const put = (name, json) => {
      try {
        storage.setItem(name, json);
        return storage.getItem(name) === json;
      } catch {
        return false;
      }
    };
    return {
      kept,
      site,
      key,
      now,
      read: (template, id) => read(key(template, id)),
      /** Every copy, the last changed first; with those that cannot be read. */
      list(template) {
        const found = ours(template).map(read).filter(Boolean);
        const when = item => item.copy?.changed ?? '';
        return found.sort((a, b) => when(b).localeCompare(when(a)));
      },
      count: template => ours(template).length,
      /** Writes a copy unless another page wrote since: `ok`, `theirs`, `gone` or `full`. */
      save(copy, force = false) {
        const name = key(copy.template, copy.id);
        const there = read(name);
        if (!force && !there && copy.revision > 0) return 'gone';
        if (!force && there && there.copy?.revision !== copy.revision) return 'theirs';
        const next = { ...copy, revision: Math.max(copy.revision, there?.copy?.revision ?? 0) + 1 };
        if (!put(name, JSON.stringify(next))) return 'full';
        copy.revision = next.revision;
        return 'ok';
      },
      remove: name => storage.removeItem(name),
      restore: put,
    };
  };

  /** A name that no other copy has. */
  T.unique = (name, names) => {
    const taken = new Set(names);
    for (let number = 2, tried = name; ; number += 1) {
      if (!taken.has(tried)) return tried;
      tried = `${name} (${number})`;
    }
  };
})();
