// Copies of a page that were kept under an earlier name of the playbook: hardly any reader has one.
(() => {
  const T = Twohats;

  /** Lets them go on to the name that it has now, and tells the reader so. Until then they are found where they are. */
  T.goOn = async (store, about, root) => {
    if (store.list().every(({ key }) => key.startsWith(`twohats:${about.site}:`))) return;
    await T.come(`${root}assets/moving.js`).then(() => {
      const count = T.moveOn(localStorage, about);
      store.count();
      if (count) T.tell(T.word('moved_on', { count }));
    }, () => {});
  };
})();
