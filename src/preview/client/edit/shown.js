// The texts of the file on the open page: a faint frame round each, a button for the keyboard, what is wrong beside it,
// and the box in its place while it is written. The page's own elements get attributes that begin with
// `data-twohats-`, and pieces of ours beside or in them. It must not know how a text is kept.

const [TEXT, GAP, STRONG, AWAY, BAD, BESIDE] = ["text", "gap", "strong", "away", "bad", "beside"].map((name) => `data-twohats-${name}`);
const HELD = "a[href], button, label, [role=button]"; // no button can stand within these

customElements.define("twohats-text", class extends Piece {});
customElements.define("twohats-fault", class extends Piece {});
customElements.define("twohats-pen", class extends Piece {});

class Shown {
  #places = null;
  #runs = new Map(); // for each key the elements that show its text
  #pens = new Map();
  #faults = new Map();
  #press;
  #point;

  /** `press` opens a text by its key, `point` names it, or no text any more. */
  constructor(press, point) {
    this.#press = press;
    this.#point = point;
  }

  has(key) { return this.#runs.has(key); }

  run(key) { return this.#runs.get(key) ?? null; }

  /** Takes the page with its signs; there is none while the book has errors. */
  look(html) { this.#places = html ? new Places(html) : null; }

  /** Finds all texts anew. Until the page is that of the answer, what is not found yet stays where it was. */
  find(fields, isSettled) {
    const runs = new Map();
    const found = this.#places?.find() ?? new Map();
    for (const field of fields) {
      if (!field.there || field.text === null) continue;
      const all = field.mark === null ? [] : found.get(field.mark) ?? [];
      const inMain = all.filter(([first]) => first.closest("main"));
      const run = inMain.find(([first]) => !first.closest("nav, a[href]")) ?? inMain[0];
      const before = this.#runs.get(field.key);
      if (run) runs.set(field.key, run);
      else if (!isSettled && before?.every((one) => one.isConnected)) runs.set(field.key, before);
    }
    this.#runs = runs;
    this.#frame(new Map(fields.map((field) => [field.key, field])));
  }

  follow(edit) {
    const next = new Map();
    for (const [key, run] of this.#runs) {
      const now = moved(key, edit);
      if (now !== null) next.set(now, run);
    }
    this.#runs = next;
  }

  #frame(fields) {
    const framed = new Map();
    for (const [key, run] of this.#runs) for (const one of run) framed.set(one, key);
    for (const old of document.querySelectorAll(`[${TEXT}]`)) if (!framed.has(old)) [TEXT, GAP, STRONG, BAD, BESIDE].forEach((name) => old.removeAttribute(name));
    for (const [one, key] of framed) {
      one.setAttribute(TEXT, key);
      one.toggleAttribute(GAP, isGap(fields.get(key).text));
    }
    for (const [key, pen] of this.#pens) if (!this.#runs.has(key) || !pen.isConnected) this.#drop(this.#pens, key);
    for (const pen of document.querySelectorAll("twohats-pen")) if (![...this.#pens.values()].includes(pen)) pen.remove();
    for (const [key, run] of this.#runs) this.#pen(key, run, fields.get(key));
  }

  #drop(pieces, key) {
    pieces.get(key)?.remove();
    pieces.delete(key);
  }

  #pen(key, run, field) {
    let pen = this.#pens.get(key);
    if (!pen) {
      pen = document.createElement("twohats-pen");
      const edit = button("", () => this.#press(key), { class: "unseen" });
      edit.onfocus = () => {
        run[0].scrollIntoView({ block: "nearest" });
        this.#point(key);
      };
      edit.onblur = () => this.#point(null);
      pen.root.append(edit);
      this.#pens.set(key, pen);
    }
    pen.root.firstElementChild.textContent = `Edit: ${field.label}`;
    const [first] = run;
    const folds = first.closest("summary")?.parentElement;
    const held = first.closest(HELD);
    const home = first.matches("ul, ol, dl, table, thead, tbody, tr") ? first.querySelector("li, dt, dd, td, th") ?? first : first;
    if (folds) {
      if (pen.nextSibling !== folds) folds.before(pen);
    } else if (held) {
      if (pen.parentElement !== held.parentElement) held.after(pen);
    } else if (pen.parentElement !== home) home.append(pen);
  }

  /** Puts the focus on the button of a text. */
  focus(key) { this.#pens.get(key)?.root.firstElementChild.focus(); }

  /** Frames the text that is named. */
  point(key) {
    for (const one of document.querySelectorAll(`[${STRONG}]`)) one.removeAttribute(STRONG);
    for (const one of this.#runs.get(key) ?? []) one.setAttribute(STRONG, "");
  }

  /** Whether a text can be seen, once what is folded round it is open. */
  unfold(key) {
    const [first] = this.#runs.get(key) ?? [];
    if (!first) return false;
    for (let at = first.closest("details:not([open])"); at; at = at.parentElement.closest("details:not([open])")) at.open = true;
    return first.checkVisibility();
  }

  /** Puts a piece where a text is, and says whether it may stand in its place: else it stands in what holds it, or behind. */
  place(key, piece) {
    const last = this.#runs.get(key).at(-1);
    if (last.matches("td, th, dd, dt")) {
      if (piece.parentElement !== last) last.append(piece);
      return false;
    }
    const at = behind(last);
    if (at.nextElementSibling !== piece) at.after(piece);
    if (at.matches("li")) piece.setAttribute("role", "listitem");
    return at === last && !last.matches("legend");
  }

  /** Puts a box in the place of a text; where it cannot stand there, the text stays beside it. */
  open(key, piece) {
    const run = this.#runs.get(key);
    const name = this.place(key, piece) ? AWAY : BESIDE;
    this.close(run);
    for (const one of run) {
      one.setAttribute(name, "");
      one.removeAttribute(name === AWAY ? BESIDE : AWAY);
    }
  }

  /** Shows every text again, but for some. */
  close(but = []) {
    for (const name of [AWAY, BESIDE]) for (const one of document.querySelectorAll(`[${name}]`)) if (!but.includes(one)) one.removeAttribute(name);
  }

  /** Whether the box of a text stands in its place. */
  isAway(key) { return this.#runs.get(key)?.[0].hasAttribute(AWAY) ?? false; }

  /** Tells faults beside the texts that have them, but for one that is open. */
  tell(faults, open, desk) {
    const wrong = new Map();
    for (const fault of faults) {
      if (!fault.key || fault.key === open || !this.#runs.has(fault.key)) continue;
      wrong.set(fault.key, [...(wrong.get(fault.key) ?? []), fault]);
    }
    for (const [key, piece] of this.#faults) if (!wrong.has(key) || !piece.isConnected) this.#drop(this.#faults, key);
    for (const piece of document.querySelectorAll("twohats-fault")) if (![...this.#faults.values()].includes(piece)) piece.remove();
    for (const one of document.querySelectorAll(`[${BAD}]`)) if (!wrong.has(one.getAttribute(TEXT))) one.removeAttribute(BAD);
    for (const [key, all] of wrong) {
      const piece = this.#faults.get(key) ?? document.createElement("twohats-fault");
      this.#faults.set(key, piece);
      const shown = JSON.stringify(all);
      if (piece.shown !== shown) {
        piece.shown = shown;
        const look = () => button("Look at it", () => this.#press(key), { class: "btn bare" });
        piece.root.replaceChildren(...all.map((fault) => told(fault, desk, [look()])));
      }
      this.place(key, piece);
      for (const one of this.#runs.get(key)) one.setAttribute(BAD, "");
    }
  }

  /** Leaves the page as it was. */
  leave() {
    for (const name of [TEXT, GAP, STRONG, AWAY, BAD, BESIDE]) for (const one of document.querySelectorAll(`[${name}]`)) one.removeAttribute(name);
    for (const piece of document.querySelectorAll("twohats-pen, twohats-fault, twohats-text")) piece.remove();
    for (const pieces of [this.#pens, this.#faults, this.#runs]) pieces.clear();
  }
}

/** The element behind which a piece of ours may stand: not within a line, a table or a list of terms. */
function behind(element) {
  const NOT_BESIDE = "tr, tbody, thead, tfoot, caption, summary, option, label, a, button";
  const NOT_WITHIN = `p, h1, h2, h3, h4, h5, h6, dl, table, tr, tbody, select, label, button, summary, ${INLINE}`;
  let at = element;
  while (at.parentElement && at.parentElement !== document.body && (at.matches(NOT_BESIDE) || at.parentElement.matches(NOT_WITHIN))) at = at.parentElement;
  return at;
}
