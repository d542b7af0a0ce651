// The reader's choice of light, dark or as the device has it, put in place before the page is drawn.
(() => {
  const KEY = 'twohats-theme';
  const root = document.documentElement;
  const kept = () => {
    try {
      return ['light', 'dark'].find(one => one === localStorage.getItem(KEY)) ?? '';
    } catch {
      return '';
    }
  };
  const apply = choice => {
    if (choice) root.dataset.theme = choice;
    else delete root.dataset.theme;
  };
  apply(kept());

  addEventListener('DOMContentLoaded', () => {
    const box = /** @type {HTMLSelectElement} */ (document.getElementById('_theme'));
    if (!box) return;
    box.value = kept();
    box.closest('[hidden]')?.removeAttribute('hidden');
    box.addEventListener('change', () => {
      apply(box.value);
      try {
        if (box.value) localStorage.setItem(KEY, box.value);
        else localStorage.removeItem(KEY);
      } catch { /* The choice holds for this page, then. */ }
    });
    addEventListener('storage', event => {
      if (event.key !== KEY) return;
      apply(kept());
      box.value = kept();
    });
  });
})();
