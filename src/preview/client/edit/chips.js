// Pages that a page names, and its topics: as chips with their titles, and a box in which more are found. It must not
// know where they stand on the page.

const PLURALS = { scenario: "a situation", template: "a sheet", guide: "a guide", comparison: "a comparison", check: "a self-check" };

class Chips {
  #desk;
  #parts;

  constructor(desk, parts) {
    this.#desk = desk;
    this.#parts = parts;
  }

  /** Whether a value is chosen among pages or topics. */
  static fits(field) { return field.kind === "id" || field.item?.kind === "id" || field.key === "topics"; }

  draw(field) {
    const isList = field.kind === "list";
    const items = isList ? this.#desk.below(field.key) : field.there && field.text ? [field] : [];
    const chips = make("ul", { class: "chips", "aria-label": this.#desk.label(field, true) });
    for (const [at, item] of items.entries()) chips.append(this.#chip(field, item, at, items.length));
    const of = field.item?.of ?? field.of;
    const isTopic = field.key === "topics";
    const label = isTopic ? "Add a topic" : of ? `${isList ? "Add" : "Choose"} ${PLURALS[of] ?? "a page"} by its title` : "Add by its title";
    const finder = new Finder(label, () => this.#options(of, isTopic, items), (one) => this.#add(field, one, items.length), { isOpen: isTopic, focusName: `new:${field.key}` });
    const faults = isList ? items.flatMap((one) => this.#desk.faultsAt(one.key)) : [];
    return make("div", { class: "list" }, field.help && make("p", { class: "help" }, marked(field.help)), items.length ? chips : null, ...faults.map((fault) => told(fault, this.#desk)), finder.node);
  }

  #chip(field, item, at, of) {
    const words = make("span", {}, item.text ?? "");
    const out = make("button", { type: "button", "aria-label": `Take out: ${item.text}`, "data-focus": `out:${item.key}`, onclick: () => this.#remove(field, item, at, of) }, icon("cross"));
    const chip = make("li", { class: "chip" }, words, out);
    this.#desk.titles().then(({ pages, topics }) => {
      const wanted = field.item?.of ?? field.of;
      const known = wanted ? pages.filter((page) => page.kind === wanted) : topics;
      const title = known.find(({ id }) => id === item.text)?.title;
      if (!title) return;
      words.textContent = title;
      out.setAttribute("aria-label", `Take out: ${title}`);
    }, () => {});
    chip.onkeydown = (event) => {
      const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
      if (!by || !event.altKey || event.isComposing || field.kind !== "list" || at + by < 0 || at + by >= of) return;
      event.preventDefault();
      event.stopPropagation();
      this.#parts.change({ do: "move", key: field.key, was: this.#desk.keeper.slots.at(field.key).was, from: at, to: at + by }).then((done) => {
        if (!done) return;
        this.#parts.focus(`out:${field.key}[${at + by}]`);
        this.#desk.said(`Place ${at + by + 1} of ${of}`);
      });
    };
    return chip;
  }

  async #options(of, isTopic, items) {
    const { pages, topics } = await this.#desk.titles();
    const taken = items.map((item) => item.text);
    if (isTopic) return topics.filter(({ id }) => !taken.includes(id)).map(({ id, title }) => ({ value: id, title }));
    return pages.filter((page) => (!of || page.kind === of) && !taken.includes(page.id)).map(({ id, title, summary }) => ({ value: id, title, about: summary }));
  }

  async #add(field, { value, title }, at) {
    const slot = this.#desk.keeper.slots.at(field.key);
    if (field.kind !== "list") {
      this.#desk.keeper.type(slot, value);
      await this.#desk.keeper.flush();
    } else if (!field.there) {
      if (!(await this.#parts.change({ do: "add", key: field.key, value: [value] }))) return;
    } else if (!(await this.#parts.change({ do: "insert", key: field.key, at, value }))) return;
    this.#desk.said(`${title} is named now`);
    this.#parts.focus(`new:${field.key}`);
  }

  async #remove(field, item, at, of) {
    const slot = this.#desk.keeper.slots.at(item.key);
    const isAll = field.kind === "list" && of === 1 && !field.needed;
    const edit = isAll ? { do: "remove", key: field.key, was: this.#desk.keeper.slots.at(field.key).was } : { do: "remove", key: item.key, was: slot.was };
    if (!(await this.#parts.change(edit))) return;
    this.#desk.said("Taken out. “Take back” brings it again");
    this.#parts.focus(of > 1 && field.kind === "list" ? `out:${field.key}[${Math.min(at, of - 2)}]` : `new:${field.key}`);
  }
}
