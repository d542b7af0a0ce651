// Remembers words that may not have come into their file when their page was left, until it is opened again. It must not
// know why they did not.

const LEFT = "twohats:left";

/** Keeps what was left on this page, as `{ key, label, value }`. */
function keepLeft(left) {
  try {
    if (left.length) localStorage.setItem(LEFT, JSON.stringify({ path: location.pathname, left }));
  } catch {
    // A browser that keeps nothing had it sent at least.
  }
}

/** Takes what was left on this page and is not in its file. */
function takeLeft(desk) {
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(LEFT));
  } catch {
    return [];
  }
  if (kept?.path !== location.pathname) return [];
  localStorage.removeItem(LEFT);
  return kept.left.filter(({ key, value }) => {
    const fields = [desk.field(key), ...desk.below(key)].filter(Boolean);
    return !fields.some(({ text }) => alike(text, value));
  });
}

/** What was left, to be copied or let go. */
function shownLeft({ label, value }) {
  const id = fresh();
  const words = make("textarea", { id, value, readonly: true, rows: 3 });
  const one = make("div", { class: "field left" }, make("label", { htmlFor: id }, `${label}: words that are not in the file`), words,
    button("They are not needed", () => one.remove(), {}));
  return one;
}
