// Asks something in a dialog, and waits for the answer. It must not know what is done with it.

/** What is in a dialog that is open: `close` ends it with an answer; Escape and “Not now” end it with null. */
function asking(root, title, draw) {
  const id = fresh();
  const back = focused();
  const dialog = make("dialog", { class: "dialog", "aria-labelledby": id, lang: "en", dir: "ltr" });
  return new Promise((answer) => {
    let given = null;
    const close = (value) => {
      given = value;
      dialog.close();
    };
    dialog.append(make("div", { class: "pad" }, make("h2", { id }, title), ...draw(close)));
    dialog.onclose = () => {
      dialog.remove();
      back?.focus?.();
      answer(given);
    };
    dialog.onkeydown = (event) => event.stopPropagation();
    root.append(dialog);
    dialog.showModal();
  });
}

/** The buttons at the end of a dialog. */
const ends = (...buttons) => make("div", { class: "ends" }, ...buttons);

/** A box with a label in a dialog. */
function labelled(label, attributes, help) {
  const id = fresh();
  const input = make("input", { id, class: "input", type: "text", autocomplete: "off", "aria-describedby": help ? `${id}-help` : null, ...attributes });
  return { input, node: make("div", { class: "field" }, make("label", { htmlFor: id }, label), input, help && make("p", { class: "help", id: `${id}-help` }, help)) };
}

/** Enter in a box does what the button at the end does. */
function onEnter(input, go) {
  input.onkeydown = (event) => {
    if (event.key === "Enter" && !event.isComposing) go();
  };
}
