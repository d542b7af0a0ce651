// Words as they are looked for. `src/search/words.rs` does the same: change both or none. It knows no page.
(() => {
  const T = (globalThis.TwohatsSearch ??= /** @type {any} */ ({}));
  const PART = /[\p{Alphabetic}\p{N}\p{M}]+/gu;
  const NO_SPACES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const PLAIN = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', ς: 'σ' };
  const LONGEST = 24;
  const EASY = /^[a-z\d]+$/i;

  T.hasNoSpaces = letter => NO_SPACES.test(letter);

  const fold = letter => letter.normalize('NFKD').toLowerCase().replace(/[^\p{Alphabetic}\p{N}]|\p{M}/gu, '').replace(/[ßæœøđłıς]/g, one => PLAIN[one]);

  const APOSTROPHE = /['’]/;

  /** Whether a letter alone is what an apostrophe has left of a word, as in `l’équipe` and `don’t`. */
  const isLeft = (text, { 0: letter, index }) => !/^\d/.test(letter) && (APOSTROPHE.test(text.charAt(index - 1)) || APOSTROPHE.test(text.charAt(index + letter.length)));

  /** Every word of a text, and where it stands: `[word, from, to]`. */
  T.words = text => {
    const words = [];
    const take = (paired, run, part) => {
      if (paired) {
        for (let at = 0; at < Math.max(run.length - 1, 1); at += 1) {
          const pair = run.slice(at, at + 2);
          words.push([pair.map(([letter]) => letter).join(''), pair[0][1], pair.at(-1)[2]]);
        }
        return;
      }
      const letters = [...run.map(([letter]) => letter).join('')];
      if (letters.length > 1 || !isLeft(text, part)) words.push([letters.slice(0, LONGEST).join(''), run[0][1], run.at(-1)[2]]);
    };
    for (const part of text.matchAll(PART)) {
      let at = part.index;
      if (EASY.test(part[0])) {
        if (part[0].length > 1 || !isLeft(text, part)) words.push([part[0].slice(0, LONGEST).toLowerCase(), at, at + part[0].length]);
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
          take(paired, run, part);
          run = [];
        }
        paired = T.hasNoSpaces(folded);
        run.push([folded, from, at]);
      }
      if (run.length) take(paired, run, part);
    }
    return words;
  };
})();
