// Makes elements. What an author wrote comes in as text or as a value and never becomes an element of its own. It must
// not know what is edited.

const PATHS = {
  pen: "M3.500 16.500l.8-3.600L13.500 3.700l2.800 2.800-9.200 9.200zM11.700 5.500l2.800 2.800",
  undo: "M7 4 3 8l4 4M3.500 8H12a4.500 4.500 0 0 1 0 9H8",
  grip: "M7.500 5h.01M12.500 5h.01M7.500 10h.01M12.500 10h.01M7.500 15h.01M12.500 15h.01",
  up: "M10 16V5M5 9.500 10 4.500l5 5",
  down: "M10 4v11M5 10.500l5 5 5-5",
  plus: "M10 4v12M4 10h12",
  cross: "M5 5l10 10M15 5 5 15",
  ear: "M3 8v4h3l4 3.500v-11L6 8zM13.500 7a4 4 0 0 1 0 6M15.800 4.500a7.500 7.500 0 0 1 0 11",
  list: "M8 5h9M8 10h9M8 15h9M3.500 5h.01M3.500 10h.01M3.500 15h.01",
  link: "M8.500 11.500a3 3 0 0 0 4.300 0l3-3a3 3 0 0 0-4.300-4.300l-1 1M11.500 8.500a3 3 0 0 0-4.300 0l-3 3a3 3 0 0 0 4.300 4.300l1-1",
  picture: "M3 4h14v12H3zM3 13.500l4-4 3.500 3.500 2-2 4.500 4M12.500 7.500h.01",
  warn: "M10 2.500 18.500 17h-17zM10 8v4M10 14.300v.1",
  tick: "M4 10.500l4 4 8-9",
  parts: "M3 4h14v3.500H3zM3 10.500h14V16H3z",
  two: "M7.500 8.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 17c0-3.500 2-5.500 5.500-5.500S13 13.500 13 17M13.500 3a3 3 0 0 1 0 5.400M15 12c2 .7 3 2.400 3 5",
};

/** An element with attributes; what begins with `on` listens, `value`, `checked` and `textContent` are set. */
function make(tag, attributes = {}, ...inner) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on") || ["value", "checked", "textContent", "htmlFor"].includes(name)) node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...inner.filter((one) => one !== null && one !== undefined && one !== false));
  return node;
}

/** A drawing of ours beside words; it says nothing itself. */
function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** A button with words, and with a drawing before them. */
function button(words, press, { drawing, ...more } = {}) {
  return make("button", { type: "button", class: "btn", onclick: press, ...more }, drawing && icon(drawing), words);
}

/** Words that are heard and not seen. */
const unseen = (words) => make("span", { class: "unseen" }, words);

/** What the original of a translation says, beside what is written. */
const originally = (words, lang) => make("div", { class: "original", lang }, make("small", { lang: "en" }, "The original"), make("p", {}, words));

/** A text in which backticks mark what is written as it stands. */
function marked(text) {
  const parts = document.createDocumentFragment();
  text.split("`").forEach((part, at) => parts.append(at % 2 ? make("code", {}, part) : part));
  return parts;
}

let made = 0;
/** An id that nothing else has. */
const fresh = () => `twohats-${(made += 1)}`;

/** A style of ours, for a document or a shadow root. */
function sheet(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
const OURS = sheet(STYLE);
const ON_PAGE = sheet(STYLE_OF_PAGE);

const OWN_EVENTS = ["input", "change", "keydown", "keyup", "paste", "drop", "dragover"];

/** An element of ours that stands in a page: the page's words and styles end at it, and what is typed in it is nothing to
    the page's scripts, which open a search at a key or keep what is written in a sheet. */
class Piece extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [OURS];
    const isForAll = (event) => ["Escape", "F6"].includes(event.key) || event.ctrlKey || event.metaKey;
    for (const name of OWN_EVENTS) this.shadowRoot.addEventListener(name, (event) => isForAll(event) || event.stopPropagation());
  }

  get root() { return this.shadowRoot; }
}

/** The element that has the focus, also inside pieces of ours. */
function focused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
