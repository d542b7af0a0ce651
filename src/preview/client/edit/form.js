// A small form for what is not there yet and needs more than one text: a step, a field of a sheet, a side. It must not
// know where it goes in the file.

class Form {
  node;
  #desk;
  #types;
  #type;
  #controls = new Map();
  #keys = make("div", { class: "keys" });
  #said = make("p", { class: "refused", role: "alert" });

  /** `types` are those that it may be, `send` takes its keys with their values and says whether they were kept. */
  constructor(desk, types, words, send, cancel) {
    this.#desk = desk;
    this.#types = types;
    this.#type = types[0];
    const id = fresh();
    const choose = types.length > 1 && make("div", { class: "field" },
      make("label", { htmlFor: id }, "What it is"),
      make("select", { id, onchange: (event) => this.#draw(types[event.target.selectedIndex]) }, ...types.map(({ name, about }) => make("option", { value: name }, about && about.length < 60 ? `${name}: ${about}` : name))));
    this.node = make("div", { class: "form", role: "group", "aria-label": words }, choose, this.#keys, this.#said,
      make("div", { class: "row" }, button("Add", () => this.#send(send), { class: "btn chief" }), button("Not now", cancel, {})));
    this.node.onkeydown = (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape") cancel();
      else if (event.key === "Enter" && event.target.matches("textarea.line")) this.#send(send);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    this.#draw(types[0]);
  }

  focus() { this.node.querySelector("select, textarea, input").focus(); }

  /** What was typed and is nowhere yet. */
  get words() { return [...this.#controls.values()].map(({ control }) => control.value).filter(Boolean).join("\n"); }

  #draw(type) {
    this.#type = type;
    this.#controls.clear();
    this.#keys.replaceChildren();
    const oneOf = type.one_of ?? [];
    let keys = type.keys.filter((key) => key.needed && !oneOf.includes(key.key));
    if (!keys.length && !oneOf.length) keys = type.keys.slice(0, 1);
    if (oneOf.length) keys = [{ key: oneOf[0], oneOf }, ...keys];
    for (const key of keys) this.#field(key, type);
  }

  #field(key, type) {
    const id = fresh();
    const one = key.oneOf ? type.keys.find(({ key: name }) => name === key.key) ?? { key: key.key, kind: "line", help: "" } : key;
    const control = one.words
      ? make("select", { id }, ...one.words.map((word) => make("option", { value: word }, word)))
      : make("textarea", { id, rows: ["prose", "list"].includes(one.kind) ? 3 : 1, class: ["prose", "list"].includes(one.kind) ? null : "line", "aria-describedby": `${id}-help`, lang: this.#desk.answer.lang, dir: this.#desk.answer.dir });
    const named = { name: one.key, kind: one.kind, control };
    const label = key.oneOf
      ? make("select", { "aria-label": "Which one", onchange: (event) => { named.name = event.target.value; } }, ...key.oneOf.map((name) => make("option", { value: name }, titled(name))))
      : make("label", { htmlFor: id }, one.label ? titled(one.label) : titled(one.key));
    if (key.oneOf) control.setAttribute("aria-label", "Words");
    const help = one.kind === "list" ? `${one.help} One on each line.` : one.help;
    this.#keys.append(make("div", { class: "field" }, label, help && make("p", { class: "help", id: `${id}-help` }, marked(help)), control));
    this.#controls.set(one.key, named);
  }

  async #send(send) {
    const value = {};
    for (const { name, kind, control } of this.#controls.values()) {
      const text = control.value.trim();
      if (!text) {
        this.#said.textContent = "Something is missing here.";
        return control.focus();
      }
      if (kind === "list") value[name] = text.split("\n").map((line) => line.trim()).filter(Boolean);
      else value[name] = control.matches(".line") ? text.replace(/\s*\n\s*/g, " ") : text;
    }
    this.#said.textContent = "";
    if (!(await send(value, this.#type))) this.#said.textContent = "It could not be kept. Your words stay here.";
  }
}

const titled = (name) => {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
