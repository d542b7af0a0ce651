// A click with Alt held leads to the line of the file. Alt is what browsers leave free on every text; where the desktop
// keeps it for itself, Ctrl or Cmd does the same, but for what does something of its own then, as links open tabs. What
// finds the text comes with the first such click. It must not know where texts stand.
const TwohatsPointer = {
  script: "/.twohats/point.js",
  own: "a, area, button, input, select, textarea, label, summary, [tabindex], [contenteditable]",
  token: null,

  /** Takes how the book stands: only who sits at the machine of the files has the word. */
  hear({ token }) { this.token = token; },

  async click(event) {
    const { target, altKey, shiftKey } = event;
    const hasOther = event.ctrlKey || event.metaKey;
    const isMeant = altKey ? !hasOther : hasOther && !target.closest(this.own);
    const isOurs = target.localName?.startsWith("twohats-");
    if (!this.token || !isMeant || shiftKey || isOurs) return;
    event.preventDefault();
    event.stopPropagation();
    const { clientX, clientY } = event;
    const caret = document.caretPositionFromPoint?.(clientX, clientY) ?? document.caretRangeFromPoint?.(clientX, clientY);
    const at = caret && [caret.offsetNode ?? caret.startContainer, caret.offset ?? caret.startOffset];
    if (!customElements.get("twohats-pointed")) await this.load().catch(() => {});
    await customElements.get("twohats-pointed")?.go(target, at, this.token);
  },

  load() {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      Object.assign(script, { src: this.script, onload: done, onerror: failed });
      document.documentElement.append(script);
    });
  },
};
addEventListener("click", (event) => TwohatsPointer.click(event), true);
