// What helps where the keys of a phone do not reach: a calendar to pick a day from, and a sign for a number below zero.
// Both write into the box as a reader would, and only when they are pressed.
(() => {
  const T = Twohats;
  const write = (box, text) => {
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.focus();
  };

  T.changeSign = ({ parentElement }) => {
    const box = T.first(parentElement);
    write(box, /^[-−]/.test(box.value) ? box.value.slice(1) : `-${box.value}`);
  };

  T.pickDay = button => {
    const box = T.first(button.parentElement);
    const calendar = document.createElement('input');
    Object.assign(calendar, { type: 'date', className: 'calendar', tabIndex: -1, ariaHidden: 'true', value: T.day(box.value, T.lang) ?? '' });
    calendar.oninput = event => event.stopPropagation();
    calendar.onchange = () => {
      calendar.remove();
      if (calendar.value) write(box, calendar.value);
    };
    T.one(button.parentElement, '.calendar')?.remove();
    button.after(calendar);
    (calendar.showPicker ?? calendar.focus).call(calendar);
  };
})();
