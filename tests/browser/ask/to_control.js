// Goes to a control that `controls.js` found, and says where a reader would press it: on its label when
// it is ticked, in itself when it is typed into.
(index) => {
  const control = document.querySelector(`[data-control="${index}"]`);
  const ticked = control.type === "checkbox" || control.type === "radio";
  const target = ticked ? (control.labels[0] ?? control) : control;
  target.scrollIntoView({ block: "center", behavior: "instant" });
  if (!ticked) control.focus();
  const { left, width, top, height } = target.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
