// What is smaller than a finger needs: 24 px for anything but a link within a sentence, 44 for controls.
() => {
  const shown = (element) => {
    const { width, height, left, right } = element.getBoundingClientRect();
    return width > 1 && height > 1 && left < innerWidth && right > 0 && element.checkVisibility({ visibilityProperty: true });
  };
  const inSentence = (link) =>
    getComputedStyle(link).display === "inline" &&
    link.closest("p, li, td, dd, blockquote") !== null &&
    link.parentElement.textContent.trim().length > link.textContent.trim().length + 3;
  // A box to tick is pressed on its label too.
  const boxOf = (element) => {
    const ticked = element.matches("[type=checkbox], [type=radio]");
    return ((ticked && element.labels[0]) || element).getBoundingClientRect();
  };
  const faults = [];
  for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    if (!shown(element) || (element.matches("a") && inSentence(element))) continue;
    const { width, height } = boxOf(element);
    const isControl = element.matches("button, input, select, textarea, summary");
    const least = isControl ? height : Math.min(width, height);
    if (least < (isControl ? 43.5 : 23.5)) {
      faults.push(`${Math.round(width)} by ${Math.round(height)} px: ${element.outerHTML.slice(0, 120)}`);
    }
  }
  return faults.slice(0, 5);
}
