// Words as they are looked for. `src/search/words.rs` does the same: change both or none. It knows no page.
(() => {
  const T = (globalThis.TwohatsSearch ??= /** @type {any} */ ({}));
  const PART = /[\p{Alphabetic}\p{N}\p{M}]+/gu;
  const NO_SPACES = /[\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const PLAIN = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', ς: 'σ' };
  const LONGEST = 24;
  const EASY = /^[a-z\d]+$/i;

  T.hasNoSpaces = letter => NO_SPACES.test(letter);

  const fold = letter => letter.normalize('NFKD').toLowerCase().replace(/[^\p{Alphabetic}\p{N}]|\p{M}/gu, '').replace(/[ßæœøđłıς]/g, one => PLAIN[one]);

  /** A single letter is in too many words to be looked for, a digit is not. */
  const counts = letters => letters.length > 1 || /^\d/.test(letters[0]);

  /** Every word of a text, and where it stands: `[word, from, to]`. */
  T.words = text => {
    const words = [];
    const take = (paired, run) => {
      if (paired) {
        for (let at = 0; at < Math.max(run.length - 1, 1); at += 1) {
          const pair = run.slice(at, at + 2);
          words.push([pair.map(([letter]) => letter).join(''), pair[0][1], pair.at(-1)[2]]);
        }
        return;
      }
      const letters = [...run.map(([letter]) => letter).join('')];
      if (counts(letters)) words.push([letters.slice(0, LONGEST).join(''), run[0][1], run.at(-1)[2]]);
    };
    for (const part of text.matchAll(PART)) {
      let at = part.index;
      if (EASY.test(part[0])) {
        if (counts(part[0])) words.push([part[0].slice(0, LONGEST).toLowerCase(), at, at + part[0].length]);
        continue;
      }
      let [paired, run] = [false, []];
      for (const letter of part[0]) {
        const from = at;
        at += letter.length;
        const folded = fold(letter);
        if (!folded) {
          if (run.length) run.at(-1)[2] = at;
          continue;
        }
        if (run.length && T.hasNoSpaces(folded) !== paired) {
          take(paired, run);
          run = [];
        }
        paired = T.hasNoSpaces(folded);
        run.push([folded, from, at]);
      }
      if (run.length) take(paired, run);
    }
    return words;
  };
})();
