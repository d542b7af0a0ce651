// A small form for what is not there yet and needs more than one text: a step, a field of a sheet, a side. It must not
// know where it goes in the file.

const WRITTEN = ["text", "line", "prose", "word", "yesno", "number", "date", "list"]; // what has a box in a form
const MOST_KEYS = 6; // with more, only those that are needed are asked for

class Form {
  node;
  #desk;
  #controls = new Map();
  #keys = make("div", { class: "keys" });
  #said = make("p", { class: "refused", role: "alert" });

  /** `types` are those that it may be, `send` takes its keys with their values and says whether they were kept. */
  constructor(desk, types, words, send, cancel) {
    this.#desk = desk;
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
    this.#controls.clear();
    this.#keys.replaceChildren();
    const oneOf = type.one_of ?? [];
    const written = type.keys.filter((key) => !oneOf.includes(key.key) && WRITTEN.includes(key.kind));
    const isShort = written.length <= MOST_KEYS;
    const keys = isShort ? written : written.filter((key) => key.needed);
    if (oneOf.length) keys.unshift({ key: oneOf[0], oneOf, needed: true });
    for (const key of keys) this.#field(key, type);
  }

  #field(key, type) {
    const id = fresh();
    const one = key.oneOf ? type.keys.find(({ key: name }) => name === key.key) ?? { key: key.key, kind: "line", help: "" } : key;
    const control = one.words
      ? make("select", { id }, ...(key.needed ? one.words : ["", ...one.words]).map((word) => make("option", { value: word }, word || "not said")))
      : make("textarea", { id, rows: ["prose", "list"].includes(one.kind) ? 3 : 1, class: ["prose", "list"].includes(one.kind) ? null : "line", "aria-describedby": `${id}-help`, lang: this.#desk.answer.lang, dir: this.#desk.answer.dir });
    const named = { name: one.key, kind: one.kind, needed: key.needed, control };
    const label = key.oneOf
      ? make("select", { "aria-label": "Which one", onchange: (event) => { named.name = event.target.value; } }, ...key.oneOf.map((name) => make("option", { value: name }, titled(name))))
      : make("label", { htmlFor: id }, titled(one.label ?? one.key), !key.needed && make("small", {}, " (may stay empty)"));
    if (key.oneOf) control.setAttribute("aria-label", "Words");
    const help = one.kind === "list" ? `${one.help} One on each line.` : one.help;
    this.#keys.append(make("div", { class: "field" }, label, help && make("p", { class: "help", id: `${id}-help` }, marked(help)), one.original && originally(one.original, this.#desk.originalLang), control));
    this.#controls.set(one.key, named);
  }

  async #send(send) {
    const value = {};
    for (const { name, kind, needed, control } of this.#controls.values()) {
      const text = control.value.trim();
      if (!text && needed) {
        this.#said.textContent = "Something is missing here.";
        return control.focus();
      }
      if (!text) continue;
      if (kind === "list") value[name] = text.split("\n").map((line) => line.trim()).filter(Boolean);
      else value[name] = control.matches(".line") ? text.replace(/\s*\n\s*/g, " ") : text;
    }
    if (!Object.keys(value).length) {
      this.#said.textContent = "Nothing is written yet.";
      return this.focus();
    }
    this.#said.textContent = "";
    if (!(await send(value))) this.#said.textContent = "It could not be kept. Your words stay here.";
    return undefined;
  }
}

const titled = (name) => {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
