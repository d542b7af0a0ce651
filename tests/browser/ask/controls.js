// Every control of the form that a reader sees, in order, and what it holds. Of a group of radio buttons
// there is the last one, and the one that is chosen.
() => {
  const words = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const nameOf = (control) =>
    words(control.getAttribute("aria-label") ?? control.labels[0]?.textContent ?? control.name);
  const kindOf = (control) => (control.localName === "input" ? control.type : control.localName);
  const isLastOfGroup = (radio, controls) =>
    controls.findLast((other) => other.type === "radio" && other.name === radio.name) === radio;
  const entryOf = (control, kind) => {
    if (kind === "radio" || kind === "checkbox") {
      return control.checked ? `${nameOf(control)} is ticked` : null;
    }
    const value = kind === "select" ? words(control.selectedOptions[0]?.textContent) : control.value;
    const untouched = kind === "select" && control.selectedIndex <= 0;
    return value === "" || untouched ? null : `${nameOf(control)} is ${value}`;
  };

  const seen = (control) => [control, ...control.labels].some((element) => element.checkVisibility());
  return [...document.querySelectorAll("main form :is(input, select, textarea)")]
    .filter((control) => seen(control) && !control.disabled && !control.readOnly)
    .filter((control, _, all) => control.type !== "radio" || control.checked || isLastOfGroup(control, all))
    .map((control, index) => {
      // So that it is found again when the form grows meanwhile.
      control.dataset.control ??= index;
      const kind = kindOf(control);
      return {
        kind,
        name: nameOf(control),
        last_option: kind === "select" ? words([...control.options].at(-1).textContent) : null,
        entry: entryOf(control, kind),
      };
    });
}
