// The switch that begins to edit on the page. The editor is a script of its own, which comes with the first press: who
// only reads has nothing of it. It must not know what the editor does.
class TwohatsSwitch extends HTMLElement {
  static #CHOICE = "twohats:editing"; // kept by the browser, for all pages
  static #WORD = "twohats:word"; // what lets whoever came by the address with the word edit, for as long as the tab is open
  static #SCRIPT = "/.twohats/edit.js";

  #state = null;
  #editor = null;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).innerHTML = `<button type="button" role="switch" aria-checked="false" title="Write on this page. A click on a text with Alt held goes to its line in your editor." lang="en" dir="ltr"><i aria-hidden="true"></i>Edit</button>`;
    const style = new CSSStyleSheet();
    style.replaceSync(TWOHATS_SWITCH_STYLE);
    this.shadowRoot.adoptedStyleSheets = [style];
    this.shadowRoot.firstElementChild.onclick = () => this.#choose(true);
    // The page may become a newer one while the editor is on its way, which must not wait for that then.
    document.addEventListener("twohats:morphed", ({ detail }) => {
      if (this.#state) this.#state[1] = detail.pages;
    });
  }

  /** Takes how the book stands, and which page of it is shown: only who may write has a switch. */
  static hear(state, pages) {
    const word = state.token ?? TwohatsSwitch.#word();
    let here = document.querySelector("twohats-switch");
    if (!state.edit || !word) return here?.remove();
    if (!here) document.body.before((here = document.createElement("twohats-switch")));
    return here.#hear({ ...state, token: word }, pages);
  }

  static get isOn() { return Boolean(document.querySelector("twohats-edit")); }

  /** The word that stands in the address of those who sit elsewhere; it does not stay there to be passed on. */
  static #word() {
    const [, word] = /^#edit=(\w+)$/.exec(location.hash) ?? [];
    if (word) history.replaceState(history.state, "", location.pathname + location.search);
    try {
      if (word) sessionStorage.setItem(TwohatsSwitch.#WORD, word);
      return sessionStorage.getItem(TwohatsSwitch.#WORD);
    } catch {
      return word;
    }
  }

  #hear(...state) {
    const isFirst = !this.#state;
    this.#state = state;
    if (isFirst && (this.#isChosen || new URLSearchParams(location.search).has("edit"))) this.#choose(true);
    this.#editor?.hear(...state);
  }

  get #isChosen() {
    try {
      return localStorage.getItem(TwohatsSwitch.#CHOICE) === "on";
    } catch {
      return false;
    }
  }

  async #choose(on) {
    try {
      if (on) localStorage.setItem(TwohatsSwitch.#CHOICE, "on");
      else localStorage.removeItem(TwohatsSwitch.#CHOICE);
    } catch {
      // A browser that keeps nothing asks again on every page.
    }
    this.hidden = on;
    if (!on) {
      this.#editor?.remove();
      this.#editor = null;
      return this.shadowRoot.firstElementChild.focus();
    }
    if (!customElements.get("twohats-edit")) await TwohatsSwitch.#load().catch(() => {});
    if (!customElements.get("twohats-edit") || this.#editor) return undefined;
    this.#editor = document.createElement("twohats-edit");
    document.body.before(this.#editor);
    this.#editor.start(() => this.#choose(false));
    return this.#editor.hear(...this.#state);
  }

  static #load() {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = TwohatsSwitch.#SCRIPT;
      script.onload = done;
      script.onerror = failed;
      document.documentElement.append(script);
    });
  }
}
customElements.define("twohats-switch", TwohatsSwitch);
