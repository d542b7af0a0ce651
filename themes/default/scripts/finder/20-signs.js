// Which signs may be meant by what somebody types. It knows no page.
(() => {
  const T = TwohatsSearch;
  const [MOST, OF_ONE, SHORTEST, JOINT] = [8, 3, 5, '+'];

  /** Every word of a text, once. */
  const wordsOf = text => [...new Set(T.words(text).map(([word]) => word))];

  /**
   * Situations as signs are looked for in them: `{ title, also, signs }` in words become words as they are looked for.
   * `known` is what the search knows of the language: words without weight, endings, and groups that mean the same.
   */
  T.signs = (situations, known) => {
    const endings = known.endings.map(set => new Set(set.split(' ')));
    const weightless = new Set(known.weightless.split(' '));
    const groups = known.same.split(',').map(group => group.split(' '));
    const all = situations.map(({ title, also, signs }) => ({ near: wordsOf(`${title} ${also}`), signs: signs.map(wordsOf), title: wordsOf(title) }));

    /** How similar the words of a text are to a word at best; `close` compares two words. */
    const best = (words, one, close) => words.reduce((top, word) => Math.max(top, close(one, word)), 0);
    const begins = (one, word) => T.similarity(one, word, endings);

    /** What means the same as a word: a text that has all words of one of these has it. */
    const others = word => groups.filter(group => group.some(one => begins(one, word) >= T.IS_MEANT))
      .flatMap(group => group.map(one => one.split(JOINT).filter(part => !weightless.has(part)))).filter(parts => parts.length);

    /**
     * The signs that fit best, as `[situation, sign]` by their numbers: of each situation three at most, eight in all; and
     * whether anything fits.
     */
    return query => {
      const typed = wordsOf(query);
      const heavy = typed.filter(word => !weightless.has(word));
      const words = heavy.length ? heavy : typed;
      const scores = all.map(({ signs }) => ({ near: 0, signs: signs.map(() => 0) }));
      for (const word of words) {
        const alike = others(word);
        const look = close => {
          const has = text => alike.some(parts => parts.every(part => best(text, part, begins) >= T.IS_MEANT));
          const value = text => Math.max(best(text, word, close), has(text) ? T.IS_MEANT : 0);
          return all.map(({ near, signs }) => ({ near: value(near), signs: signs.map(value) }));
        };
        const isAny = found => found.some(one => one.near || one.signs.some(Boolean));
        let found = look(begins);
        if (!isAny(found) && word.length >= SHORTEST) found = look((one, other) => T.slip(one, other));
        // A word that few situations have says more.
        const having = found.filter(one => one.near || one.signs.some(Boolean)).length;
        const rarity = Math.log(1 + all.length / Math.max(having, 1));
        found.forEach((one, at) => {
          scores[at].near += rarity * one.near;
          one.signs.forEach((sign, on) => { scores[at].signs[on] += rarity * sign; });
        });
      }
      // The situation counts as much as its sign: its other words are what people call it.
      const ranked = scores.flatMap(({ near, signs }, at) => {
        const top = Math.max(near, ...signs);
        const order = signs.map((sign, on) => [at, on, top ? sign + near + top : 0]).sort((a, b) => b[2] - a[2] || a[1] - b[1]);
        return order.slice(0, OF_ONE).filter(([, , score]) => score > 0);
      });
      return ranked.sort((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1]).slice(0, MOST).map(([at, on]) => [at, on]);
    };
  };
})();
