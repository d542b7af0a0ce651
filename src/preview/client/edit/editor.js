// The editor over a page: a bar with the state, the parts at the side, and one text that is open at a time. For whoever goes by
// Tab, the bar comes before the page, and the parts behind it. It brings all the others together. It must not know how any of
// them works.

const A_MOMENT = 1000; // milliseconds

customElements.define("twohats-parts", class extends Piece {});

class TwohatsEdit extends Piece {
  #desk = new Desk({
    look: () => this.#look(),
    follow: (edit) => this.#shown.follow(edit),
    tell: (kind, words) => this.#tell(kind, words),
    clash: (slot, mine, theirs) => this.#clash(slot, mine, theirs),
    refuse: (slot, why) => this.#boxOf(slot)?.refuse(why),
    say: (words) => { this.#said.textContent = words; },
  });
  #shown = new Shown((key) => this.open(key), (key) => this.#point(key));
  #parts = new Parts(this.#desk, this.#shown, (key) => this.open(key));
  #whole = new Whole(this.#desk, this.root);
  #settings = new Settings(this.#desk, this.root);
  #pictures = new Pictures(this.#desk, this.root);
  #open = null; // the text that is written on the page: its slot, box and piece
  #leave;
  #last = null; // what had the focus on the page before it went to the bar or the parts
  #asked = 0;
  #looking = null;
  #pages = 0; // the revision of the page that is shown, and of the newest that there is
  #newest = 0;
  #traced; // the page with its texts marked, until it is looked at
  #heard = 0; // the revision of the book that was told of last
  #state = make("span", { class: "state", role: "status" }, Whole.hello());
  #saying = 0;
  #said = make("div", { class: "unseen", role: "log", "aria-live": "polite" });
  #faults;
  #tag = make("div", { class: "tag", "aria-hidden": "true", hidden: true });
  #panel;
  #behind = document.createElement("twohats-parts"); // what comes behind the page
  #loose = make("div", { class: "loose" }); // what has no place any more, or was left
  #mend = make("div", { class: "loose" }); // what is wrong with the whole file
  #foot = make("div", { class: "whole" });
  #ends = new AbortController();

  /** `leave` switches editing off. */
  start(leave) {
    this.#leave = leave;
    this.#desk.pens = { choose: (area) => this.#whole.link(area), picture: (area) => this.#pictures.choose(area), take: (area, file) => this.#pictures.take(area, file) };
    this.#draw();
    const { signal } = this.#ends;
    document.adoptedStyleSheets.push(ON_PAGE);
    document.documentElement.setAttribute("data-twohats-editing", "");
    document.addEventListener("twohats:morphed", ({ detail }) => {
      this.#pages = detail.pages;
      this.#find();
    }, { signal });
    document.addEventListener("click", (event) => this.#click(event), { signal, capture: true });
    document.addEventListener("keydown", (event) => this.#key(event), { signal });
    document.addEventListener("mouseover", (event) => this.#point(event.target.closest?.(`[${TEXT}]`)?.getAttribute(TEXT) ?? null), { signal });
    addEventListener("scroll", () => this.#drawTag(), { signal, passive: true, capture: true });
    addEventListener("resize", () => this.#drawTag(), { signal });
    addEventListener("pagehide", () => keepLeft([...this.#desk.keeper.leave(), ...this.#parts.drafts]), { signal });
    addEventListener("pagehide", () => this.#settings.leave(), { signal });
    if (matchMedia("(width >= 75rem)").matches && sessionStorage.getItem("twohats:parts") !== "away") this.#toggle(true, false);
  }

  /** Takes what the preview tells. */
  hear(state, pages) {
    const isFirst = !this.#desk.answer;
    this.#pages = pages;
    this.#newest = state.pages;
    this.#heard = state.revision;
    this.#desk.talk.token = state.token;
    if (isFirst || state.revision > this.#desk.answer.book) this.#look(state.revision).catch((refused) => this.#none(refused));
    if (this.#desk.keeper.isBehind) this.#desk.keeper.flush();
    this.#settings.hear(state);
  }

  disconnectedCallback() {
    this.#ends.abort();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== ON_PAGE);
    document.documentElement.removeAttribute("data-twohats-editing");
    document.documentElement.removeAttribute("data-twohats-parts");
    this.#behind.remove();
    this.#shown.leave();
  }

  // ---- the bar and the panel ----

  #draw() {
    const takeBack = () => button("Take back", () => this.#whole.takeBack(), { drawing: "undo", class: "btn bare undo" });
    const all = () => button("All parts", () => this.#toggle(), { drawing: "parts", class: "btn bare all", "aria-expanded": "false", title: "F6 goes from here to the page, and on to the parts" });
    const more = () => button("New…", () => this.#whole.new(), { drawing: "plus", class: "btn new" });
    this.#faults = button("", () => this.#toFaults(), { drawing: "warn", class: "btn bare faults", hidden: true });
    const off = make("button", { type: "button", class: "switch", role: "switch", "aria-checked": "true", onclick: () => this.#off() }, make("i", { "aria-hidden": "true" }), "Edit");
    const bar = make("div", { class: "bar", role: "region", "aria-label": "Editing" }, off, this.#state,
      make("div", { class: "end" }, this.#faults, takeBack(), all(), more(), button("Done", () => this.#off(), { class: "btn chief" })));
    const thumb = make("nav", { class: "thumb", "aria-label": "Editing, below" }, takeBack(), all(), more());
    this.#panel = make("aside", { class: "parts", "aria-label": "All parts of this page", tabindex: "-1", hidden: true },
      make("div", { class: "parts-top" }, make("h2", {}, "All parts"), button("Close", () => this.#toggle(false), { class: "btn bare" })),
      make("p", { class: "help" }, "In the order of the file. What is missing stands below."),
      this.#mend, this.#loose, this.#parts.node, make("h3", {}, "Not there yet"), this.#parts.missing, make("h3", {}, "The page itself"), this.#foot,
      make("h3", {}, "The book"), make("div", { class: "whole" }, button("Settings of the book…", () => this.#settings.open(), { drawing: "list" })));
    this.#panel.onkeydown = (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.stopPropagation();
      this.#toggle(false);
    };
    this.root.append(make("div", { lang: "en", dir: "ltr" }, bar, this.#tag, this.#said));
    this.#behind.root.append(make("div", { lang: "en", dir: "ltr" }, this.#panel, thumb));
    document.documentElement.append(this.#behind);
  }

  /** Everything of the bars that fits. */
  #bars(selector) { return [this.root, this.#behind.root].flatMap((root) => [...root.querySelectorAll(selector)]); }

  #toggle(up = this.#panel.hidden, byHand = true) {
    const had = this.#panel.contains(focused());
    this.#panel.hidden = !up;
    for (const one of this.#bars(".all")) one.setAttribute("aria-expanded", up);
    document.documentElement.toggleAttribute("data-twohats-parts", up);
    if (!byHand) return;
    try {
      sessionStorage.setItem("twohats:parts", up ? "there" : "away");
    } catch {
      // A browser that keeps nothing shows them again on every page.
    }
    if (up) this.#panel.focus();
    else if (had) this.#bars(".all").find((one) => one.checkVisibility())?.focus();
  }

  /** Says how it stands. What takes a moment only is seen, and not said. */
  #tell(kind, words) {
    this.#state.className = `state ${kind}`;
    clearTimeout(this.#saying);
    const say = () => {
      if (this.#state.textContent !== words) this.#state.textContent = words;
    };
    if (kind === "busy") this.#saying = setTimeout(say, A_MOMENT);
    else say();
  }

  #point(key) {
    const field = key !== null && this.#desk.answer ? this.#desk.field(key) : null;
    if (this.#tag.dataset.key === String(key)) return;
    this.#tag.dataset.key = String(key);
    this.#shown.point(key);
    this.#tag.hidden = !field;
    if (!field) return;
    this.#tag.replaceChildren(field.label || "Text", icon("pen"));
    this.#drawTag();
  }

  #drawTag() {
    const run = this.#tag.hidden ? null : this.#shown.run(this.#tag.dataset.key);
    if (!run) return;
    const { top, right } = run[0].getBoundingClientRect();
    const { offsetHeight: height, offsetWidth: width } = this.#tag;
    this.#tag.style.top = `${Math.max(top - height - 5, 50)}px`;
    this.#tag.style.left = `${Math.max(right - width + 5, 4)}px`;
  }

  // ---- looking at the file ----

  /** Asks what can be edited, and shows it. Of two that ask at once both have the later answer. */
  #look() {
    const mine = (this.#asked += 1);
    const take = (answer) => (mine === this.#asked ? this.#take(answer) : this.#looking);
    this.#looking = this.#desk.talk.page(location.pathname).then(take);
    return this.#looking;
  }

  #take(answer) {
    // A page that is made of another file from now on begins anew; what waits is sent when it goes.
    if (this.#desk.answer && this.#desk.answer.file !== answer.file) return location.reload();
    this.#desk.take(answer);
    this.#traced = answer.page;
    // A page that is about to become a newer one is looked at then.
    if (this.#pages >= this.#newest) this.#find();
    this.#left();
    return undefined;
  }

  #none(refused) {
    if (refused.status !== 404) return this.#tell("warn", `Not to be edited: ${refused.message}`);
    if (!Whole.gone) this.#tell("ready", "This page is made of others. Open one to write in it.");
    for (const one of this.#bars(Whole.gone ? ".all" : ".undo, .all")) one.hidden = true;
    return this.#toggle(false, false);
  }

  /** Finds all texts on the page anew. An open one whose place went moves to the parts. */
  #find() {
    const { answer } = this.#desk;
    if (!answer) return;
    if (this.#traced !== undefined) this.#shown.look(this.#traced);
    this.#traced = undefined;
    const isHeard = this.#newest <= answer.book && answer.book <= this.#heard;
    const isSettled = answer.page !== null && isHeard && this.#pages === this.#newest;
    this.#shown.find(answer.fields, isSettled);
    this.#replace();
    this.#shown.tell(answer.faults, this.#open?.slot.key, this.#desk);
    this.#parts.draw();
    this.#drawWhole();
    this.#open?.box.take();
    this.#mend.replaceChildren(...answer.faults.filter((fault) => fault.key === null).map((fault) => told(fault, this.#desk)));
    const count = answer.faults.length;
    this.#faults.hidden = !count;
    this.#faults.lastChild.textContent = `${count} to mend`;
    this.#point(null);
  }

  #drawWhole() {
    const from = this.#desk.answer.hash;
    if (this.#foot.dataset.from === from) return;
    const had = this.#foot.contains(focused());
    this.#foot.dataset.from = from;
    this.#foot.replaceChildren(...this.#whole.draw());
    if (had) this.#foot.querySelector("input, button")?.focus();
  }

  // ---- the text that is open ----

  /** Opens a text where it is seen, or else among the parts. */
  open(key) {
    const slot = this.#desk.keeper.slots.at(key);
    if (!slot.field) return;
    if (this.#open?.slot === slot) return this.#open.box.focus();
    const at = this.#shown.has(key) && this.#shown.unfold(key) ? this.#shown.run(key)[0] : null;
    const top = at?.getBoundingClientRect().top;
    this.#close(false, true);
    if (!at) {
      this.#toggle(true);
      this.#parts.reveal(key)?.focus();
      return;
    }
    if (getComputedStyle(this.#panel).position === "fixed" && matchMedia("(width < 75rem)").matches) this.#toggle(false, false);
    const box = new Box(slot, this.#desk, { close: () => this.#close(true) });
    const piece = document.createElement("twohats-text");
    piece.root.append(make("div", { class: "on-page", lang: "en", dir: "ltr" }, box.node));
    this.#open = { slot, box, piece };
    this.#point(null);
    this.#replace();
    this.#shown.tell(this.#desk.answer.faults, key, this.#desk);
    // What opens stays where it was pressed, whatever closed above it.
    const moved = piece.getBoundingClientRect().top - top;
    if (Math.abs(moved) > 1 && this.#shown.isAway(key)) scrollBy({ top: moved, behavior: "instant" });
    box.focus();
  }

  /** Puts the open box where its text is now. */
  #replace() {
    if (!this.#open) return this.#shown.close();
    const { slot, box, piece } = this.#open;
    if (slot.gone) return this.#close(false);
    const at = focused();
    const caret = at === box.control ? [at.selectionStart, at.selectionEnd] : null;
    if (this.#shown.has(slot.key)) this.#shown.open(slot.key, piece);
    else {
      this.#shown.close();
      if (piece.parentNode !== this.#loose) {
        this.#loose.prepend(piece);
        this.#toggle(true, false);
      }
    }
    if (!caret || focused() === at) return undefined;
    at.focus({ preventScroll: true });
    return at.setSelectionRange?.(...caret);
  }

  /** Closes the open text. One that cannot be kept as it stands stays open, but for another that is opened. */
  #close(focus, forOther = false) {
    if (!this.#open) return;
    const { slot, piece, box } = this.#open;
    if ((slot.clash || slot.refused) && !slot.gone && !forOther) {
      if (focus) box.focus();
      return;
    }
    this.#open = null;
    this.#desk.keeper.flush();
    piece.remove();
    this.#shown.close();
    this.#shown.tell(this.#desk.answer.faults, null, this.#desk);
    if (focus) this.#shown.focus(slot.key);
  }

  #boxOf(slot) { return this.#open?.slot === slot ? this.#open.box : this.#parts.box(slot); }

  /** Two wrote at once: both versions are shown where this one was typed. */
  #clash(slot, mine, theirs) {
    if (!this.#boxOf(slot)) this.open(slot.key);
    this.#boxOf(slot)?.clash(mine, theirs);
  }

  // ---- what keys and the pointer do ----

  #click(event) {
    const path = event.composedPath();
    if (path.includes(this) || path.some((one) => one.localName?.startsWith?.("twohats-")) || event.button) return;
    const text = event.target.closest?.(`[${TEXT}]`);
    const control = event.target.closest?.("a[href], button, input, select, textarea");
    // A link in a text leads on; one round a text is written like any other.
    const isWithin = control && text?.contains(control) && control !== text;
    const isAsked = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!text || isWithin || isAsked || !getSelection().isCollapsed) return this.#close(false);
    event.preventDefault();
    event.stopPropagation();
    return this.open(text.getAttribute(TEXT));
  }

  #key(event) {
    if (event.isComposing || event.defaultPrevented) return undefined;
    if (event.key === "F6" && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      return this.#round(event.shiftKey ? 2 : 1);
    }
    const at = focused();
    const isBox = at?.matches?.("input:not([type=checkbox], [type=radio]), textarea, [contenteditable]");
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "z") {
      if (isBox && document.queryCommandEnabled("undo")) return undefined;
      if (isBox && !at.getRootNode().host?.localName.startsWith("twohats-")) return undefined;
      event.preventDefault();
      this.#whole.takeBack();
    }
    if (event.key !== "Escape" || document.querySelector("dialog[open]")) return undefined;
    if (this.#open) this.#close(true);
    else if (at?.getRootNode().host?.localName === "twohats-pen") this.#off();
    return undefined;
  }

  /** Goes round from the bar to the page and to the parts, so many steps on; on the page to the text where it was. */
  #round(by) {
    const at = [this, null, this.#behind].indexOf(document.activeElement);
    const to = ((at < 0 ? 1 : at) + by) % 3;
    if (at < 0) this.#last = focused();
    if (to === 0) return this.root.querySelector(".switch").focus();
    if (to === 1) return (this.#last?.isConnected ? this.#last : document.querySelector("twohats-pen")?.root.querySelector("button"))?.focus();
    this.#toggle(true, false);
    return this.#panel.focus();
  }

  #toFaults() {
    const { faults } = this.#desk.answer;
    const first = faults.find((fault) => fault.key !== null);
    this.#toggle(true);
    if (first) this.open(first.key);
  }

  #off() {
    this.#close(false);
    this.#desk.keeper.flush().then(() => {
      if (this.#desk.keeper.isBehind) this.#tell("warn", "Not all is kept. Look at what waits first");
      else this.#leave();
    });
  }

  // ---- what was left ----

  /** Words that were typed when a page was left and are not in its file are shown, never written unasked. */
  #left() {
    const lost = takeLeft(this.#desk);
    if (!lost.length) return;
    this.#tell("warn", "You left before all words were kept: they are at the side");
    this.#toggle(true, false);
    this.#loose.append(...lost.map(shownLeft));
  }
}
customElements.define("twohats-edit", TwohatsEdit);
