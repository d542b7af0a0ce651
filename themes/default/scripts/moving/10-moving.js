// Copies that were kept under an earlier name of the playbook go on to the name that it has now.
(() => {
  const T = Twohats;

  /** Moves them, each as it is, damaged ones too, and gives their number. What was kept where the site lay elsewhere may
      be another playbook's and stays: it is found there. So does what cannot be written a second time. */
  T.moveOn = (storage, { site, path = '', before = [] }) => {
    let moved = 0;
    for (const name of storage.keys?.() ?? Object.keys(storage)) {
      const [, place, template, id] = /^twohats:(.*):([^:]*):([^:]*)$/s.exec(name) ?? [];
      if (place === site || !before.some(old => place === old || place === old + path)) continue;
      const text = storage.getItem(name);
      const to = `twohats:${site}:${template}:${id}`;
      const there = storage.getItem(to);
      // The same copy was kept under both names, and written in under both: neither is given up.
      if (there !== null && there !== text) continue;
      try {
        storage.setItem(to, text);
        if (storage.getItem(to) !== text) continue;
        storage.removeItem(name);
        moved += 1;
      } catch {
        // There is no room for two of it.
      }
    }
    return moved;
  };
})();
