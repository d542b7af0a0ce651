// Finds the text that is pointed at, asks the preview where it stands in its file, and says it. An editor that follows the
// preview goes there; where none does, a link opens the file. It stays until the next click or Escape.

const ADDRESS = "/.twohats/point";

const depth = (element) => {
  let deep = 0;
  for (let at = element; at; at = at.parentElement) deep += 1;
  return deep;
};

const isBefore = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

/** The innermost text that was clicked at; where none was, the first one of what was. */
function textAt(found, target) {
  const runs = [...found].flatMap(([mark, runs]) => runs.map((run) => ({ mark, run })));
  const holding = runs.filter(({ run }) => run.some((element) => element.contains(target)));
  if (holding.length) return holding.sort((one, other) => depth(other.run[0]) - depth(one.run[0]))[0];
  for (let at = target; at; at = at.parentElement) {
    const inside = runs.filter(({ run }) => at.contains(run[0]));
    if (inside.length) return inside.sort((one, other) => (isBefore(one.run[0], other.run[0]) ? -1 : 1))[0];
  }
  return null;
}

/** What the page shows of a text up to the word that was clicked at. */
function shownUpTo(run, at) {
  const [node, offset] = at ?? [];
  if (!node || !run.some((element) => element.contains(node))) return "";
  const range = document.createRange();
  range.setStartBefore(run[0]);
  const rest = node.nodeType === Node.TEXT_NODE ? /^[\p{L}\p{N}]*/u.exec(node.data.slice(offset))[0].length : 0;
  range.setEnd(node, offset + rest);
  return range.toString();
}

class TwohatsPointed extends HTMLElement {
  #line = document.createElement("p");

  constructor() {
    super();
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    this.attachShadow({ mode: "open" }).append(this.#line);
    this.shadowRoot.adoptedStyleSheets = [style];
    Object.assign(this.#line, { role: "status", lang: "en", dir: "ltr" });
    addEventListener("pointerdown", ({ target }) => target !== this && this.remove());
    addEventListener("keydown", ({ key }) => key === "Escape" && this.remove());
  }

  /** Goes where the text of this element stands. `at` is where in it was clicked, as a node and a place in it. */
  static async go(target, at, token) {
    const here = document.querySelector("twohats-pointed") ?? document.createElement("twohats-pointed");
    document.documentElement.append(here);
    try {
      here.#say(await TwohatsPointed.#told(target, at, token));
    } catch (why) {
      here.#line.textContent = why instanceof TypeError ? "The preview is not running." : why.message;
    }
  }

  static async #told(target, at, token) {
    const ask = async (query, options) => {
      const headers = { "x-twohats-token": token, "content-type": "application/json" };
      const answer = await fetch(ADDRESS + query, { cache: "no-store", headers, ...options });
      const told = await answer.json();
      if (!answer.ok) throw new Error(told.message);
      return told;
    };
    const { page } = await ask(`?path=${encodeURIComponent(decodeURI(location.pathname))}`);
    const text = page && textAt(new Places(page).find(), target);
    const link = target.closest("a[href]");
    // A link in no text of the file, as on a card, is of the page to which it leads.
    const leads = link?.origin === location.origin && !text?.run.some((element) => element.contains(target));
    const body = leads
      ? { path: decodeURI(link.pathname) }
      : { path: decodeURI(location.pathname), mark: text?.mark, shown: text ? shownUpTo(text.run, at) : "" };
    return ask("", { method: "POST", body: JSON.stringify(body) });
  }

  #say({ place, link, followers }) {
    const code = document.createElement("code");
    code.textContent = place;
    if (followers) return this.#line.replaceChildren(code, " is shown in your editor");
    const way = document.createElement("a");
    Object.assign(way, { href: link, textContent: "Open it" });
    return this.#line.replaceChildren(code, " ", way);
  }
}
customElements.define("twohats-pointed", TwohatsPointed);
