// Puts Markdown into a text box as a writer would type it, so that the browser takes it back like any letter. It must
// not know which text it is.

/** Writes at the caret, or over what is chosen. */
function put(area, text) {
  area.focus();
  // The browser's own undo knows what comes in so.
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
}

const WORDS = "words";
const chosen = (area) => area.value.slice(area.selectionStart, area.selectionEnd);

/** Bold or italics round what is chosen, or round a word to write over. */
function surround(area, sign) {
  const [from, inner] = [area.selectionStart, chosen(area)];
  put(area, `${sign}${inner || WORDS}${sign}`);
  if (!inner) area.setSelectionRange(from + sign.length, from + sign.length + WORDS.length);
}

function listed(area) {
  const { value } = area;
  const from = value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const end = value.indexOf("\n", area.selectionEnd);
  area.setSelectionRange(from, end < 0 ? value.length : end);
  const lines = chosen(area).split("\n");
  const isList = lines.every((line) => line.startsWith("- "));
  put(area, lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join("\n"));
}

function linked(area, address, title) {
  put(area, `[${chosen(area) || title || WORDS}](${address})`);
}

/** As a paragraph of its own. */
function apart(area, text) {
  const [before, behind] = [area.value.slice(0, area.selectionStart), area.value.slice(area.selectionEnd)];
  const gap = (side, isThere) => (side.trim() && !isThere ? "\n\n" : "");
  put(area, `${gap(before, /\n\n$/.test(before))}${text}${gap(behind, /^\n\n/.test(behind))}`);
}

/** Enter in a list goes on with it, and ends it on an empty line. */
function goOn(area) {
  const { value, selectionStart: at, selectionEnd: end } = area;
  if (at !== end) return false;
  const from = value.lastIndexOf("\n", at - 1) + 1;
  const line = /^(\s*)([-*]|(\d+)([.)]))\s+(.*)$/.exec(value.slice(from, at));
  if (!line) return false;
  const [, space, sign, number, dot, rest] = line;
  if (!rest) {
    area.setSelectionRange(from, at);
    put(area, "");
    return true;
  }
  put(area, `\n${space}${number ? `${Number(number) + 1}${dot}` : sign} `);
  return true;
}

/** What was copied from another program, as Markdown: bold, italics, lists and links, and else plain. */
function asMarkdown(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  let isMarked = false;
  const round = (sign, text) => {
    const inner = text.trim();
    if (!inner) return text;
    isMarked = true;
    return text.replace(inner, () => `${sign}${inner}${sign}`);
  };
  const all = (node, at) => [...node.childNodes].map((child) => one(child, at)).join("");
  const one = (node, at) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, " ");
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    const tag = node.localName;
    if (["script", "style", "head", "template", "title"].includes(tag)) return "";
    if (tag === "br") return "\n";
    if (tag === "b" || tag === "strong") return node.style?.fontWeight === "normal" ? all(node, at) : round("**", all(node, at));
    if (tag === "i" || tag === "em") return round("*", all(node, at));
    if (tag === "a" && /^(https?|mailto):/.test(node.getAttribute("href") ?? "")) {
      isMarked = true;
      return `[${all(node, at).trim()}](${node.getAttribute("href")})`;
    }
    if (tag === "ul" || tag === "ol") {
      isMarked = true;
      return `\n\n${[...node.children].map((item, n) => `${at}${tag === "ol" ? `${n + 1}.` : "-"} ${all(item, `${at}  `).trim()}`).join("\n")}\n\n`;
    }
    const isBlock = ["p", "div", "section", "article", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table"].includes(tag);
    return isBlock ? `\n\n${all(node, at)}\n\n` : all(node, at);
  };
  const text = all(page.body, "").replace(/[ \t]+\n/g, "\n").replace(/\n[ \t]+(?![-\d ])/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
  return isMarked ? text : null;
}

/** The tools over a text: one stop for Tab, arrows go on. `choose` lets a page be chosen to link to. */
function tools(area, { choose, picture }) {
  const bar = make("div", { class: "tools", role: "toolbar", "aria-label": "Marks for the text", "aria-controls": area.id });
  const tool = (label, content, press, keys) => {
    const one = make("button", { type: "button", "aria-label": label, title: keys ? `${label} (${keys})` : label, "aria-keyshortcuts": keys?.replace("Ctrl ", "Control+") }, content);
    one.onclick = press;
    one.tabIndex = bar.childElementCount ? -1 : 0;
    bar.append(one);
  };
  tool("Bold", make("b", {}, "B"), () => surround(area, "**"), "Ctrl B");
  tool("Italics", make("em", {}, "I"), () => surround(area, "*"), "Ctrl I");
  tool("List", icon("list"), () => listed(area));
  tool("Link", icon("link"), () => choose(area), "Ctrl K");
  tool("Picture", icon("picture"), () => picture(area));
  bar.onkeydown = (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || event.isComposing) return;
    const all = [...bar.children];
    const at = all.indexOf(event.target);
    const next = all.at((at + by) % all.length);
    all[at].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    event.preventDefault();
  };
  return bar;
}

/** What keys and the clipboard do in a text with marks. */
function markKeys(area, { choose, take }) {
  area.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey && goOn(area)) event.preventDefault();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const act = { b: () => surround(area, "**"), i: () => surround(area, "*"), k: () => choose(area) }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  area.addEventListener("paste", (event) => {
    const { clipboardData: data } = event;
    const picture = [...data.files].find((file) => file.type.startsWith("image/"));
    if (picture && !data.getData("text/plain")) {
      event.preventDefault();
      take(area, picture);
      return;
    }
    const html = data.getData("text/html");
    const text = html && asMarkdown(html);
    if (!text) return;
    event.preventDefault();
    put(area, text);
  });
  area.addEventListener("dragover", (event) => {
    if ([...event.dataTransfer.items].some((item) => item.kind === "file")) event.preventDefault();
  });
  area.addEventListener("drop", (event) => {
    const picture = [...event.dataTransfer.files].find((file) => file.type.startsWith("image/"));
    if (!picture) return;
    event.preventDefault();
    take(area, picture);
  });
}
