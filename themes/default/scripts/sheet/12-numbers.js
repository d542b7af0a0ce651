// What number somebody meant who typed it, by the language of the page. What can be no number, or two, is none: nobody
// is given another number than theirs. It changes nothing that was typed, and knows no page.
(() => {
  const T = (globalThis.Twohats ??= /** @type {any} */ ({}));
  /** Thousands with a sign between them, or as in `12,34,567`; then a point or a comma, and decimals. */
  const GROUPS = /^(?:[1-9]\d{0,2}([.,'])\d{3}(?:\1\d{3})*|[1-9]\d?([.,'])(?:\d\d\2)+\d{3})(?:([.,])(\d*))?$/;

  /** What was typed with the digits and signs of one keyboard; nothing when it is too long for a number or a day. */
  T.narrow = typed => {
    if (typed.length > 64) return '';
    if (/^[ -~]*$/.test(typed)) return typed.trim();
    return typed.replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, '').trim()
      .replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(/[−–‒‐‑﹣]/g, '-').replace(/[’‘ʼ′´\u066c]/g, "'").replace(/\s/g, ' ')
      .replace(/\p{Nd}/gu, digit => {
        // In every script the digits from 0 to 9 follow each other.
        let zero = digit.codePointAt(0);
        while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
        return String((digit.codePointAt(0) - zero) % 10);
      });
  };

  const known = {};
  /** What a language writes between thousands, and before the decimals. */
  function signs(lang) {
    const number = known[lang] ??= new Intl.NumberFormat([lang, 'en'], { numberingSystem: 'latn' }).format(1234567.8);
    return [/\D/.exec(number)[0], number.at(-2)];
  }

  /** The number that was meant; null when it is none, or has more digits than can be counted with. */
  T.number = (typed, lang) => {
    const [group, decimal] = signs(lang);
    const [, sign, text] = /^([-+]?)([\d.,' ]*\d[.,]?)$/.exec(T.narrow(String(typed ?? '')).replace('\u066b', decimal)) ?? [];
    if (!text) return null;
    const number = text.replaceAll(' ', "'");
    let [, before, behind = ''] = /^(\d*)[.,]?(\d*)$/.exec(number) ?? [];
    const [, three, two, point, decimals = ''] = GROUPS.exec(number) ?? [];
    const thousands = three ?? two;
    if (thousands && (point || thousands === "'" || thousands === group || number.split(thousands).length > 2)) {
      [before, behind] = point === thousands ? [] : [number.split(point)[0].replaceAll(thousands, ''), decimals];
    } else if (thousands && thousands !== decimal) return null;
    return before === undefined || before.length + behind.length > 15 ? null : Number(`${sign}${before}.${behind}`);
  };

  /** Whether a number means what everybody sees in it: the language writes it so, and it cannot be thousands. */
  T.isPlain = (typed, lang) => {
    const [, number, sign] = /^[-−]?(\d+(?:([.,])\d+)?)$/.exec(typed.trim()) ?? [];
    return Boolean(number) && (!sign || (sign === signs(lang)[1] && !GROUPS.test(number)));
  };
})();
