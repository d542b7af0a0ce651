// Every piece of text that a reader sees, in order. Words that only serve a script are left out: buttons,
// what a script works out or announces, the search, and what waits for its script (`data-script`).
() => {
  const SERVES_SCRIPTS = "button, output, dialog, search, [role=search], [role=status], [aria-live], [data-script], .weekday";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const shown = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.data.replace(/\s+/g, " ").trim();
    const element = walker.currentNode.parentElement;
    const visible = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (text !== "" && visible && element.closest(SERVES_SCRIPTS) === null) shown.push(text);
  }
  return shown;
}
