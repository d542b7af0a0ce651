// Finds where on the page a text of the file is shown. The server gives the page once more with signs round every such
// text; what stands between two signs is known by its element, its words and which of those it is, and looked for in the
// page that is open. What is not found exactly is not found: never the wrong one. It must not know what is done there.

const [BEGIN, NUMBERED, END] = ["\uFDD0", "\uFDD1", "\uFDD2"];
const SIGN = /(\uFDD0\d+\uFDD1|\uFDD2)/;
const INLINE = "a, abbr, b, bdi, bdo, cite, code, del, em, i, ins, kbd, mark, q, s, samp, small, span, strong, sub, sup, u, var";

const LINE = "p, li, dd, dt, td, th, label, figcaption, summary, h1, h2, h3, h4, h5, h6";

const folded = (text) => text.replace(/\s+/g, " ").trim();
const wordsOf = (node) => folded(node.textContent);

class Places {
  #signs; // for each mark, how its places are known

  constructor(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const between = Places.#between(page);
    for (const named of page.querySelectorAll("[id]")) named.id = named.id.split(SIGN).filter((part) => !SIGN.test(part)).join("");
    const index = new Index(page);
    this.#signs = new Map();
    for (const { mark, from, to } of between) {
      const others = between.filter((other) => other.mark !== mark).map((other) => other.from);
      const run = Places.#run(page, from, to) ?? Places.#around(from, to, others);
      if (!run) continue;
      const known = this.#signs.get(mark) ?? [];
      known.push(index.known(run));
      this.#signs.set(mark, known);
    }
  }

  /** For each mark the runs of elements that show it in the page that is open. */
  find() {
    const index = new Index(document);
    const found = new Map();
    for (const [mark, known] of this.#signs) {
      const runs = known.map((one) => index.find(one)).filter(Boolean);
      if (runs.length) found.set(mark, runs);
    }
    return found;
  }

  /** Takes the signs out of a page, and gives for each pair a comment before and one behind. */
  static #between(page) {
    const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    const [open, found] = [[], []];
    for (const text of texts) {
      const parts = text.data.split(SIGN);
      if (parts.length === 1) continue;
      const isShown = !text.parentElement.closest("script, style, noscript, template, textarea, option");
      for (const part of parts) {
        if (!SIGN.test(part)) text.before(part);
        else if (isShown) {
          const at = page.createComment("");
          text.before(at);
          if (part !== END) open.push({ mark: Number(part.slice(BEGIN.length, -NUMBERED.length)), from: at });
          else if (open.length) found.push({ ...open.pop(), to: at });
        }
      }
      text.remove();
    }
    return found;
  }

  /** The smallest element that shows just this, or else the elements side by side that do. */
  static #run(page, from, to) {
    const range = page.createRange();
    range.setStartAfter(from);
    range.setEndBefore(to);
    const said = folded(range.toString());
    if (!said) return null;
    let holder = range.commonAncestorContainer;
    if (holder.nodeType !== Node.ELEMENT_NODE) holder = holder.parentElement;
    if (wordsOf(holder) === said) return [Places.#fit(holder, said)];
    const part = (node) => {
      while (node.parentNode !== holder) node = node.parentNode;
      return node;
    };
    const [first, last] = [part(from), part(to)];
    const nodes = [];
    for (let node = first; node; node = node === last ? null : node.nextSibling) {
      if (node.nodeType === Node.ELEMENT_NODE) nodes.push(node);
      else if (node.nodeType === Node.TEXT_NODE && node.data.trim()) return null;
    }
    const shown = nodes.filter((node) => wordsOf(node));
    const all = folded(shown.map((node) => node.textContent).join(" "));
    return shown.length && all.replaceAll(" ", "") === said.replaceAll(" ", "") ? Places.#single(shown) : null;
  }

  /** Where a line has words of the layout too, the element of the line, if no other text of the file is in it. */
  static #around(from, to, others) {
    const line = from.parentElement.closest(LINE);
    const isAlone = line?.contains(to) && !others.some((other) => line.contains(other));
    return isAlone ? [line] : null;
  }

  static #single(run) {
    return run.length === 1 ? [Places.#fit(run[0], wordsOf(run[0]))] : run;
  }

  /** Up from what stands within a line, and down to the smallest that does not. */
  static #fit(element, said) {
    let at = element;
    while (at.matches(INLINE) && at.parentElement !== at.ownerDocument.body && wordsOf(at.parentElement) === said) at = at.parentElement;
    for (;;) {
      const within = [...at.children].filter((child) => wordsOf(child));
      if (within.length !== 1 || within[0].matches(INLINE) || wordsOf(within[0]) !== said) return at;
      [at] = within;
    }
  }
}

/** The elements of a page by the element with an id that they stand in, their tag and their words. */
class Index {
  #page;
  #known = new Map();

  constructor(page) { this.#page = page; }

  /** How a run of elements is known. */
  known(run) {
    const [first] = run;
    const near = first.closest("[id]:not([id=''])")?.id ?? null;
    const tag = first.localName;
    const alike = this.#alike(near, tag, wordsOf(first)) ?? [];
    return { near, tag, words: run.map(wordsOf), at: alike.indexOf(first), of: alike.length };
  }

  find({ near, tag, words, at, of }) {
    const alike = this.#alike(near, tag, words[0]) ?? [];
    if (at < 0 || alike.length !== of) return null;
    const run = [alike[at]];
    for (const wanted of words.slice(1)) {
      let next = run.at(-1).nextElementSibling;
      while (next && (next.localName.startsWith("twohats-") || !wordsOf(next))) next = next.nextElementSibling;
      if (!next || wordsOf(next) !== wanted) return null;
      run.push(next);
    }
    return run;
  }

  #alike(near, tag, words) {
    const name = `${near}\n${tag}`;
    if (!this.#known.has(name)) {
      const root = near === null ? this.#page.body : this.#page.getElementById(near);
      const byWords = new Map();
      const all = root ? [root, ...root.querySelectorAll(tag)].filter((one) => one.localName === tag) : [];
      for (const one of all) {
        const said = wordsOf(one);
        byWords.set(said, [...(byWords.get(said) ?? []), one]);
      }
      this.#known.set(name, byWords);
    }
    return this.#known.get(name).get(words);
  }
}
