// What is shown of a page that was found. It knows no page.
(() => {
  const T = TwohatsSearch;
  const [LONGEST, BEFORE] = [150, 50];

  /** In which bundle the text of a page is. `bundle` in `src/search/index.rs` does the same. */
  T.bundle = (stem, bundles) => {
    const fnv = (hash, byte) => Math.imul(hash ^ byte, 0x1b3);
    return (new TextEncoder().encode(stem).reduce(fnv, 0x84222325) >>> 0) % bundles;
  };

  const worth = (text, found) => {
    const best = found.map(() => 0);
    for (const [word] of T.words(text)) found.forEach((terms, at) => { best[at] = Math.max(best[at], terms.get(word) ?? 0); });
    return best;
  };

  /** Whether a text has something for every word of the query for which anything was found. */
  T.hasAll = (text, found) => worth(text, found.filter(terms => terms.size)).every(Boolean);

  /**
   * The passage that holds most of what was looked for, and at least half of what a passage could: who looks for more than
   * it says is better off where the page begins. Where the words of a hat are asked for, any that holds some.
   */
  T.passage = (passages, found, role = '') => {
    const whole = found.reduce((sum, terms) => sum + Math.max(0, ...terms.values()), 0);
    let [best, most] = [null, role ? 0 : whole / 2 - 1];
    for (const passage of passages) {
      const value = worth(passage[2], found).reduce((sum, one) => sum + one, 0);
      if (value > most && value > 0 && (!role || passage[3] === role)) [best, most] = [passage, value];
    }
    return best;
  };

  /** A text in pieces: `[words, whether they were looked for]`. */
  T.pieces = (text, found) => {
    /** @type {[string, boolean][]} */
    const pieces = [];
    let end = 0;
    for (const [word, from, to] of T.words(text)) {
      if (!found.some(terms => terms.has(word))) continue;
      if (from > end) pieces.push([text.slice(end, from), false]);
      if (from <= end && pieces.at(-1)?.[1]) pieces.at(-1)[0] += text.slice(end, to);
      else pieces.push([text.slice(Math.max(from, end), to), true]);
      end = to;
    }
    if (end < text.length) pieces.push([text.slice(end), false]);
    return pieces;
  };

  /** The part of a long text where the word stands that counts most. */
  T.clip = (text, found) => {
    const value = word => Math.max(0, ...found.map(terms => terms.get(word) ?? 0));
    const [, at] = T.words(text).reduce((best, [word, from]) => (value(word) > best[0] ? [value(word), from] : best), [0, 0]);
    const start = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1 || at;
    const from = start > at ? at : start;
    const rest = text.slice(from, from + LONGEST);
    const whole = from + LONGEST >= text.length;
    const end = whole || !rest.includes(' ') ? rest.length : rest.lastIndexOf(' ');
    return `${from ? '… ' : ''}${rest.slice(0, end)}${whole ? '' : ' …'}`;
  };
})();
