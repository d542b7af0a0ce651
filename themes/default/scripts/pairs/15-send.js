// The words of a situation as text, for mail or chat: of both hats or of one, with the title and the address.
(() => {
  const T = Twohats;
  const { find } = T;
  const dialog = find('#_send-dialog');
  const box = find('#_send-box');
  if (!dialog || !box) return;

  const title = () => find('h1').textContent.trim();
  const address = () => location.href.replace(/[?#].*/, '');

  function text() {
    const whose = find('[name=_whose]:checked', dialog).value;
    const roles = ['leader', 'manager'].filter(role => whose === 'both' || whose === role);
    const said = roles.flatMap(role => {
      const words = find(`#${role}-say .text`);
      const label = find(`#${role}-say .label`)?.lastChild?.textContent.trim();
      return words ? [`${label}:\n${T.words(words)}`] : [];
    });
    return [title(), ...said, address()].join('\n\n');
  }
  function fill() {
    box.value = text();
    const mail = new URLSearchParams({ subject: title(), body: box.value.replaceAll('\n', '\r\n') });
    find('[data-send=mail]', dialog).href = `mailto:?${mail.toString().replaceAll('+', '%20')}`;
  }

  document.addEventListener('click', event => {
    const target = /** @type {Element} */ (event.target);
    if (target.closest('[data-do=send]')) {
      const shown = find('form.show :checked')?.value;
      find(`[value=${shown ?? 'both'}]`, dialog).checked = true;
      find('[data-send=share]', dialog).hidden = !navigator.share;
      fill();
      dialog.showModal();
    }
    const way = /** @type {any} */ (target.closest('[data-send]'))?.dataset.send;
    if (way === 'copy') T.copyOut(box.value, box);
    if (way === 'share') navigator.share({ title: title(), text: box.value }).catch(() => {});
    if (way === 'copy' || way === '' || target === dialog) dialog.close();
  });
  dialog.addEventListener('change', fill);
})();
