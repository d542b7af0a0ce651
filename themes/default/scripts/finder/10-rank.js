// Which situations fit what was ticked, and to which hat it leans. It knows no page.
(() => {
  const T = (globalThis.Twohats ??= /** @type {any} */ ({}));

  /** Those with a tick: the most ticks first, then the largest part of their signs, then as they were. */
  T.rank = situations => situations
    .filter(one => one.ticked > 0)
    .sort((a, b) => b.ticked - a.ticked || b.ticked / b.all - a.ticked / a.all);

  /** A tick that speaks for a hat counts once, also one of a situation in which that hat goes first. */
  T.lean = ticks => {
    const of = hat => ticks.filter(tick => tick === hat).length;
    const [leader, manager] = [of('leader'), of('manager')];
    if (leader + manager === 0) return '';
    return leader > manager ? 'leader' : manager > leader ? 'manager' : 'even';
  };
})();
