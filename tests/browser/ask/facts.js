// What one page holds: who it says it is, its outline, everything it refers to and can be referred to by.
() => {
  const words = (text) => (text ?? "").replace(/\s+/g, " ").trim();

  const named = (control) =>
    words(control.getAttribute("aria-label")) !== "" ||
    [...control.labels, ...labelledBy(control)].some((label) => words(label.textContent) !== "");

  const labelledBy = (control) =>
    words(control.getAttribute("aria-labelledby"))
      .split(" ")
      .map((id) => document.getElementById(id))
      .filter((label) => label !== null);

  const referenceOf = (element, written) => {
    const reference = {
      tag: element.localName,
      relation: element.getAttribute("rel") ?? "",
      written,
      address: written,
      fragment: "",
    };
    try {
      const url = new URL(written, document.baseURI);
      reference.fragment = decodeURIComponent(url.hash.slice(1));
      url.hash = url.search = "";
      reference.address = decodeURI(url.href);
    } catch {
      // What is no address is told apart by having none of ours: it stays as it is written.
    }
    return reference;
  };

  const references = [];
  for (const attribute of ["href", "src", "action", "poster", "data"]) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      references.push(referenceOf(element, element.getAttribute(attribute)));
    }
  }
  for (const element of document.querySelectorAll("[srcset]")) {
    for (const candidate of element.getAttribute("srcset").split(",")) {
      references.push(referenceOf(element, words(candidate).split(" ")[0]));
    }
  }

  return {
    title: words(document.title),
    description: words(document.querySelector("meta[name=description]")?.content),
    mains: document.querySelectorAll("main").length,
    headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => ({
      level: Number(heading.localName[1]),
      text: words(heading.textContent),
    })),
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    references,
    nameless: [...document.querySelectorAll("input:not([type=hidden]), select, textarea")]
      .filter((control) => !named(control))
      .map((control) => control.cloneNode(false).outerHTML),
  };
}
