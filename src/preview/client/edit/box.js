// A box in which one value of the file is written: its control, help, example, length, faults and, where two wrote at
// once, both versions. It must not know where it stands.

const THINKING = 1000; // milliseconds after the last key, before what is half typed is called wrong

const ONE_LINE = ["text", "line", "number", "date", "id"];

class Box {
  node;
  slot;
  control;
  #desk;
  #length = null;
  #notes;
  #more;
  #typedAt = -THINKING;
  #later = 0;
  #shown = null; // the faults that are shown, to draw them anew only when they are others

  /** `close` is what Done does; without it the box stays open. */
  constructor(slot, desk, { close = null, quiet = false } = {}) {
    this.slot = slot;
    this.#desk = desk;
    const { field } = slot;
    const id = fresh();
    const help = field.help || field.example ? `${id}-help` : null;
    this.control = this.#make(id, help);
    this.#notes = make("div", { class: "notes", "aria-live": "polite" });
    this.#more = make("div", { class: "clash", hidden: true });
    const isText = this.control.matches("textarea");
    const isProse = ["prose", "body"].includes(field.kind);
    const label = make("label", { class: "name", htmlFor: id }, quiet ? null : icon("pen"), desk.label(field, quiet));
    const original = desk.original(field);
    this.#length = isText && !["date", "number", "id"].includes(field.kind) ? make("span", { class: "length" }) : null;
    const done = close && button("Done", () => close(true), { class: "btn chief" });
    if (done) done.append(unseen(` with ${field.label}`));
    const today = field.kind === "date" && button("Today", () => this.#write(dayOfToday()), {});
    const row = make("div", { class: "row" }, this.#length, today, done);
    const foot = make("div", { class: "foot" },
      field.help && make("p", { id: help, class: "help" }, marked(field.help)),
      field.example && Box.#example(field, field.help ? null : help),
      row.childElementCount ? row : null);
    this.node = make("div", { class: quiet ? "open in-parts" : "open", role: "group", "aria-label": field.label },
      label,
      isProse && tools(this.control, desk.pens),
      original !== null && originally(original, desk.originalLang),
      this.control, this.#notes, this.#more,
      foot.childElementCount ? foot : null);
    if (close) this.#closes(close);
    if (isProse) markKeys(this.control, desk.pens);
    this.control.addEventListener("input", () => this.#typed());
    this.control.addEventListener("blur", () => desk.keeper.flush());
    this.#measure();
    this.tell();
    if (slot.clash) this.clash(slot.waiting ?? slot.text, slot.clash.theirs);
  }

  get value() {
    const { value } = this.control;
    return this.#isLine ? value.replace(/\s*\n\s*/g, " ") : value;
  }

  get isTouched() { return !this.slot.isKept || this.value !== (this.slot.text ?? ""); }

  get #isLine() { return ONE_LINE.includes(this.slot.field.kind); }

  static #example(field, id) {
    return make("details", { id }, make("summary", {}, "An example"), make("pre", {}, field.example.trim()));
  }

  #make(id, help) {
    const { field, waiting, text } = this.slot;
    const value = waiting ?? text ?? "";
    const words = field.kind === "yesno" ? field.words ?? ["yes", "no"] : field.words;
    if (words) {
      const options = words.includes(value) ? words : [value, ...words];
      const all = field.needed || options.includes("") ? options : ["", ...options];
      const select = make("select", { id, "aria-describedby": help }, ...all.map((word) => make("option", { value: word }, word || "not said")));
      select.value = value;
      return select;
    }
    const { lang, dir } = this.#desk.answer;
    const isWords = !["date", "number", "id"].includes(field.kind);
    return make("textarea", {
      id, value, rows: this.#isLine ? 1 : 5, lang, dir, "aria-describedby": help, class: this.#isLine ? "line" : isSpoken(field) ? "spoken" : null,
      spellcheck: isWords ? "true" : "false", autocapitalize: isWords ? "sentences" : "off", autocomplete: "off",
      inputmode: field.kind === "number" ? "decimal" : null, enterkeyhint: this.#isLine ? "done" : null,
    });
  }

  #closes(close) {
    this.node.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const isDone = event.key === "Escape" || (event.key === "Enter" && this.#isLine && event.target === this.control);
      if (!isDone) return;
      event.preventDefault();
      event.stopPropagation();
      close(true);
    });
  }

  #write(value) {
    if (this.control.matches("select")) this.control.value = value;
    else {
      this.control.select();
      put(this.control, value);
    }
    this.#typed();
  }

  #typed() {
    this.#typedAt = performance.now();
    this.#desk.keeper.type(this.slot, this.value);
    this.#measure();
  }

  #measure() {
    if (this.#length) this.#length.textContent = length(this.slot.field, this.value);
    if (!this.control.matches("textarea") || CSS.supports("field-sizing", "content")) return;
    this.control.style.height = "auto";
    this.control.style.height = `${this.control.scrollHeight + 2}px`;
  }

  /** The caret is at the end, or at the start of a text that is longer than the window. */
  focus() {
    this.control.focus({ preventScroll: true });
    const end = this.control.offsetHeight < innerHeight * 0.6 ? this.control.value.length : 0;
    this.control.setSelectionRange?.(end, end);
    // What stands there until somebody writes is written over.
    if (isGap(this.control.value)) this.control.select();
    this.node.scrollIntoView({ block: "nearest" });
  }

  /** Takes what the file holds now, where nothing is typed in the box that is not in the file. */
  take() {
    const { slot, control } = this;
    const isOurs = slot.sent !== null && alike(slot.text, slot.sent);
    if (!slot.isKept || (isOurs && alike(this.value, slot.text)) || this.value === (slot.text ?? "")) return this.tell();
    if (control.matches("select")) control.value = slot.text ?? "";
    else {
      const [from, to] = [control.selectionStart, control.selectionEnd];
      control.value = slot.text ?? "";
      if (focused() === control) control.setSelectionRange(from, to);
    }
    this.#measure();
    this.tell();
  }

  /** Shows what is wrong with this value. */
  tell() {
    const faults = this.#desk.faultsAt(this.slot.key);
    const shown = JSON.stringify(faults);
    clearTimeout(this.#later);
    if (shown === this.#shown) return;
    const early = this.#typedAt + THINKING - performance.now();
    if (faults.length && early > 0) {
      this.#later = setTimeout(() => this.tell(), early);
      return;
    }
    this.#shown = shown;
    this.node.classList.toggle("bad", faults.length > 0);
    this.#notes.replaceChildren(...faults.map((fault) => told(fault, this.#desk)));
  }

  /** Says why what stands here could not be kept. */
  refuse(why) {
    this.#shown = null;
    this.#notes.replaceChildren(make("p", { class: "refused" }, icon("warn"), `Not kept: ${why}. Your words stay here.`));
  }

  /** Shows what was typed and what the file has. Nothing is written until one is chosen. */
  clash(mine, theirs) {
    const choose = (text) => {
      this.#more.hidden = true;
      this.#more.replaceChildren();
      this.#desk.keeper.choose(this.slot, text);
      if (text === null) this.take();
      this.#desk.said(text === null ? "The one in the file stays" : "Yours goes into the file");
      this.control.focus();
    };
    const version = (title, text, words, press, chief) => make("div", { class: "version" },
      make("b", {}, title), make("p", {}, text ?? "(nothing)"), button(words, press, { class: chief ? "btn chief" : "btn" }));
    this.#more.replaceChildren(
      make("p", { role: "alert" }, make("b", {}, "This text was changed in the file meanwhile. "), "Nothing is lost: both are here. Until you choose, the file keeps the other one."),
      version("Yours", mine, "Keep mine", () => choose(this.value), true),
      version("In the file", theirs, "Take the file’s", () => choose(null), false));
    this.#more.hidden = false;
  }
}

/** Whether a text only says what is to be written there. */
const isGap = (text) => text.startsWith("TODO");

/** The day of today as the file has it. */
function dayOfToday() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** One thing that is wrong, with what is done about it. */
function told(fault, desk, more = []) {
  const isStale = fault.rule === "stale-translation";
  return make("div", { class: `fault ${fault.severity}`, role: "group", "aria-label": "To mend" },
    icon("warn"),
    make("p", {}, make("b", {}, marked(sentence(fault.message)))),
    fault.help && make("p", {}, marked(sentence(fault.help))),
    (fault.mend || isStale || more.length > 0) && make("div", { class: "do" },
      isStale && button("Still right as it is", () => desk.right(), {}),
      fault.mend && button("Mend it", () => desk.mend(fault), {}), ...more));
}

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".");
