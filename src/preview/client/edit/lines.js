// A list of the file as lines that come, go and move: by the dots, by two buttons, and by Alt and arrows. It must not
// know what a line holds.

class Lines {
  #desk;
  #parts;

  constructor(desk, parts) {
    this.#desk = desk;
    this.#parts = parts;
  }

  draw(list) {
    const items = this.#desk.below(list.key);
    const help = fresh();
    const rows = make("ol", { class: "lines", "aria-label": list.label });
    for (const [at, item] of items.entries()) rows.append(this.#row(list, item, at, items.length, help));
    this.#drags(rows, list);
    const hint = items.length > 1 && make("p", { class: "help", id: help }, "Drag by the dots, or use the arrows; Alt and an arrow key do the same.");
    return make("div", { class: "list" }, hint, rows, this.#parts.draft(list, items.length));
  }

  #row(list, item, at, of, help) {
    const words = this.#parts.said(item);
    const open = this.#parts.isOpen(item.key);
    const type = this.#parts.type(list, item);
    const way = (name, by, drawing) => make("button", {
      type: "button", class: "btn bare small", "aria-label": `${name}: ${words}`, "data-focus": `${by}:${item.key}`,
      disabled: at + by < 0 || at + by >= of, onclick: () => this.#move(list, at, at + by, of, `${by}:`),
    }, icon(drawing));
    const remove = make("button", {
      type: "button", class: "btn bare small", "aria-label": `Take out: ${words}`, "data-focus": `out:${item.key}`,
      onclick: () => this.#remove(list, item, at, of),
    }, icon("cross"));
    const title = make("button", {
      type: "button", class: "words", "data-focus": `row:${item.key}`, "aria-describedby": of > 1 ? help : null,
      "aria-expanded": this.#parts.isShown(item.key) ? null : String(open), onclick: () => this.#parts.open(item),
    }, words, type && make("small", {}, ` ${type}`));
    const row = make("li", {}, make("span", { class: "grip", "aria-hidden": "true" }, icon("grip")), title,
      make("span", { class: "ways" }, way("Move up", -1, "up"), way("Move down", 1, "down"), remove));
    if (this.#desk.faultsWithin(item.key).length) row.classList.add("bad");
    if (open) row.append(make("div", { class: "within" }, ...this.#parts.inside(item)));
    row.onkeydown = (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by || !event.altKey || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      const name = focused()?.dataset.focus?.replace(item.key, "");
      this.#move(list, at, at + by, of, name ?? "row:");
    };
    return row;
  }

  async #move(list, from, to, of, focus) {
    if (to < 0 || to >= of) return;
    const edit = { do: "move", key: list.key, was: this.#desk.keeper.slots.at(list.key).was, from, to };
    if (!(await this.#parts.change(edit))) return;
    const key = `${list.key}[${to}]`;
    const isEnd = (focus === "-1:" && to === 0) || (focus === "1:" && to === of - 1);
    this.#parts.focus(isEnd ? `row:${key}` : `${focus}${key}`);
    this.#desk.said(`Place ${to + 1} of ${of}`);
  }

  async #remove(list, item, at, of) {
    const was = this.#desk.keeper.slots.at(item.key).was;
    if (!(await this.#parts.change({ do: "remove", key: item.key, was }))) return;
    this.#desk.said("Taken out. “Take back” brings it again");
    if (of > 1) this.#parts.focus(`out:${list.key}[${Math.min(at, of - 2)}]`);
    else this.#parts.focus(`new:${list.key}`);
  }

  #drags(rows, list) {
    rows.onpointerdown = (event) => {
      const grip = event.target.closest(".grip");
      const row = grip?.parentElement;
      if (!row || row.parentElement !== rows || event.button) return;
      event.preventDefault();
      const from = [...rows.children].indexOf(row);
      grip.setPointerCapture(event.pointerId);
      row.classList.add("moving");
      const follow = ({ clientY }) => {
        for (const other of rows.children) {
          const { top, bottom, height } = other.getBoundingClientRect();
          if (other === row || clientY < top || clientY > bottom) continue;
          if (clientY < top + height / 2) other.before(row);
          else other.after(row);
        }
      };
      grip.addEventListener("pointermove", follow);
      grip.addEventListener("lostpointercapture", () => {
        grip.removeEventListener("pointermove", follow);
        row.classList.remove("moving");
        const to = [...rows.children].indexOf(row);
        if (to !== from) this.#move(list, from, to, rows.childElementCount, "row:");
      }, { once: true });
    };
  }
}
