// How much room copies take, and how much a browser leaves. It knows no page.
(() => {
  const T = Twohats;
  const KB = 1024;
  // No browser says how many letters a site may keep. Most let it be one of these.
  const LIMITS = [10, 5, 2.5].map(most => most * KB * KB);
  // So much is left free while it is tried out: another page may be saving.
  const SPARE = 32 * KB;

  const names = storage => storage.keys?.() ?? Object.keys(storage);
  const used = storage => names(storage).reduce((sum, name) => sum + name.length + storage.getItem(name).length, 0);

  function fits(storage, letters) {
    try {
      storage.setItem(T.PROBE, 'x'.repeat(letters));
      return true;
    } catch {
      return false;
    } finally {
      storage.removeItem(T.PROBE);
    }
  }

  /** What says how many letters there is room for, about. To try it out once is enough. */
  T.room = storage => {
    const taken = used(storage);
    const tries = LIMITS.map(most => most - taken);
    while (tries.at(-1) > SPARE) tries.push(Math.floor(tries.at(-1) * 0.8));
    const most = taken + Math.max(0, tries.find(left => left > SPARE && fits(storage, left - SPARE)) ?? 0);
    return () => Math.max(0, most - used(storage));
  };

  /** A number of letters as it is said: in the units in which devices count. */
  T.size = letters => {
    const [part, unit] = letters < KB * KB ? [KB, 'KB'] : [KB * KB, 'MB'];
    return `${T.say.number(letters && Math.max(0.1, Math.round(letters / part * 10) / 10))} ${unit}`;
  };
})();
