// Which day somebody meant who typed it. What has no year, or could be two days, is none. It changes nothing that was
// typed, and knows no page.
(() => {
  const T = Twohats;
  /** Where people write the month first, or last of three numbers, or some so and some so. */
  const EITHER = /^(en(?!-(GB|IE|AU|NZ|IN))|fil|hu|ja|ko|zh)/;

  /** The day as `2026-11-29`; null when it is none. */
  T.day = (typed, lang) => {
    const text = T.narrow(typed).replace(/ ?([-/.]) ?/g, '$1').replace(/[년년월年月] ?/g, '-').replace(/[.日일]$/, '');
    const [, first, sign, second, last] = /^(\d\d?|\d{4})([-/.])(\d\d?)\2(\d\d?|\d{4})$/.exec(text) ?? [];
    let [year, month, day] = [first, second, last].map(Number);
    if (year < 99) {
      [day, year] = [year, sign === '-' || last.length !== 2 ? day : 2000 + day];
      if (month > 12) [month, day] = [day, month];
      else if (day < 13 && day !== month && sign !== '.' && EITHER.test(lang)) return null;
    }
    const date = new Date(Date.UTC(year, month - 1, day));
    // A year far off is one of another calendar, or half typed.
    return year > 1899 && year < 2200 && date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
  };
})();
