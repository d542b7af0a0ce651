// Finds and ranks pages. `src/search/find.rs` does the same: change both or none. It knows no page.
(() => {
  const T = TwohatsSearch;
  const CODES = '!#$%&()*+,-./:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~';
  const VALUES = new Map([...CODES].map((code, value) => [code.charCodeAt(0), value]));
  const [ZERO, NINE] = [48, 57];
  const [MOST_WORDS, NEAR, SLIPS, SMALL] = [8, 4, 6, 8];
  const [SAME, LONGER, KIN, BEGINS, SLIP, FAR_KIN, SLIP_BEGINS] = [16, 12, 10, 8, 7, 6, 4];
  const TRIES = [[1, 1], [0, 1], [1, 0]];

  /** What a text says with its letter at a place. */
  const value = (text, at = 0) => VALUES.get(text.charCodeAt(at));

  /** The words of a part of the index, each with its pages as they are written. */
  T.terms = text => {
    const parts = text.split(' ');
    /** @type {[string, string][]} */
    const terms = [];
    for (let at = 0, word = ''; at + 1 < parts.length; at += 2) {
      word = word.slice(0, value(parts[at])) + parts[at].slice(1);
      terms.push([word, parts[at + 1]]);
    }
    return terms;
  };

  function eachPage(pages, take) {
    let [page, skipped] = [0, 0];
    for (let at = 1; at < pages.length; at += 1) {
      const letter = pages.charCodeAt(at);
      if (letter >= ZERO && letter <= NINE) {
        skipped = skipped * 10 + letter - ZERO;
        continue;
      }
      page += skipped;
      const code = VALUES.get(letter);
      take(page, (code >> 2) + 1, code & 3);
      [page, skipped] = [page + 1, 0];
    }
  }

  function beginning(word, term) {
    let same = 0;
    while (same < word.length && word[same] === term[same]) same += 1;
    return same;
  }

  /** How similar a word is by its beginning; 0 when it is another word. */
  function closeness(word, term) {
    const same = beginning(word, term);
    const [more, rest] = [word.length - same, term.length - same];
    if (!more && !rest) return SAME;
    if (!more && T.hasNoSpaces(word)) return [...word].length === 1 ? BEGINS : 0;
    if (!more) return rest <= 3 && word.length > 2 ? LONGER : BEGINS;
    if (same < 4) return 0;
    if (more + rest <= 2) return KIN;
    return more <= 3 && rest <= 3 ? FAR_KIN : 0;
  }

  /** How similar a word is when one letter of either is missing, another, or swapped with the next. */
  function slip(word, term) {
    const same = beginning(word, term);
    const isSwapped = same + 1 < word.length && word[same] === term[same + 1] && word[same + 1] === term[same];
    let best = 0;
    for (const [ofWord, ofTerm] of isSwapped ? [...TRIES, [2, 2]] : TRIES) {
      const [from, at] = [same + ofWord, same + ofTerm];
      if (from > word.length || at > term.length || !term.startsWith(word.slice(from), at)) continue;
      best = Math.max(best, word.length - from === term.length - at ? SLIP : SLIP_BEGINS);
    }
    return best;
  }

  /**
   * A search in an index. `start` is what it begins with, `part` gives the words of one part.
   * @param {SearchStart} start
   * @param {(number: number) => Promise<[string, string][]>} part
   */
  T.search = (start, part) => {
    const firsts = start.shards;

    /** The parts that may hold words with this beginning. */
    function span(beginning) {
      const all = [...firsts.keys()];
      const from = Math.max(all.filter(at => firsts[at] <= beginning).length - 1, 0);
      return all.slice(from, all.filter(at => firsts[at] <= beginning || firsts[at].startsWith(beginning)).length);
    }

    /** The parts that may hold a word from which this one slipped. */
    function slips([a, b, c]) {
      if (firsts.length <= SMALL) return [...firsts.keys()];
      return [...new Set([a + b, b + a, a + c, b + c].flatMap(span))].slice(0, SLIPS);
    }

    async function matches(word) {
      const found = [];
      const look = async (shards, close) => {
        for (const terms of await Promise.all(shards.map(part))) {
          for (const [term, pages] of terms) {
            const near = close(word, term);
            if (near) found.push({ term, pages, close: near, rarity: value(pages) + 1 });
          }
        }
      };
      const stem = word.slice(0, Math.max(4, word.length - 3));
      await look(span(stem).slice(0, NEAR), closeness);
      const isNear = found.some(({ close }) => close >= BEGINS);
      if (!isNear && word.length >= 4 && !T.hasNoSpaces(word)) await look(slips(word), slip);
      return found;
    }

    /**
     * The numbers of the pages that fit, the best first; and for each word of the query what was found for it.
     * `kind` and `role` (1 the leader's, 2 the manager's) leave the others out.
     */
    return async (query, { kind = '', role = 0 } = {}) => {
      const words = [...new Set(T.words(query).map(([word]) => word))].slice(0, MOST_WORDS);
      const found = await Promise.all(words.map(matches));
      // All that may be meant is as rare as what is most similar: a rarer form of a word is no better hit.
      const closer = (a, b) => b.close - a.close || a.rarity - b.rarity;
      const rarities = found.map(terms => [...terms].sort(closer)[0]?.rarity ?? 0);
      const rarest = Math.max(0, ...rarities);
      const [score, cover, roles] = [0, 1, 2].map(() => new Uint32Array(start.pages));
      for (const [at, terms] of found.entries()) {
        const best = new Uint32Array(start.pages);
        for (const { close, pages } of terms) {
          const each = close * rarities[at];
          // Nobody looks for what a role says in words that are everywhere.
          const says = 4 * rarities[at] >= rarest;
          eachPage(pages, (page, level, whose) => {
            if (each * level > best[page]) best[page] = each * level;
            if (says) roles[page] |= whose;
          });
        }
        for (let page = 0; page < best.length; page += 1) {
          if (!best[page]) continue;
          score[page] += best[page];
          cover[page] += rarities[at];
        }
      }
      const from = start.kinds.findIndex(([name]) => name === kind);
      const isOfKind = page => from < 0 || (page >= start.kinds[from][1] && page < (start.kinds[from + 1]?.[1] ?? start.pages));
      const all = [...score.keys()].filter(page => score[page] && isOfKind(page) && (roles[page] & role) === role);
      const most = all.reduce((top, page) => Math.max(top, cover[page]), 0);
      const rank = page => score[page] * cover[page];
      const pages = all.filter(page => 3 * cover[page] >= most).sort((a, b) => rank(b) - rank(a) || a - b);
      return { pages, found: found.map((terms, at) => new Map(terms.map(one => [one.term, one.close * rarities[at]]))) };
    };
  };
})();
