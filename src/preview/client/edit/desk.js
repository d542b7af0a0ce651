// What the parts of the editor ask of each other: the newest answer of the preview, the words for a value, what is wrong
// with it, and who keeps it. It must not know how any of them look.

class Desk {
  talk;
  keeper;
  answer = null;
  pens; // what the tools over a text do: choose a page, take a picture
  #titles = null;
  #hooks;

  constructor(hooks, talk = new Talk()) {
    this.talk = talk;
    this.keeper = new Keeper(talk, hooks);
    this.#hooks = hooks;
  }

  take(answer) {
    this.answer = answer;
    this.keeper.take(answer);
  }

  field(key) { return this.answer.fields.find((field) => field.key === key) ?? null; }

  /** The fields that stand directly below one. */
  below(key) {
    const deep = (other) => other !== key && other.startsWith(key) && /^(\.[^.[]+|\[\d+\])$/.test(other.slice(key.length));
    return this.answer.fields.filter((field) => (key === null ? !/[.[]/.test(field.key) : deep(field.key)));
  }

  /** The words for a value: alone, or below the part that it belongs to. */
  label(field, isWithin) {
    if (!isWithin) return field.label;
    const parent = /^(.*?)(\.[^.[]+|\[\d+\])$/s.exec(field.key)?.[1];
    const above = parent === undefined ? null : this.field(parent);
    const short = above && field.label.startsWith(`${above.label}, `) ? field.label.slice(above.label.length + 2) : field.label;
    return short.charAt(0).toUpperCase() + short.slice(1);
  }

  original(field) { return this.answer.original?.texts[field.key] ?? null; }

  /** Whether words may come here: a translation has the facts of its original, and no words where that has none. */
  mayCome(field) {
    const { original } = this.answer;
    if (!original) return true;
    const isWords = ["text", "line", "prose", "list", "group"].includes(field.kind) && !Chips.fits(field);
    return isWords && Object.keys(original.texts).some((one) => one === field.key || one.startsWith(`${field.key}.`) || one.startsWith(`${field.key}[`));
  }

  get originalLang() { return this.answer.original?.lang; }

  faultsAt(key) { return this.answer.faults.filter((fault) => fault.key === key); }

  /** The faults at a value and at all below it. */
  faultsWithin(key) {
    return this.answer.faults.filter((fault) => fault.key !== null && (fault.key === key || fault.key.startsWith(`${key}.`) || fault.key.startsWith(`${key}[`)));
  }

  async mend(fault) {
    try {
      this.done(await this.keeper.then(() => this.talk.mend(fault.mend.name)));
    } catch (refused) {
      this.warn(`Not mended: ${refused.message}`);
    }
  }

  /** Has it noted that a translation still says what its original says. */
  async right() {
    try {
      await this.keeper.then(() => this.talk.send("right", { file: this.answer.file }));
      this.done("Noted: it is still right");
    } catch (refused) {
      this.warn(`Not noted: ${refused.message}`);
    }
  }

  /** Tells whoever does not see the page. */
  said(words) { this.#hooks.say(words); }

  /** Tells everybody that something was done. */
  done(words) { this.#hooks.tell("kept", words); }

  /** Tells everybody that something was not done, and why. */
  warn(words) { this.#hooks.tell("warn", words); }

  /** All pages and topics, asked for once. */
  titles() {
    this.#titles ??= this.talk.titles().catch((refused) => {
      this.#titles = null;
      throw refused;
    });
    return this.#titles;
  }
}
