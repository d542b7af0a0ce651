// What the page makes of a number or a day, said beside its box. What was typed stays as it is.
(() => {
  const T = Twohats;

  /** What there is to say; nothing where it means what it looks like. */
  function meaning(place, typed) {
    if (place.matches('.date')) {
      const day = T.day(typed, T.lang);
      return !day ? T.word('no_day') : place.localName === 'td' && day === typed ? '' : T.say.date(day);
    }
    const number = T.number(typed, T.lang);
    return number === null ? T.word('no_number') : T.isPlain(typed, T.lang) ? '' : T.word('counts_as', { number: T.say.number(number) });
  }

  T.hear = control => {
    const place = control.closest('.number, .date');
    if (!place) return;
    let mark = T.one(place, '.heard');
    const words = control.value.trim() && meaning(place, control.value);
    if (words && !mark) {
      mark = T.piece('heard');
      mark.id = `${control.id}.heard`;
      (place.localName === 'td' ? place : control.parentElement).append(mark);
      control.setAttribute('aria-describedby', `${control.getAttribute('aria-describedby') ?? ''} ${mark.id}`);
    }
    if (mark) mark.textContent = words;
  };
})();
