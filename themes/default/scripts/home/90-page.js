// The first page: copies to go on with, and the search while one types in the field.
(() => {
  const again = /** @type {HTMLElement} */ (document.querySelector('.again'));
  const mine = document.querySelector('.mine');
  const { lang } = document.documentElement;

  function show() {
    const copies = TwohatsHome.again(localStorage, TwohatsSite.mine(mine), again.dataset.pages.split(' '));
    for (const old of [...again.children].slice(1)) old.remove();
    for (const copy of copies) {
      const link = document.createElement('a');
      link.href = copy.href;
      link.textContent = copy.name;
      const about = document.createElement('span');
      about.className = 'quiet';
      about.textContent = [TwohatsHome.when(copy.changed, Date.now(), lang), copy.isDownloaded ? '' : again.dataset.never].filter(Boolean).join(', ');
      const one = document.createElement('span');
      one.append(link, ' ', about);
      again.append(one);
    }
    again.hidden = !copies.length;
  }
  if (again && mine) {
    try {
      show();
      addEventListener('storage', show);
      addEventListener('pageshow', event => { if (event.persisted) show(); });
    } catch { /* nothing is kept here */ }
  }

  const form = /** @type {HTMLFormElement} */ (document.querySelector('form.ask'));
  const field = form?.querySelector('input');
  if (!form || !field || !TwohatsSearch.open) return;
  const open = () => {
    TwohatsSearch.open(field.value);
    field.value = '';
  };
  field.setAttribute('aria-haspopup', 'dialog');
  field.addEventListener('input', event => { if (!/** @type {InputEvent} */ (event).isComposing && field.value.trim()) open(); });
  field.addEventListener('compositionend', () => { if (field.value.trim()) open(); });
  form.addEventListener('submit', event => {
    event.preventDefault();
    open();
  });
})();
