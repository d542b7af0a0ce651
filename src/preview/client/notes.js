// The foot of the window: how much is wrong with the book, and on a click what. It opens by itself for a fault that
// is new, stays folded for those that were folded away, and has a fix made when its button is pressed. It must not
// know when pages change, nor what they hold.
class TwohatsNotes extends HTMLElement {
  static #FOLDED = "twohats:folded"; // the faults that were folded away, for as long as the tab is open
  static #STYLE = TwohatsNotes.#sheet(TWOHATS_STYLE);
  static #FOOT = TwohatsNotes.#sheet(":root { --foot: calc(2.75rem + 1px); }"); // what is taken of the window

  #foot;
  #count;
  #panel;
  #said;
  #list;
  #notes = null;
  #faults = [];
  #token = null;
  #byHand = false; // opened by the reader, and so not closed when the last fault is mended

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).innerHTML = `
      <aside class="foot" lang="en" dir="ltr" aria-label="What the preview tells">
        <button type="button" class="count" aria-controls="panel" aria-expanded="false"><span></span><span></span></button>
        <div class="panel" id="panel" tabindex="-1" hidden>
          <div role="alert"><h2></h2></div>
          <p class="said" role="status"></p>
          <div class="list"></div>
        </div>
      </aside>`;
    this.shadowRoot.adoptedStyleSheets = [TwohatsNotes.#STYLE];
    const find = (selector) => this.shadowRoot.querySelector(selector);
    this.#foot = find(".foot");
    this.#count = find(".count");
    this.#panel = find(".panel");
    this.#said = find(".said");
    this.#list = find(".list");
    this.#count.onclick = () => (this.#panel.hidden ? this.#open() : this.#fold());
    this.#foot.onkeydown = (event) => {
      if (event.key !== "Escape" || this.#panel.hidden) return;
      this.#fold();
      this.#count.focus();
    };
    this.#list.onclick = (event) => {
      const button = event.target.closest("[data-mend]");
      if (button) this.#mend(button);
    };
  }

  connectedCallback() {
    document.adoptedStyleSheets.push(TwohatsNotes.#FOOT);
  }

  disconnectedCallback() {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== TwohatsNotes.#FOOT);
  }

  static #sheet(text) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  }

  /** Has the fix of a button made, and gives what is said of it. */
  static async mended(button, token) {
    button.disabled = true;
    try {
      const headers = { "X-Twohats-Token": token };
      return await (await fetch(`/.twohats/mend/${button.dataset.mend}`, { method: "POST", headers })).text();
    } catch {
      return "the preview is not running";
    } finally {
      button.disabled = false;
    }
  }

  /** Takes how the book stands, and what to say of the preview itself. While somebody writes on the page it stays folded. */
  tell({ count, notes, faults, token }, gone, isQuiet) {
    this.#token = token;
    this.#faults = faults ?? [];
    const folded = this.#folded.filter((fault) => this.#faults.includes(fault));
    this.#folded = folded;
    // What was done last is still to be read.
    if (!count && !gone && !this.#said.textContent) return this.remove();
    if (this.#notes !== notes) this.#list.innerHTML = notes ?? "";
    this.#notes = notes;
    this.#count.firstElementChild.textContent = gone ?? count ?? "All is well";
    this.#panel.querySelector("h2").textContent = this.#title();
    this.#foot.classList.toggle("wrong", Boolean(gone || faults));
    this.#count.disabled = !notes && !this.#said.textContent;
    const isNew = this.#faults.some((fault) => !folded.includes(fault));
    this.#show((isNew && !isQuiet) || this.#byHand);
  }

  #title() {
    if (this.#faults.length) return "The page above is the last one that was without faults";
    return this.#notes ? "What could be better" : "All is well";
  }

  #open() {
    this.#byHand = true;
    this.#folded = [];
    this.#show(true);
  }

  #fold() {
    this.#byHand = false;
    this.#folded = this.#faults;
    this.#said.textContent = "";
    if (this.#notes) this.#show(false);
    else this.remove();
  }

  #show(open) {
    this.#panel.hidden = !open;
    this.#foot.classList.toggle("open", open);
    this.#count.setAttribute("aria-expanded", open);
    this.#count.lastElementChild.textContent = open ? "Fold away" : "Show";
  }

  async #mend(button) {
    this.#byHand = true;
    // The button goes with its fault, and would take the focus along.
    this.#panel.focus();
    this.#said.textContent = "Mending …";
    this.#said.textContent = await TwohatsNotes.mended(button, this.#token);
  }

  get #folded() {
    try {
      return JSON.parse(sessionStorage.getItem(TwohatsNotes.#FOLDED)) ?? [];
    } catch {
      return [];
    }
  }

  set #folded(faults) {
    try {
      sessionStorage.setItem(TwohatsNotes.#FOLDED, JSON.stringify(faults));
    } catch {
      // A browser that keeps nothing opens it again on every page.
    }
  }
}
customElements.define("twohats-notes", TwohatsNotes);
