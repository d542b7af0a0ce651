// Finds and ranks pages. `src/search/find.rs` does the same: change both or none. It knows no page.
(() => {
  const T = TwohatsSearch;
  const CODES = '!#$%&()*+,-./:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~';
  const VALUES = new Map([...CODES].map((code, value) => [code.charCodeAt(0), value]));
  const [ZERO, NINE] = [48, 57];
  const [MOST_WORDS, NEAR, SLIPS, SMALL, SHORTEST] = [12, 4, 6, 8, 5];
  const [WELL, HANDFUL, LITTLE, FAR, VERY_FAR] = [12, 5, 7, 2, 8];
  const [TOGETHER, TOGETHER_COVER, LEAST, LIGHT, LABELS] = [96, 2, 20, 6, 64];
  const [JOINT, LABEL] = ['+', "'"];

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
      const labels = [];
      for (; pages[at + 1] === LABEL; at += 2) labels.push(value(pages, at + 2));
      take(page, (code >> 2) + 1, code & 3, labels);
      [page, skipped] = [page + 1, 0];
    }
  }

  /**
   * A search in an index. `start` is what it begins with, `part` gives the words of one part.
   * @param {SearchStart} start
   * @param {(number: number) => Promise<[string, string][]>} part
   */
  T.search = (start, part) => {
    const firsts = start.shards;
    const endings = start.endings.map(set => new Set(set.split(' ')));
    const weightless = new Set(start.weightless.split(' '));
    const phrases = start.phrases.split(' ').map(one => one.split(JOINT)).sort((a, b) => b.length - a.length);

    /** The parts that may hold words with this beginning. */
    function span(beginning) {
      const all = [...firsts.keys()];
      const from = Math.max(all.filter(at => firsts[at] <= beginning).length - 1, 0);
      return all.slice(from, all.filter(at => firsts[at] <= beginning || firsts[at].startsWith(beginning)).length);
    }

    /** The parts that may hold a word from which this one slipped, or which has it within. */
    function slips([a, b, c]) {
      if (firsts.length <= SMALL) return [...firsts.keys()];
      return [...new Set([a + b, b + a, a + c, b + c, a].flatMap(span))].slice(0, SLIPS);
    }

    async function matches(word) {
      const found = [];
      const look = async (shards, close) => {
        for (const terms of await Promise.all(shards.map(part))) {
          for (const [term, pages] of terms) {
            const near = close(term);
            if (near) found.push({ term, pages, close: near, rarity: value(pages) + 1 });
          }
        }
      };
      const stem = word.slice(0, Math.max(4, word.length - 5));
      // Of a word of two letters all that stands beside it will do.
      const near = word.length > 2 || T.hasNoSpaces(word) ? NEAR : 1;
      await look(span(stem).slice(0, near), term => T.similarity(word, term, endings));
      if (found.some(({ close }) => close >= T.NO_SLIP) || word.length < SHORTEST || T.hasNoSpaces(word)) return found;
      await look(slips(word), term => T.slip(word, term) || (start.compounds ? T.within(word, term) : 0));
      return found;
    }

    /** The pages that have a word without weight in their labels: it stands there behind a sign. */
    async function labelled(word) {
      const shard = firsts.findLastIndex(first => first <= LABEL + word);
      return shard < 0 ? undefined : (await part(shard)).find(([term]) => term === LABEL + word)?.[1];
    }

    /** The words of a query that count, in which each phrase is one word, and those without weight beside them. */
    function asked(query) {
      const words = T.words(query).map(([word]) => word);
      const joined = [];
      for (let at = 0; at < words.length;) {
        const phrase = phrases.find(phrase => phrase.every((word, on) => words[at + on] === word)) ?? [words[at]];
        joined.push(phrase.join(JOINT));
        at += phrase.length;
      }
      const all = [...new Set(joined)];
      const heavy = all.filter(word => !weightless.has(word));
      const light = all.filter(word => heavy.length && weightless.has(word));
      return [heavy.length ? heavy : all, light].map(words => words.slice(0, MOST_WORDS));
    }

    /**
     * The numbers of the pages that fit, the best first; the words that no page has; and for each word of the query what
     * was found for it. `kind` and `role` (1 the leader's, 2 the manager's) leave the others out.
     */
    return async (query, { kind = '', role = 0 } = {}) => {
      const [words, light] = asked(query);
      const [found, lightPages] = await Promise.all([Promise.all(words.map(matches)), Promise.all(light.map(labelled))]);
      // All that may be meant is as rare as what is most similar: a rarer form of a word is no better hit.
      const closer = (a, b) => b.close - a.close || a.rarity - b.rarity;
      const rarities = found.map(terms => [...terms].sort(closer)[0]?.rarity ?? 0);
      const rarest = Math.max(0, ...rarities);
      const [score, cover, hold, roles, near] = [0, 1, 2, 3, 4].map(() => new Uint32Array(start.pages));
      // What each label of each page holds of the query: how many words, and what they are worth together.
      const together = new Map();
      const add = (label, worth) => {
        const [count, sum] = together.get(label) ?? [0, 0];
        together.set(label, [count + 1, sum + worth]);
      };
      for (const [at, terms] of found.entries()) {
        const [best, covered, held] = [0, 1, 2].map(() => new Uint32Array(start.pages));
        // Nobody looks for what a role says in words that are everywhere.
        const says = 4 * rarities[at] >= rarest;
        const named = new Set();
        for (const { close, pages, rarity } of terms) {
          // A form that more pages have says less.
          const own = Math.min(rarity, rarities[at]);
          const isMeant = close >= T.IS_MEANT;
          const whole = (isMeant ? 2 : 1) * own;
          eachPage(pages, (page, level, whose, labels) => {
            best[page] = Math.max(best[page], close * own * level);
            covered[page] = Math.max(covered[page], whole);
            held[page] = Math.max(held[page], whole * Math.min(level, WELL));
            if (says) roles[page] |= whose;
            if (isMeant) for (const label of labels) named.add(page * LABELS + label);
          });
        }
        for (const label of named) add(label, Math.max(rarities[at], LEAST));
        for (let page = 0; page < best.length; page += 1) {
          score[page] += best[page];
          cover[page] += covered[page];
          hold[page] += held[page];
        }
      }
      for (const pages of lightPages) {
        eachPage(pages ?? '', (page, level, whose, labels) => {
          for (const label of labels.map(label => page * LABELS + label)) if (together.has(label)) add(label, LIGHT);
        });
      }
      for (const [label, [count, sum]] of together) {
        const page = Math.floor(label / LABELS);
        if (count > 1) near[page] = Math.max(near[page], sum);
      }
      const from = start.kinds.findIndex(([name]) => name === kind);
      const isOfKind = page => from < 0 || (page >= start.kinds[from][1] && page < (start.kinds[from + 1]?.[1] ?? start.pages));
      const all = [...score.keys()].filter(page => score[page] && isOfKind(page) && (roles[page] & role) === role);
      const best = of => all.reduce((top, page) => Math.max(top, of[page]), 0);
      const rank = page => (score[page] + TOGETHER * near[page]) * (WELL * (cover[page] + TOGETHER_COVER * near[page]) + hold[page]);
      const whole = 2 * rarities.reduce((sum, rarity) => sum + (rarity || start.unknown), 0);
      const most = best(cover);
      // Who holds little of what was asked is no answer, and who holds some of it is one of a handful.
      const part = Math.floor(best(hold) / WELL);
      const isKnown = rarities.every(Boolean);
      const few = !isKnown && LITTLE * part < whole ? 0 : words.length > 1 && most < whole && 2 * part < whole ? HANDFUL : Infinity;
      const least = words.length > 1 ? all.reduce((top, page) => Math.max(top, rank(page)), 0) : 0;
      const isNear = (page, at) => (at < HANDFUL ? VERY_FAR : FAR) * rank(page) >= least;
      const pages = all.sort((a, b) => rank(b) - rank(a) || a - b).filter(isNear).slice(0, few);
      // What stands in a text for a word, so that it can be shown: other words that mean the same, and those of a phrase.
      const shown = (terms, at) => new Map(terms.flatMap(({ term, close }) => {
        const words = term.split(T.OTHER).flatMap(one => (one.includes(JOINT) ? one.split(JOINT).filter(word => !weightless.has(word)) : [one]));
        return words.filter(Boolean).map(word => [word, close * rarities[at]]);
      }));
      const without = words.filter((word, at) => !found[at].length && !T.hasNoSpaces(word));
      return { pages, without, some: few === HANDFUL, found: found.map(shown) };
    };
  };
})();
