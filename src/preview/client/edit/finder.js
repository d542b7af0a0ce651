// Finds a page by its title, or a word that is in use, as one types. It must not know what is done with it.

const MOST = 8; // what is shown at once

class Finder {
  node;
  input;
  #list;
  #choose;
  #options;
  #isOpen; // whether words that are not offered may be chosen too
  #found = [];
  #at = 0;

  /** `options` gives what can be found, as `{ value, title, about }`, or a promise of it. */
  constructor(label, options, choose, { isOpen = false, focusName = null } = {}) {
    this.#options = options;
    this.#choose = choose;
    this.#isOpen = isOpen;
    const [id, list] = [fresh(), fresh()];
    this.input = make("input", {
      id, class: "input", role: "combobox", "aria-expanded": "false", "aria-controls": list, "aria-autocomplete": "list", autocomplete: "off",
      "data-focus": focusName, type: "text",
    });
    this.#list = make("ul", { id: list, class: "found", role: "listbox", "aria-label": label, hidden: true });
    this.node = make("div", { class: "field" }, make("label", { htmlFor: id }, label), this.input, this.#list);
    this.input.oninput = () => this.#look();
    this.input.onblur = () => this.#show([]);
    this.input.onkeydown = (event) => this.#key(event);
    // The list takes no focus, so that a press on it is no end of typing.
    this.#list.onpointerdown = (event) => event.preventDefault();
    this.#list.onclick = (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.#take(Number(option.dataset.at));
    };
  }

  async #look() {
    const typed = plain(this.input.value);
    const all = typed ? await Promise.resolve(this.#options()).catch(() => []) : [];
    if (plain(this.input.value) !== typed) return;
    const begins = ({ title }) => (plain(title).startsWith(typed) ? 0 : 1);
    const found = all.filter(({ title, value }) => plain(title).includes(typed) || value.includes(typed));
    found.sort((one, other) => begins(one) - begins(other));
    const isNew = this.#isOpen && typed && !found.some(({ title }) => plain(title) === typed);
    const own = isNew ? [{ value: this.input.value.trim(), title: this.input.value.trim(), about: "A new one" }] : [];
    this.#at = 0;
    this.#show([...found.slice(0, MOST), ...own]);
  }

  #show(found) {
    this.#found = found;
    this.#list.hidden = !found.length;
    this.input.setAttribute("aria-expanded", found.length > 0);
    this.#list.replaceChildren(...found.map(({ title, about }, at) =>
      make("li", { role: "option", id: `${this.#list.id}-${at}`, "data-at": at, "aria-selected": at === this.#at }, title, about && make("small", {}, about))));
    if (found.length) this.input.setAttribute("aria-activedescendant", `${this.#list.id}-${this.#at}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #key(event) {
    if (event.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && this.#found.length && !event.altKey) {
      this.#at = (this.#at + by + this.#found.length) % this.#found.length;
      this.#show(this.#found);
    } else if (event.key === "Enter" && this.#found.length) this.#take(this.#at);
    else if (event.key === "Escape" && this.#found.length) this.#show([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #take(at) {
    const one = this.#found[at];
    this.input.value = "";
    this.#show([]);
    this.#choose(one);
  }
}

/** Letters without case and marks, to be compared. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
