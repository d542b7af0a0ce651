// What is done with a page as a whole: a new one, another name, a draft, read today, deleted, taken back. It must not
// know what stands in it.

const KINDS_OF_PAGE = [
  ["scenario", "Situation"], ["template", "Sheet to fill in"], ["guide", "Guide"], ["comparison", "Comparison"], ["check", "Self-check"],
];

const TRY = 300; // milliseconds after the last key of a title until it is tried
const GONE = "twohats:gone"; // the page that was deleted, for as long as the tab is at the next one

class Whole {
  #desk;
  #root;

  constructor(desk, root) {
    this.#desk = desk;
    this.#root = root;
  }

  /** What stands at the foot of the parts. */
  draw() {
    const { answer } = this.#desk;
    const draft = this.#desk.field("draft");
    const reviewed = this.#desk.field("reviewed");
    const tick = draft && make("label", { class: "tick" }, make("input", { type: "checkbox", checked: draft.text === "yes", "data-focus": "draft", onchange: (event) => this.#set("draft", event.target.checked ? "yes" : "") }), "Draft: only you see it");
    const isPage = !["home", "book"].includes(answer.kind);
    return [
      tick,
      reviewed && button("I have read it all today", () => this.#set("reviewed", dayOfToday(), "Marked as reviewed today"), { drawing: "tick" }),
      isPage && button("Another name…", () => this.rename(), { drawing: "pen" }),
      isPage && button("Delete the page…", () => this.delete(), { drawing: "cross", class: "btn danger" }),
      ...(answer.languages ?? []).map((language) => this.#language(language)),
      button("Take back everything since this morning", () => this.takeBackToday(), { drawing: "undo" }),
    ].filter(Boolean);
  }

  /** The way to a translation, or its beginning. */
  #language({ tag, name, path, there }) {
    if (there) return make("a", { class: "btn", href: path, lang: tag }, name);
    return button(`Begin a translation: ${name}`, async () => {
      try {
        await this.#desk.keeper.flush();
        const begun = await this.#desk.talk.send("translate", { file: this.#desk.answer.file, language: tag });
        await this.#go(begun);
      } catch (refused) {
        this.#desk.warn(`Not begun: ${refused.message}`);
      }
    }, { drawing: "plus" });
  }

  async #set(key, value, said) {
    const { keeper } = this.#desk;
    keeper.type(keeper.slots.at(key), value);
    await keeper.flush();
    if (said) this.#desk.said(said);
  }

  // ---- taking back ----

  /** Takes the last change of this page back, or brings again the page that was deleted just now. */
  async takeBack() {
    const { gone } = Whole;
    await this.#undo({ file: gone?.file ?? this.#desk.answer?.file });
    if (!gone) return;
    sessionStorage.removeItem(GONE);
    await this.#go(gone);
  }

  /** The page that was deleted before this one was shown. */
  static get gone() {
    try {
      return JSON.parse(sessionStorage.getItem(GONE));
    } catch {
      return null;
    }
  }

  /** What is said first: of a page that is gone, how it comes again. */
  static hello() {
    if (location.pathname === "/" && Whole.gone) return "The page is deleted. “Take back” brings it again";
    try {
      sessionStorage.removeItem(GONE);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
    return "What you write is kept in the file";
  }

  takeBackToday() {
    const midnight = new Date();
    midnight.setHours(0, 0, 0, 0);
    return this.#undo({ since: midnight.getTime() });
  }

  async #undo(what) {
    try {
      const { message } = await this.#desk.keeper.then(() => this.#desk.talk.send("undo", what));
      this.#desk.done(message ?? "Taken back");
    } catch (refused) {
      this.#desk.warn(`Not taken back: ${refused.message}`);
    }
  }

  /** Goes to a page as soon as it is made of its file. */
  async #go({ path, file }) {
    for (let tries = 0; tries < 50; tries += 1) {
      const answer = await this.#desk.talk.page(path).catch(() => null);
      if (answer?.file === file) break;
      await new Promise((done) => setTimeout(done, 100));
    }
    location.href = path;
  }

  // ---- a new page ----

  async new() {
    const made = await asking(this.#root, "New page", (close) => this.#newForm(close));
    if (made) await this.#go(made);
  }

  #newForm(close) {
    const kinds = make("fieldset", { class: "kinds" }, make("legend", {}, "What is it?"),
      ...KINDS_OF_PAGE.map(([value, words], at) => make("label", {}, make("input", { type: "radio", name: "twohats-kind", value, checked: at === 0, onchange: () => look() }), words)));
    const { input, node } = labelled("Title", { class: "input big" }, "Name it as somebody in it would say it.");
    const address = make("p", { class: "help" });
    const near = make("div", { class: "near", hidden: true });
    const said = make("p", { class: "refused", role: "alert" });
    const kind = () => kinds.querySelector("input:checked").value;
    let timer = 0;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const title = input.value.trim();
        const found = title && (await this.#desk.talk.send("new", { kind: kind(), title, try: true }).catch(() => null));
        if (title !== input.value.trim()) return;
        said.textContent = found?.message ? sentence(found.message) : "";
        address.replaceChildren(...(found?.path && !found.message ? ["Its address will be ", make("b", {}, found.path)] : []));
        near.hidden = !found?.near?.length;
        near.replaceChildren(make("p", {}, "There is a page that sounds like it. Look at it first?"), ...(found?.near ?? []).map((page) => make("p", {}, make("a", { href: page.path }, page.title))));
      }, TRY);
    };
    input.oninput = look;
    const go = async () => {
      const title = input.value.trim();
      if (!title) {
        said.textContent = "It needs a title.";
        return input.focus();
      }
      try {
        return close(await this.#desk.talk.send("new", { kind: kind(), title }));
      } catch (refused) {
        said.textContent = `Not made: ${refused.message}`;
        return undefined;
      }
    };
    onEnter(input, go);
    return [kinds, node, address, near, said, make("p", { class: "help" }, "It begins as a draft: only you see it."), ends(button("Not now", () => close(null), {}), button("Make the page", go, { class: "btn chief" }))];
  }

  // ---- another name, and gone ----

  async rename() {
    await this.#desk.keeper.flush();
    const [, name] = /([^/]+)\.[^./]+$/.exec(this.#desk.answer.file);
    const moved = await asking(this.#root, "Another name", (close) => {
      const { input, node } = labelled("Its name in the address", { value: name, class: "input big", spellcheck: "false", autocapitalize: "off" }, "The old address goes on working, and links in the book are led to the new one. The title stays.");
      const said = make("p", { class: "refused", role: "alert" });
      const go = async () => {
        try {
          close(await this.#desk.talk.send("move", { file: this.#desk.answer.file, title: input.value.trim() }));
        } catch (refused) {
          said.textContent = `Not moved: ${refused.message}`;
        }
      };
      onEnter(input, go);
      return [node, said, ends(button("Not now", () => close(null), {}), button("Give it this name", go, { class: "btn chief" }))];
    });
    // This page is none any more, and would be loaded again meanwhile: the next one comes by itself.
    if (moved?.path) location.href = moved.path;
  }

  async delete() {
    await this.#desk.keeper.flush();
    const { file, hash } = this.#desk.answer;
    let named;
    try {
      const { pages } = await this.#desk.titles();
      const title = (path) => pages.find((page) => page.path === path)?.title;
      named = (await this.#desk.talk.send("delete", { file, hash, sure: false })).named_by;
      named = named.map((one) => ({ ...one, title: title(one.path) }));
    } catch (refused) {
      return this.#desk.warn(refused.message);
    }
    const gone = await asking(this.#root, "Delete this page?", (close) => {
      const said = make("p", { class: "refused", role: "alert" });
      const go = async () => {
        try {
          close(await this.#desk.talk.send("delete", { file, hash, sure: true }));
        } catch (refused) {
          said.textContent = `Not deleted: ${refused.message}`;
        }
      };
      const who = named.length
        ? [make("p", {}, named.length === 1 ? "1 place names it, and has to be mended then:" : `${named.length} places name it, and have to be mended then:`), make("ul", { class: "named" }, ...named.map(({ title, path, file, line }) => make("li", {}, title ? make("a", { href: path }, title) : `${file}, line ${line}`)))]
        : [make("p", {}, "Nothing names it.")];
      return [...who, make("p", { class: "help" }, "“Take back” brings it again."), said, ends(button("Keep it", () => close(null), {}), button("Delete the page", go, { class: "btn danger" }))];
    });
    if (!gone) return undefined;
    try {
      sessionStorage.setItem(GONE, JSON.stringify({ file, path: location.pathname }));
    } catch {
      // Then only the journal has it.
    }
    location.href = "/";
    return undefined;
  }

  // ---- a link ----

  /** Has a page chosen, or an address written, to which the chosen words lead. */
  async link(area) {
    const [from, end] = [area.selectionStart, area.selectionEnd];
    const to = await asking(this.#root, "Where does it lead?", (close) => {
      const finder = new Finder("A page, by its title", async () => (await this.#desk.titles()).pages.map((page) => ({ value: page.id, title: page.title, about: page.summary, page })), ({ page }) => close({ address: this.#to(page), title: page.title }));
      const { input, node } = labelled("Or an address", { type: "url", inputmode: "url" }, "Such as https://example.org");
      const go = () => input.value.trim() && close({ address: input.value.trim() });
      onEnter(input, go);
      return [finder.node, node, ends(button("Not now", () => close(null), {}), button("Link to it", go, { class: "btn chief" }))];
    });
    area.focus();
    area.setSelectionRange(from, end);
    if (to) linked(area, to.address, to.title);
  }

  /** The way from this file to that of another page, as authors write it. */
  #to({ kind, id, path }) {
    const folder = path.split("/").at(-2);
    const name = `${folder}/${id}.${kind === "guide" ? "md" : "yaml"}`;
    return /^content\/[^/]+$/.test(this.#desk.answer.file) ? name : `../${name}`;
  }
}
