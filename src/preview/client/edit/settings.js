// The settings of the book, in a dialog over any page: the same parts as those of a page, of another file. It must not know
// which page is shown.

const SETTINGS = "book.toml";

class Settings {
  #root;
  #page; // the desk of the page
  #desk;
  #parts;
  #state = make("p", { class: "state", role: "status" });
  #said = make("div", { class: "unseen", role: "log", "aria-live": "polite" });
  #mend = make("div", { class: "loose" }); // what is wrong with the whole file
  #isOpen = false;
  #asked = 0;
  #looking = null;

  constructor(page, root) {
    this.#page = page;
    this.#root = root;
    this.#desk = new Desk({
      look: () => this.#look(),
      follow: () => {},
      tell: (kind, words) => this.#tell(kind, words),
      clash: (slot, mine, theirs) => this.#parts.reveal(slot.key)?.clash(mine, theirs),
      refuse: (slot, why) => this.#parts.box(slot)?.refuse(why),
      say: (words) => { this.#said.textContent = words; },
    }, page.talk);
    this.#parts = new Parts(this.#desk, new Shown(() => {}, () => {}), () => {});
  }

  async open() {
    try {
      await this.#page.keeper.flush();
      await this.#look();
    } catch (refused) {
      this.#page.warn(`Not to be edited: ${refused.message}`);
      return;
    }
    this.#isOpen = true;
    this.#tell("ready", "What you write is kept in the file");
    await asking(this.#root, "Settings of the book", (close) => {
      const [first] = this.#parts.node.children;
      if (first) first.open = true;
      return [this.#state, this.#mend, this.#parts.node, make("h3", {}, "Not there yet"), this.#parts.missing, this.#said,
        ends(button("Take back", () => this.#takeBack(), { drawing: "undo" }), button("Back to the page", () => close(true), { class: "btn chief" }))];
    });
    this.#isOpen = false;
    await this.#desk.keeper.flush();
    if (this.#desk.keeper.isBehind) this.#page.warn("Not all settings are kept: look at them again");
  }

  /** Takes what the preview tells. */
  hear(state) {
    if (this.#isOpen && state.revision > this.#desk.answer.book) this.#look().catch(() => {});
    if (this.#desk.keeper.isBehind) this.#desk.keeper.flush();
  }

  /** The page is left: what waits is sent. */
  leave() { this.#desk.keeper.leave(); }

  #tell(kind, words) {
    this.#state.className = `state ${kind}`;
    if (this.#state.textContent !== words) this.#state.textContent = words;
  }

  /** Asks what can be set, and shows it. Of two that ask at once both have the later answer. */
  #look() {
    const mine = (this.#asked += 1);
    this.#looking = this.#desk.talk.file(SETTINGS).then((answer) => (mine === this.#asked ? this.#take(answer) : this.#looking));
    return this.#looking;
  }

  #take(answer) {
    this.#desk.take(answer);
    this.#parts.draw();
    this.#mend.replaceChildren(...answer.faults.filter((fault) => fault.key === null).map((fault) => told(fault, this.#desk)));
  }

  async #takeBack() {
    const { keeper, talk } = this.#desk;
    try {
      const { message } = await keeper.then(() => talk.send("undo", { file: SETTINGS }));
      this.#desk.done(message);
    } catch (refused) {
      this.#desk.warn(`Not taken back: ${refused.message}`);
    }
  }
}
