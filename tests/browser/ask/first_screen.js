// What a situation's first screen lacks: its title, summary and reason, and the label and the beginning of what is
// said: by both hats where they stand side by side, on a phone by the one that goes first.
() => {
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
  const isPhone = innerWidth < 736;
  const first = document.querySelector("#manager-frame .turn, #manager-say .turn")?.textContent.trim() === "1" ? "manager" : "leader";
  for (const role of isPhone ? [first] : ["leader", "manager"]) {
    const script = document.querySelector(`#${role}-frame .text`) ?? document.querySelector(`#${role}-say .text`);
    // Two lines on a phone, where the answers are read one after the other; the first where both are seen.
    const wanted = isPhone ? 2 : 1;
    const seen = linesSeen(script);
    if (!above(script.closest(".answer").querySelector(".label"))) missing.push(`the ${role}'s label`);
    if (seen < wanted) missing.push(`${seen} lines of what the ${role} says`);
  }
  const sticky = [...document.querySelectorAll("*")].filter((element) =>
    ["sticky", "fixed"].includes(getComputedStyle(element).position));
  for (const element of sticky) {
    const tall = element.getBoundingClientRect().height;
    if (isPhone && tall > 48) missing.push(`${element.className} sticks with ${tall} px`);
  }
  return missing;
}
