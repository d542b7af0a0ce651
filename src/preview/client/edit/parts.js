// All parts of the page in the order of its file, and what is not there yet. A text that can be seen on the page is
// opened there; every other is written here. It must not know how the panel is shown.

const ELSEWHERE = ["draft", "original", "redirects"]; // what has a switch of its own, or is written by what makes it

class Parts {
  node = make("div", { class: "have" });
  missing = make("div", { class: "adds" });
  #desk;
  #shown;
  #press;
  #lines;
  #chips;
  #boxes = new Map(); // by slot, so that a box outlives a part that is drawn anew
  #drawn = new Map(); // by key: the part, and what it was drawn from
  #open = new Set(); // slots of lines that are unfolded here
  #adding = new Set(); // keys of parts that are about to be written
  #isDrawing = false; // what leaves the page for a moment is not left by its writer
  #drafts = new Map(); // by key of a list, what is about to come

  /** `press` opens a text on the page. */
  constructor(desk, shown, press) {
    this.#desk = desk;
    this.#shown = shown;
    this.#press = press;
    this.#lines = new Lines(desk, this);
    this.#chips = new Chips(desk, this);
  }

  // ---- all of them ----

  draw() {
    const back = this.#keepFocus();
    this.#isDrawing = true;
    const top = this.#desk.below(null).filter((field) => !["body", "other"].includes(field.kind) || field.there);
    const have = top.filter((field) => field.there || this.#adding.has(field.key));
    for (const key of this.#drawn.keys()) {
      if (have.some((field) => field.key === key)) continue;
      this.#drawn.get(key).part.remove();
      this.#drawn.delete(key);
    }
    let after = null;
    for (const field of have) {
      const part = this.#part(field);
      if (after ? after.nextSibling !== part : this.node.firstChild !== part) {
        if (after) after.after(part);
        else this.node.prepend(part);
      }
      after = part;
    }
    for (const [slot, box] of this.#boxes) {
      if (slot.gone || !box.node.isConnected) this.#boxes.delete(slot);
      else box.take();
    }
    const gaps = top.filter((field) => !field.there && !this.#adding.has(field.key) && !ELSEWHERE.includes(field.key) && this.#desk.mayCome(field));
    this.missing.replaceChildren(...gaps.map((field) => button(field.label, () => this.#begin(field), { drawing: "plus", class: "add", "data-focus": `add:${field.key}`, title: field.help || null })));
    for (const one of this.missing.children) one.prepend(unseen("Add: "));
    back();
    this.#isDrawing = false;
  }

  #part(field) {
    const from = JSON.stringify(this.#from(field));
    const drawn = this.#drawn.get(field.key);
    if (drawn?.from === from) return drawn.part;
    const faults = this.#desk.faultsWithin(field.key).length;
    const about = make("small", {}, this.#about(field), faults > 0 && make("b", { class: "wrong" }, ` · ${faults} to mend`));
    const part = drawn?.part ?? make("details", { class: "part", "data-part": field.key });
    const side = { leader: "leader", manager: "manager" }[field.key];
    if (side) part.classList.add(side);
    if (this.#adding.has(field.key)) part.open = true;
    const summary = make("summary", { "data-focus": `part:${field.key}` }, make("b", {}, field.label || "Text"), about);
    part.replaceChildren(summary, make("div", { class: "in" }, ...this.inside(field)));
    this.#drawn.set(field.key, { part, from });
    return part;
  }

  /** All that a part looks like, but for what stands in its boxes. */
  #from(field) {
    const isElsewhere = this.#isElsewhere(field.key);
    const inBox = field.text !== null && !isElsewhere && !this.#isItem(field.key);
    const slot = this.#desk.keeper.slots.at(field.key);
    return [field.key, field.kind, field.there, isElsewhere, inBox ? 0 : field.text, this.#open.has(slot), this.#adding.has(field.key),
      this.#desk.faultsAt(field.key).length, this.#drafts.has(field.key), ...this.#desk.below(field.key).map((one) => this.#from(one))];
  }

  #isItem(key) { return key.endsWith("]"); }

  #about(field) {
    if (this.#adding.has(field.key) && !field.there) return "New";
    if (field.text !== null) return folded(field.text).slice(0, 80);
    const below = this.#desk.below(field.key).filter((one) => one.there);
    if (field.kind !== "list") return below.map((one) => this.#desk.label(one, true).toLowerCase()).join(", ");
    if (Chips.fits(field)) return below.map((one) => one.text).join(", ");
    return below.length === 1 ? "1 line" : `${below.length} lines`;
  }

  // ---- what stands in one ----

  /** The controls of a value, and of all below it, with what is wrong where no box says it. */
  inside(field) {
    const controls = this.#controls(field);
    const isBoxed = controls.length === 1 && controls[0].matches(".open, .jump");
    return isBoxed ? controls : [...this.#desk.faultsAt(field.key).map((fault) => told(fault, this.#desk)), ...controls];
  }

  #controls(field) {
    if (Chips.fits(field) && (field.kind === "list") === (field.text === null)) return [this.#chips.draw(field)];
    if (field.kind === "list" && field.text === null) return [field.help && make("p", { class: "help" }, marked(field.help)), this.#lines.draw(field)].filter(Boolean);
    if (field.kind === "group") return this.#group(field);
    if (["own", "other"].includes(field.kind) && field.text === null) return this.#own(field);
    if (this.#isElsewhere(field.key)) return [this.#jump(field)];
    return [this.#box(field)];
  }

  #group(field) {
    const below = this.#desk.below(field.key);
    if (!below.some((one) => one.there) && !this.#isItem(field.key)) return [this.#newGroup(field)];
    const parts = [];
    if (field.help) parts.push(make("p", { class: "help" }, marked(field.help)));
    const gaps = [];
    for (const one of below) {
      if (!one.there && !this.#adding.has(one.key)) gaps.push(...(this.#desk.mayCome(one) ? [one] : []));
      else parts.push(...this.#within(one));
    }
    if (gaps.length) {
      const adds = gaps.map((one) => button(this.#desk.label(one, true), () => this.#begin(one), { drawing: "plus", class: "add", "data-focus": `add:${one.key}`, title: one.help || null, "aria-label": `Add: ${one.label}` }));
      parts.push(make("div", { class: "adds" }, ...adds));
    }
    return parts;
  }

  /** A value in another: a list or a group below a heading of its own. */
  #within(one) {
    if (!["list", "group", "own"].includes(one.kind) || one.text !== null) return this.inside(one);
    return [make("div", { class: "sub", role: "group", "aria-label": one.label }, make("h3", {}, this.#desk.label(one, true)), ...this.inside(one))];
  }

  #own(field) {
    const below = this.#desk.below(field.key);
    const help = field.help && make("p", { class: "help" }, marked(field.help));
    const lines = field.to && field.to !== field.line ? `lines ${field.line} to ${field.to}` : `line ${field.line}`;
    const where = field.there && !below.length && make("p", {}, `It stands in ${this.#desk.answer.file}, ${lines}.`);
    const all = below.flatMap((one) => [...this.#within(one), field.item && this.#ownOut(field, one)]);
    return [help, where, ...all, field.item && this.#next(field, "Another one", () => this.#beginOwn(field))].filter(Boolean);
  }

  /** The button that takes a key of the author's own out. */
  #ownOut(field, one) {
    const takeOut = async () => {
      if (!(await this.change({ do: "remove", key: one.key, was: this.#desk.keeper.slots.at(one.key).was }))) return;
      this.#desk.said("Taken out. “Take back” brings it again");
      this.focus(`new:${field.key}`);
    };
    return button(`Take out: ${this.#desk.label(one, true)}`, takeOut, { drawing: "cross", class: "btn bare", "data-focus": `out:${one.key}` });
  }

  #beginOwn(field) {
    const form = new Form(this.#desk, [ownType(field)], `New: ${field.label}`, async (value) => {
      this.#drafts.delete(field.key);
      const done = await this.change(ownEdit(field, value));
      if (!done) this.#drafts.set(field.key, form);
      this.#adding.delete(field.key);
      this.#anew(field.key);
      if (done) this.focus(`new:${field.key}`);
      return done;
    }, () => this.#letGo(field.key));
    this.#drafts.set(field.key, form);
  }

  #jump(field) {
    const about = this.#desk.faultsAt(field.key).length ? make("span", { class: "wrong" }, "to mend") : make("span", {}, length(field, field.text));
    return make("button", { type: "button", class: "jump", "data-focus": `jump:${field.key}`, onclick: () => this.#press(field.key) }, make("b", {}, this.#desk.label(field, true)), about);
  }

  #box(field) {
    const slot = this.#desk.keeper.slots.at(field.key);
    if (!this.#boxes.has(slot)) {
      const box = new Box(slot, this.#desk, { quiet: true });
      box.control.dataset.focus = "box";
      this.#boxes.set(slot, box);
    }
    return this.#boxes.get(slot).node;
  }

  /** The box of a value here, if it has one. */
  box(slot) { return this.#boxes.get(slot) ?? null; }

  // ---- what comes ----

  #begin(field) {
    this.#adding.add(field.key);
    this.#drawn.delete(field.key.split(/[.[]/)[0]);
    if (field.kind === "list" && !Chips.fits(field)) this.#beginDraft(field);
    if (field.kind === "own" && field.item) this.#beginOwn(field);
    this.#anew(field.key);
    const [top] = field.key.split(/[.[]/);
    const part = this.#drawn.get(top)?.part;
    if (!part) return;
    part.open = true;
    const draft = this.#drafts.get(field.key);
    if (draft) draft.focus();
    else if (Chips.fits(field)) this.focus(`new:${field.key}`);
    else (this.#boxes.get(this.#desk.keeper.slots.at(field.key))?.control ?? part.querySelector(".form textarea, .form select"))?.focus();
    part.scrollIntoView({ block: "nearest" });
  }

  /** Draws the part of a value anew. */
  #anew(key) {
    const [top] = key.split(/[.[]/);
    const drawn = this.#drawn.get(top);
    if (drawn) drawn.from = "";
    this.draw();
  }

  #newGroup(field) {
    const declared = field.item?.types ?? [];
    if (!declared.length) return make("p", { class: "help" }, "This part is begun in the file.");
    const types = declared.map((type) => ({ ...type, keys: this.#mayCome(field, type.keys) }));
    const form = new Form(this.#desk, types, field.label, async (value) => {
      this.#adding.delete(field.key);
      return this.change({ do: "add", key: field.key, value });
    }, () => this.#letGo(field.key));
    return make("div", {}, field.help && make("p", { class: "help" }, marked(field.help)), form.node);
  }

  /** The keys of a group that may be written, each with what its original says. */
  #mayCome(group, keys) {
    const placed = keys.map((key) => ({ ...key, at: { ...key, key: `${group.key}.${key.key}` } }));
    return placed.filter(({ at }) => this.#desk.mayCome(at)).map(({ at, ...key }) => ({ ...key, original: this.#desk.original(at) }));
  }

  #letGo(key) {
    this.#adding.delete(key);
    this.#drafts.delete(key);
    this.#anew(key);
    this.focus(this.#desk.field(key)?.there ? `new:${key}` : `add:${key}`);
  }

  /** What stands below the lines of a list: the next one while it is written, or the button that begins it. */
  draft(list, at) {
    const words = list.item?.label ? `Another: ${list.item.label.toLowerCase()}` : "Another one";
    return this.#next(list, at ? words : "The first one", () => this.#beginDraft(list));
  }

  /** What is about to come into a value, or the button that begins it. */
  #next({ key, label }, words, begin) {
    const draft = this.#drafts.get(key);
    if (draft) return draft.node;
    return button(words, () => {
      begin();
      this.#anew(key);
      this.#drafts.get(key)?.focus();
    }, { drawing: "plus", class: "add", "data-focus": `new:${key}`, "aria-label": `Add to: ${label}` });
  }

  #beginDraft(list) {
    const types = list.item?.types ?? [];
    const add = async (value) => {
      const { length: at } = this.#desk.below(list.key);
      const field = this.#desk.field(list.key);
      this.#drafts.delete(list.key);
      const edit = field.there ? { do: "insert", key: list.key, at, value } : { do: "add", key: list.key, value: [value] };
      const done = await this.change(edit);
      if (!done) this.#drafts.set(list.key, draft);
      this.#adding.delete(list.key);
      this.#anew(list.key);
      return done;
    };
    const draft = types.length
      ? new Form(this.#desk, types, `New: ${list.label}`, async (value) => {
        const done = await add(value);
        if (done) this.focus(`new:${list.key}`);
        return done;
      }, () => this.#letGo(list.key))
      : this.#draftLine(list, add);
    this.#drafts.set(list.key, draft);
  }

  #draftLine(list, add) {
    const id = fresh();
    const { lang, dir } = this.#desk.answer;
    const area = make("textarea", { id, class: "line", rows: 1, lang, dir, "aria-label": `New: ${list.label}`, "data-focus": `draft:${list.key}` });
    let isSent = false;
    const send = async (goOn) => {
      const value = area.value.replace(/\s*\n\s*/g, " ").trim();
      if (!value || isSent) return false;
      isSent = true;
      const done = await add(value);
      isSent = false;
      if (done && goOn) {
        this.#beginDraft(this.#desk.field(list.key));
        this.#anew(list.key);
        this.#drafts.get(list.key).focus();
      }
      return done;
    };
    area.onkeydown = (event) => {
      if (event.isComposing) return;
      if (event.key === "Enter") send(true);
      else if (event.key === "Escape") this.#letGo(list.key);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    area.onblur = () => {
      if (!this.#isDrawing && area.value.trim()) send(false);
    };
    const node = make("div", { class: "draft" }, area, button("Add", () => send(true), { class: "btn" }));
    return { node, focus: () => area.focus(), get words() { return area.value; } };
  }

  /** What was typed in lines that are nowhere yet. */
  get drafts() {
    return [...this.#drafts].map(([key, draft]) => ({ key, label: this.#desk.field(key)?.label ?? key, value: draft.words })).filter(({ value }) => value);
  }

  // ---- what lists ask ----

  isShown(key) { return this.#shown.has(key); }

  /** Whether a text is written on the page: what somebody writes here stays here, although it can be seen there now. */
  #isElsewhere(key) {
    const box = this.#boxes.get(this.#desk.keeper.slots.at(key));
    return this.isShown(key) && !box?.node.contains(focused());
  }

  isOpen(key) { return this.#open.has(this.#desk.keeper.slots.at(key)); }

  /** A line in a few words. */
  said(item) {
    const texts = this.#desk.answer.fields.filter((one) => one.key.startsWith(`${item.key}.`) && one.there && one.text);
    const text = item.text ?? texts[0]?.text ?? item.label;
    const short = folded(text);
    return short.length > 120 ? `${short.slice(0, 119)}…` : short || "(nothing)";
  }

  /** What a line is, where its list holds several types. */
  type(list, item) {
    const types = list.item?.types ?? [];
    const names = this.#desk.below(item.key).filter((one) => one.there).map((one) => one.key.slice(item.key.length + 1));
    return types.length > 1 ? types.find(({ name }) => names.includes(name))?.name : null;
  }

  /** Opens a line: on the page where it can be seen there, else unfolded here. */
  open(item) {
    if (this.isShown(item.key)) return this.#press(item.key);
    const slot = this.#desk.keeper.slots.at(item.key);
    if (this.#open.has(slot)) this.#open.delete(slot);
    else this.#open.add(slot);
    this.#anew(item.key);
    if (this.#open.has(slot)) this.#boxes.get(slot)?.focus();
  }

  /** Has a change of a list made, and draws it. */
  async change(edit) {
    const done = await this.#desk.keeper.change(edit);
    if (!done) return false;
    this.#adding.delete(edit.key);
    this.#anew(edit.key);
    return true;
  }

  /** Unfolds a part, and gives the box of a value in it. */
  reveal(key) {
    const slot = this.#desk.keeper.slots.at(key);
    for (let at = key; at; at = /^(.*?)(\.[^.[]+|\[\d+\])$/s.exec(at)?.[1] ?? "") if (this.#isItem(at)) this.#open.add(this.#desk.keeper.slots.at(at));
    if (!this.#desk.field(key)?.there) this.#adding.add(key);
    this.#anew(key);
    const [top] = key.split(/[.[]/);
    const part = this.#drawn.get(top)?.part;
    if (part) part.open = true;
    return this.#boxes.get(slot) ?? null;
  }

  focus(name) {
    const all = [...this.node.querySelectorAll("[data-focus]"), ...this.missing.querySelectorAll("[data-focus]")];
    all.find((one) => one.dataset.focus === name)?.focus();
  }

  /** Remembers what has the focus here, and gives what puts it back after all is drawn anew. */
  #keepFocus() {
    const at = focused();
    if (!at || !this.node.contains(at)) return () => {};
    const { selectionStart: from, selectionEnd: to } = at;
    const name = at.dataset.focus;
    return () => {
      if (!at.isConnected) return name ? this.focus(name) : undefined;
      if (focused() === at) return undefined;
      at.focus({ preventScroll: true });
      if (from !== undefined && from !== null) at.setSelectionRange?.(from, to);
      return undefined;
    };
  }
}
