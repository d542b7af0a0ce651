// How many copies of sheets this device keeps, beside the way to them.
(() => {
  const T = (globalThis.TwohatsSite ??= /** @type {any} */ ({}));
  /** Of these keys of a device, those of the copies of one playbook: what it is known by, or was before. */
  T.copies = (keys, { site, before }) => keys.filter(key => {
    const [, place] = /^twohats:(.*):[^:]*:[^:]*$/s.exec(key) ?? [];
    return place !== undefined && (place === site || before.some(old => place === old || place.startsWith(`${old}/`)));
  });

  /** The keys of the copies that the device keeps of the playbook that the link to them names. */
  T.mine = link => {
    const { site, id, names, root } = link.dataset;
    const before = [...(id ? [id, site] : []), ...(names?.split(' ') ?? [])];
    try {
      return T.copies(Object.keys(localStorage), { site: id ?? site + new URL(root || './', location.href).pathname, before });
    } catch {
      return []; // nothing can be kept here
    }
  };

  const tell = () => {
    const link = document.querySelector('.mine');
    const count = link?.querySelector('.count');
    if (!count) return;
    const { length } = T.mine(link);
    count.textContent = String(length);
    /** @type {HTMLElement} */ (count).hidden = !length;
  };
  for (const sign of ['DOMContentLoaded', 'storage', 'pageshow']) globalThis.addEventListener?.(sign, tell);
})();
