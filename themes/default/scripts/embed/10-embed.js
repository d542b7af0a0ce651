// A page in the frame of a wiki: itself alone, with a way out. It comes where `?embed` is in the address.
(() => {
  /** The address of the whole page, as it is at hand: with the hat that was chosen and the place that was gone to. */
  const whole = () => {
    const url = new URL(location.href);
    url.searchParams.delete('embed');
    return url.href;
  };
  const alone = () => {
    const home = document.querySelector('header a');
    const name = home?.querySelector('img')?.alt || home?.textContent || location.host;
    for (const part of document.querySelectorAll('body > :not(main, svg), main nav:not([aria-labelledby])')) part.remove();
    const way = Object.assign(document.createElement('a'), { href: whole(), target: '_top', textContent: `${name} \u2197` });
    const foot = Object.assign(document.createElement('footer'), { className: 'wide all' });
    foot.append(way);
    document.body.append(foot);
    // Whoever goes on goes on in the playbook, and not in the frame, also by a link that a script has made since.
    for (const sign of ['pointerdown', 'click']) {
      addEventListener(sign, ({ target }) => {
        const link = /** @type {Element} */ (target).closest?.('a[href]:not([href^="#"], [download])');
        way.href = whole();
        link?.setAttribute('target', '_top');
      }, true);
    }
  };
  const show = () => {
    // `?embed=0` switches it off.
    if (!/^(0|no|false)$/.test(new URLSearchParams(location.search).get('embed') ?? '')) alone();
    document.documentElement.style.visibility = '';
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', show);
  else show();
})();
