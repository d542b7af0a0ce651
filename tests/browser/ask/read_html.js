// The paragraphs and the tables of a page that another program made; lines of a paragraph or of a cell are parted
// by a line break.
(html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replaceAll("\n", " ");
  for (const box of page.querySelectorAll("input")) box.replaceWith(box.hasAttribute("checked") ? "☑" : "☐");
  for (const end of page.querySelectorAll("br, p")) end.before("\n");
  const said = (element) => {
    const lines = element.textContent.split("\n").map((line) => line.split(/\s+/).filter(Boolean).join(" "));
    return lines.filter(Boolean).join("\n");
  };
  const blocks = [...page.querySelectorAll("p, li, h1, h2, h3")];
  const alone = blocks.filter((block) => !block.closest("td, th") && !block.querySelector("p, li"));
  const tables = [...page.querySelectorAll("table")];
  return {
    paragraphs: alone.map(said).filter(Boolean),
    tables: tables.map((table) => [...table.rows].map((row) => [...row.cells].map(said))),
  };
}
