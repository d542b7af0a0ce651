// Keeps an open page of the preview up to date without losing anything that the reader has done to it.
//
// The server tells of three numbers, which change with the pages, the style and the scripts. A page carries
// the numbers that it was made with. New pages are morphed into the old one, a new style is laid over it,
// and only new scripts, or another head, load the page again. While there is no site, style and scripts
// are 0. It must not know what the pages hold.
(() => {
  "use strict";
  const STATE = "data-twohats";
  const EVENTS = "/.twohats/events";
  const LOST_AFTER = 3000; // milliseconds without a server before it is said

  const script = document.currentScript;
  const numbers = (tag) => tag.getAttribute(STATE).split(" ").map(Number);
  let [pages, style, scripts] = numbers(script);
  let revision = 0;
  let newest = null;
  let busy = false;
  let events = null;
  let lost = null;

  // ---- listening, only while the page can be seen: a browser opens few connections to one host ----

  function listen() {
    if (events || document.visibilityState !== "visible") return;
    events = new EventSource(`${EVENTS}?${location.pathname}`);
    events.onopen = () => {
      clearTimeout(lost);
      lost = null;
      gone = undefined;
      tell();
    };
    events.onmessage = (message) => hear(JSON.parse(message.data));
    events.onerror = () => {
      lost ??= setTimeout(() => {
        gone = "The preview is not running. Start `twohats serve` again.";
        tell();
      }, LOST_AFTER);
      if (events.readyState === EventSource.CLOSED) {
        pause();
        setTimeout(listen, 1000);
      }
    };
  }

  function pause() {
    events?.close();
    events = null;
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") listen();
    else pause();
  });
  addEventListener("pagehide", pause);
  addEventListener("pageshow", listen);

  function hear(state) {
    if (state.revision < revision) return;
    revision = state.revision;
    newest = state;
    // The page that is shown while there is no site tells the faults itself.
    told = style ? state : {};
    tell();
    if (style) TwohatsSwitch.hear(state, pages);
    TwohatsPointer.hear(state);
    // A server that started on a broken book has nothing better than the page that is here.
    if (state.style || !style) update();
  }

  // ---- catching up ----

  async function update() {
    if (busy) return;
    busy = true;
    try {
      while (newest && (newest.pages !== pages || newest.style !== style || newest.scripts !== scripts)) {
        if (newest.scripts !== scripts) return location.reload();
        if (newest.style !== style) {
          restyle(newest.style);
          style = newest.style;
        }
        if (newest.pages !== pages && !(await morph())) return;
      }
    } finally {
      busy = false;
    }
  }

  /** The new page into the old one. False when the page had to be loaded again, or cannot be had. */
  async function morph() {
    let text;
    try {
      const answer = await fetch(location.pathname + location.search, { cache: "no-store" });
      // Whoever writes on a page that went decides where to go from there.
      if (!answer.ok && TwohatsSwitch.isOn) return false;
      text = await answer.text();
    } catch {
      return false; // the server is gone; it is asked again when it is back
    }
    const next = new DOMParser().parseFromString(text, "text/html");
    const tag = next.querySelector(`script[${STATE}]`);
    if (!tag || head(next) !== head(document)) {
      location.reload();
      return false;
    }
    [pages] = numbers(tag);
    tag.remove();
    document.title = next.title;
    const attributes = ["value", "checked", "selected", "open", "hidden", "style"];
    Idiomorph.morph(document.body, next.body, {
      morphStyle: "outerHTML",
      ignoreActiveValue: true,
      callbacks: {
        // What a reader did to the page is not undone, and what is written on it stays open.
        beforeAttributeUpdated: (name) => !attributes.includes(name) && !name.startsWith("data-twohats-"),
        beforeNodeMorphed: (before, after) => !before.isEqualNode(after),
        beforeNodeRemoved: (node) => node !== script && !node.localName?.startsWith("twohats-") && !node.matches?.(".search-dialog"),
      },
    });
    document.dispatchEvent(new CustomEvent("twohats:morphed", { detail: { pages } }));
    return true;
  }

  /** What a head loads, by which two pages are of one make. */
  function head(page) {
    const loads = page.head.querySelectorAll("script[src], link[rel=stylesheet]");
    return [...loads].map((tag) => plain(tag.getAttribute("src") ?? tag.getAttribute("href"))).join("\n");
  }

  /** An address without what changes with the bytes behind it. */
  const plain = (address) => address.replace(/\?\w+=\w+$/, "").replace(/\.[0-9a-f]{8}(?=\.(css|js)$)/, "");

  /** The new style is loaded beside the old one, which goes when the new one is there: nothing flashes. */
  function restyle(number) {
    for (const old of document.querySelectorAll("link[rel=stylesheet]")) {
      const next = old.cloneNode();
      next.href = `${plain(old.getAttribute("href"))}?twohats=${number}`;
      next.onload = next.onerror = () => old.remove();
      old.after(next);
    }
  }

  // ---- what is wrong ----

  let told = {}; // how the book stands, as far as it is told over a page
  let gone; // what is said while there is no server
  let notes = null;

  function tell() {
    if ((told.count || gone) && !notes?.isConnected) {
      notes = document.createElement("twohats-notes");
      document.documentElement.append(notes);
    }
    notes?.tell(told, gone, TwohatsSwitch.isOn);
  }

  // The page that is shown while there is no site has the same buttons.
  document.addEventListener("click", async ({ target }) => {
    const button = style ? null : target.closest?.("[data-mend]");
    if (button) button.nextElementSibling.textContent = await TwohatsNotes.mended(button, newest.token);
  });

  listen();
})();
