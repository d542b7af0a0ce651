// Copies that come in: from a file, dropped or pasted.
(() => {
  const T = Twohats;
  const { byId, word } = T;

  /** The most of a file with all copies; one copy may hold less. */
  T.FILE = 8 << 20;

  /** Copies from a file or from the clipboard. None is laid over another without a question. */
  T.take = async (text, store, knows) => {
    let found = null;
    try {
      if (text.length <= T.FILE) found = JSON.parse(text);
    } catch { /* told below */ }
    const big = one => (one ? JSON.stringify(one) : text).length > T.LINK.bytes;
    const taken = [];
    const list = found?.format === 'twohats-copies' && Array.isArray(found.copies) ? found.copies : [found];
    for (const one of list.slice(0, 1000)) {
      const { copy, fault } = big(one) ? { copy: null, fault: 'too_big' } : T.clean(one);
      if (copy) copy.template = store.now(copy.template);
      if (fault) T.tell(word(fault === 'damaged' ? 'no_copy' : fault));
      else if (!knows(copy.template)) await T.readOnly(copy);
      else {
        const there = store.read(copy.template, copy.id);
        copy.revision = there?.copy?.revision ?? 0;
        const same = there?.copy && JSON.stringify(there.copy.answers) === JSON.stringify(copy.answers);
        const answer = there && !same ? await T.ask('same-dialog', copy.name) : 'replace';
        if (answer === 'both') {
          copy.name = T.unique(copy.name, store.list().map(item => item.copy?.name));
          Object.assign(copy, { id: T.newId(), revision: 0 });
        }
        if (!answer) continue;
        if (same || store.save(copy, true) === 'ok') taken.push(copy);
        else T.tell(word('full'));
      }
    }
    if (taken.length) T.tell(word('taken', { count: taken.length }));
    return taken;
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
    return file && file.size <= T.FILE ? file.text() : '';
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
