// A page whose review was due says so: which day it is, only the reader's device knows.
(() => {
  const two = number => String(number).padStart(2, '0');
  addEventListener('DOMContentLoaded', () => {
    const past = /** @type {HTMLElement} */ (document.querySelector('[data-past]'));
    const due = /** @type {HTMLElement} */ (document.querySelector('[data-due]'))?.dataset.due;
    const now = new Date();
    const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    if (past && due && due < today) past.hidden = false;
  });
})();
