// Which cards of the drill are dealt, and what is said of how it went. It knows no page.
(() => {
  const T = (globalThis.Twohats ??= /** @type {any} */ ({}));
  const MOST = 8;

  /** All things in an order of chance; `random` gives numbers from 0 to below 1. */
  const shuffled = (things, random) => {
    const left = [...things];
    return things.map(() => left.splice(Math.floor(random() * left.length), 1)[0]);
  };

  /**
   * Of the hats that go first, those that are dealt, by their places. Each hat goes first on as many cards as the other,
   * so that nobody wins who always says the same; where a book has one hat alone, there is no other way.
   */
  T.deal = (firsts, random) => {
    const places = hat => shuffled([...firsts.keys()].filter(at => firsts[at] === hat), random);
    const [leader, manager] = [places('leader'), places('manager')];
    const half = Math.min(MOST / 2, leader.length, manager.length);
    if (!half) return [...leader, ...manager].slice(0, MOST);
    return shuffled([...leader.slice(0, half), ...manager.slice(0, half)], random);
  };

  /** How it went: how many were chosen as the book would, and `leader` or `manager` where it was that hat nearly always. */
  T.went = (chosen, firsts) => {
    const same = chosen.filter((hat, at) => hat === firsts[at]).length;
    const always = ['leader', 'manager'].find(hat => chosen.length > 2 && chosen.filter(one => one === hat).length >= chosen.length - 1);
    return { same, always: always ?? (4 * same >= 3 * firsts.length ? 'well' : 'again') };
  };
})();
