// How similar a word of the index is to one that was typed. `src/search/similarity.rs` does the same: change both or
// none. It knows no page.
(() => {
  const T = TwohatsSearch;
  const [SAME, INFLECTED, OTHERWISE, BEGINS, SLIP, RELATED, WITHIN, SLIP_BEGINS] = [16, 12, 10, 8, 7, 6, 5, 4];
  const TRIES = [[1, 1], [0, 1], [1, 0]];
  const [OTHER, JOINT] = ['=', '+'];
  /** A phrase, or what stands for a word. */
  const IS_MADE = /[=+']/;

  /** What stands behind a word for the pages that have it in other words, and before each of those; no word of a text has this sign. */
  T.OTHER = OTHER;
  /** From here on it is the word that was meant. */
  T.IS_MEANT = OTHERWISE;
  /** From here on no slip of the finger is looked for. */
  T.NO_SLIP = BEGINS;

  function beginning(word, term) {
    let same = 0;
    while (same < word.length && word[same] === term[same]) same += 1;
    return same;
  }

  /** Whether both are endings of the same set. A letter that is doubled before an ending is none of it: `stop`, `stopped`. */
  const areEndings = (tails, before, endings) => endings.some(set =>
    tails.every(tail => set.has(tail) || (tail[0] === before && set.has(tail.slice(1)))));

  /** How similar a word is by its beginning, and 0 when it is another word. `endings` are sets. */
  T.similarity = (word, term, endings) => {
    if (term.includes(OTHER)) return T.similarity(word, term.slice(0, term.indexOf(OTHER)), endings) >= T.IS_MEANT ? OTHERWISE : 0;
    const same = beginning(word, term);
    const [more, rest] = [word.length - same, term.length - same];
    if (!more && !rest) return SAME;
    if (word.includes(JOINT) || term.includes(JOINT)) return 0;
    if (!more && T.hasNoSpaces(word)) return [...word].length === 1 ? BEGINS : 0;
    if (!more && word.length < 2) return 0;
    if (same < 3) return more ? 0 : BEGINS;
    const isLong = same > 3 || !more || !rest;
    if (isLong && areEndings([word.slice(same), term.slice(same)], word[same - 1], endings)) return INFLECTED;
    if (!more) return rest <= 3 && !endings.length ? INFLECTED : BEGINS;
    if (endings.length || same < 4) return 0;
    if (more + rest <= 2) return OTHERWISE;
    return more <= 3 && rest <= 3 ? RELATED : 0;
  };

  /** How similar a word is when one letter of either is missing, another, or swapped with the next. */
  T.slip = (word, term) => {
    if (IS_MADE.test(word + term)) return 0;
    const same = beginning(word, term);
    const isSwapped = same + 1 < word.length && word[same] === term[same + 1] && word[same + 1] === term[same];
    let best = 0;
    for (const [ofWord, ofTerm] of isSwapped ? [...TRIES, [2, 2]] : TRIES) {
      const [from, at] = [same + ofWord, same + ofTerm];
      if (from > word.length || at > term.length || !term.startsWith(word.slice(from), at)) continue;
      best = Math.max(best, word.length - from === term.length - at ? SLIP : SLIP_BEGINS);
    }
    return best;
  };

  /** How similar a word is that has within it what was typed. */
  T.within = (word, term) => (term.includes(word) && !IS_MADE.test(term) ? WITHIN : 0);
})();
