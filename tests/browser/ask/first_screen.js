// What a situation's first screen lacks: its title, summary and reason, and of these hats the label and the
// beginning of what they say.
(roles) => {
  const above = (element) => element.getBoundingClientRect().bottom <= innerHeight;
  const linesSeen = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const bottoms = [...range.getClientRects()].map((line) => Math.round(line.bottom));
    return new Set(bottoms.filter((bottom) => bottom <= innerHeight)).size;
  };
  const missing = ["h1", ".lede", ".order"].filter((part) => {
    const element = document.querySelector(part);
    return element !== null && !above(element);
  });
  for (const role of new Set(roles)) {
    const script = document.querySelector(`#${role}-frame .text`) ?? document.querySelector(`#${role}-say .text`);
    // Two lines on a phone, where the answers are read one after the other; the first where both are seen.
    const wanted = new Set(roles).size === 1 ? 2 : 1;
    const seen = linesSeen(script);
    if (!above(script.closest(".answer").querySelector(".label"))) missing.push(`the ${role}'s label`);
    if (seen < wanted) missing.push(`${seen} lines of what the ${role} says`);
  }
  const sticky = [...document.querySelectorAll("*")].filter((element) =>
    ["sticky", "fixed"].includes(getComputedStyle(element).position));
  for (const element of sticky) {
    const tall = element.getBoundingClientRect().height;
    if (innerWidth < 736 && tall > 48) missing.push(`${element.className} sticks with ${tall} px`);
  }
  return missing;
}
