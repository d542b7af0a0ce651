// Controls that a reader sees and could press, and that do nothing without a script. A switched-off
// button is none, and neither are those that HTML itself knows how to work.
() => {
  const WORKS_BY_ITSELF = "[popovertarget], [commandfor], form [type=reset], form[action] :is(input, button)";
  const candidates = document.querySelectorAll(
    "button, [role=button], input[type=button], input[type=search], [role=combobox], a[href='#'], a:not([href])",
  );
  return [...candidates]
    .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((control) => !control.disabled && !control.matches(WORKS_BY_ITSELF))
    .map((control) => control.outerHTML.slice(0, 120));
}
