// Where lines of the longest paragraphs, or of the longest answer, have too few or too many letters, and where
// they are set too small to read.
({ prose, answer }) => {
  const letters = (element) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const lines = new Map();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (let at = 0; at < node.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (!box?.width) continue;
        // Letters of one line differ in size a little.
        const line = Math.round((box.top + box.height / 2) / 8);
        const known = [line, line - 1, line + 1].find((one) => lines.has(one)) ?? line;
        lines.set(known, (lines.get(known) ?? 0) + 1);
      }
    }
    // The last line of a paragraph ends where its words do.
    return [...lines.values()].slice(0, -1);
  };
  const shown = [...document.querySelectorAll("main p")].filter((one) =>
    one.checkVisibility() && one.innerText.length > 60 && !one.closest("nav, aside, table, blockquote, .unseen"));
  const longest = (elements, most) =>
    elements.sort((a, b) => b.innerText.length - a.innerText.length).slice(0, most);
  const faults = [];
  const judge = (name, elements, [least, most]) => {
    const lines = elements.flatMap(letters);
    if (lines.length < 3) return;
    const mean = Math.round(lines.reduce((sum, one) => sum + one, 0) / lines.length);
    if (mean < least || mean > most) faults.push(`${mean} letters a line in ${name}`);
    const size = parseFloat(getComputedStyle(elements[0]).fontSize);
    if (name === "an answer" && size < 14) faults.push(`${name} is set in ${size} px`);
  };
  judge("prose", longest(shown.filter((one) => !one.closest(".answer, .both, .play, .card, .tile")), 4), prose);
  judge("an answer", longest(shown.filter((one) => one.closest(".answer")), 1), answer);
  if (parseFloat(getComputedStyle(document.body).fontSize) < 16) faults.push("small text");
  return faults;
}
