// Copies that come in: from a file, dropped or pasted.
(() => {
  const T = Twohats;
  const { byId, word } = T;

  /** More than any browser keeps of a site: a larger file is none of ours. */
  T.FILE = 1 << 28;

  /** Copies from a file or from the clipboard: those that are kept now, those for which there is no room, and what is to
      be said of them. None is laid over another without a question. */
  T.take = async (text, store, knows) => {
    let found = null;
    try {
      found = JSON.parse(text);
    } catch { /* told below */ }
    const [taken, full, faults] = [[], [], []];
    const all = found?.format === 'twohats-copies' && Array.isArray(found.copies);
    for (const one of all ? found.copies : [found]) {
      const { copy, fault } = T.clean(one);
      if (copy) copy.template = store.now(copy.template);
      if (fault) faults.push(fault === 'damaged' ? 'no_copy' : fault);
      // What was kept here comes back, also for a sheet that is here no more.
      else if (!knows(copy.template) && !(all && copy.site === store.site)) await T.readOnly(copy);
      else {
        const there = store.read(copy.template, copy.id);
        copy.revision = there?.copy?.revision ?? 0;
        const written = ({ answers, earlier }) => JSON.stringify([answers, earlier]);
        const same = there?.copy && written(there.copy) === written(copy);
        const answer = there && !same ? await T.ask('same-dialog', copy.name) : 'replace';
        if (answer === 'both') {
          copy.name = T.unique(copy.name, store.list().map(item => item.copy?.name));
          Object.assign(copy, { id: T.newId(), revision: 0 });
        }
        if (!answer) continue;
        if (same || store.save(copy, true) === 'ok') taken.push(copy);
        else full.push(copy);
      }
    }
    // What could not be read goes back where it lay, and over nothing.
    const keys = new Set(store.list().map(item => item.key));
    for (const one of all && Array.isArray(found.unreadable) ? found.unreadable : []) {
      const [key, json] = [String(one?.key), String(one?.json)];
      if (key.startsWith(`twohats:${store.site}:`) && !keys.has(key) && store.restore(key, json)) taken.push({ template: '' });
      else faults.push('no_copy');
    }
    const left = faults.length + full.length;
    const counted = (key, count) => (count ? [word(key, { count: T.say.number(count) })] : []);
    const why = [...new Set([...faults, ...(full.length ? ['no_room'] : [])])].map(fault => word(fault));
    const said = [...counted('taken', taken.length), ...(all ? counted('left_out', left) : []), ...why].join(' ');
    T.tell(said);
    return { taken, full, said };
  };

  /** A copy whose template is not in this playbook can still be read. */
  T.readOnly = copy => {
    const answers = Object.entries(copy.answers).map(([id, value]) => ({ label: T.wordsOf(id), value }));
    T.terms(byId('read-list'), [...answers, ...copy.earlier].filter(({ value }) => !T.isEmpty(value)));
    return T.ask('read-dialog', copy.name);
  };

  /** The text of the first file; nothing when it is too big to be one of ours. */
  T.readFile = async ([file]) => {
    if (file?.size > T.FILE) T.tell(word('too_big'));
    return file && file.size <= T.FILE ? file.text().catch(() => (T.tell(word('no_copy')), '')) : '';
  };

  /** A dialog that takes a file, or what is dropped or pasted on it. */
  T.askFile = async () => {
    const [dialog, box, file] = [byId('take-dialog'), byId('take-box'), byId('take-file')];
    [box.value, file.value] = ['', ''];
    const read = async list => {
      box.value = await T.readFile(list);
      dialog.close(box.value && 'yes');
    };
    file.onchange = () => read(file.files);
    dialog.ondragover = event => event.preventDefault();
    dialog.ondrop = event => {
      const { files } = event.dataTransfer;
      if (files.length) event.preventDefault();
      if (files.length) read(files);
    };
    return (await T.ask('take-dialog')) === 'yes' ? box.value : '';
  };
})();
