// Whether the page, a dialog that is open, or a part that only scrolls up and down can be scrolled sideways, and by
// what: the innermost elements that stick out. Code and tables have a bar of their own.
() => {
  const root = document.documentElement;
  const scrolls = (element) => element.scrollWidth > element.clientWidth && element.checkVisibility()
    && !element.matches("pre, .table, .prose table, input, textarea, select")
    && /auto|scroll/.test(getComputedStyle(element).overflowX);
  const wide = [...document.querySelectorAll("body *")].filter(scrolls);
  if (root.scrollWidth > root.clientWidth) wide.unshift(root);
  return wide.map((box) => {
    const edge = box.getBoundingClientRect().left + box.clientLeft + box.clientWidth;
    const sticksOut = (element) => element.getBoundingClientRect().right > edge + 0.5;
    const culprits = [...box.querySelectorAll("*")]
      .filter((element) => sticksOut(element) && ![...element.children].some(sticksOut))
      .slice(0, 3)
      .map((element) => element.cloneNode(false).outerHTML);
    return `${box.scrollWidth} px of content in ${box.tagName.toLowerCase()}.${box.className}, ${culprits.join(" and ")}`;
  });
}
