// A page whose review was due says so: which day it is, only the reader's device knows.
(() => {
  const T = (globalThis.TwohatsSite ??= /** @type {any} */ ({}));
  const two = number => String(number).padStart(2, '0');
  /** The day of the reader, as `2026-06-30`. */
  T.day = date => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

  globalThis.addEventListener?.('DOMContentLoaded', () => {
    const past = /** @type {HTMLElement} */ (document.querySelector('[data-past]'));
    const due = /** @type {HTMLElement} */ (document.querySelector('[data-due]'))?.dataset.due;
    if (past && due && due < T.day(new Date())) past.hidden = false;
  });
})();
