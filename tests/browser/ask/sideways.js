// Whether the page can be scrolled sideways, and by what: the innermost elements that stick out.
() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const sticksOut = (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5;
  const culprits = [...document.body.querySelectorAll("*")]
    .filter((element) => sticksOut(element) && ![...element.children].some(sticksOut))
    .slice(0, 3)
    .map((element) => element.cloneNode(false).outerHTML);
  return [`${root.scrollWidth} px of content, ${culprits.join(" and ")}`];
}
