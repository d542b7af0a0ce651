// A page in the frame of a wiki: itself alone, with a way out. It comes where `?embed` is in the address.
(() => {
  const alone = () => {
    const whole = new URL(location.href);
    whole.searchParams.delete('embed');
    const home = document.querySelector('header a');
    const name = home?.querySelector('img')?.alt || home?.textContent || whole.host;
    for (const part of document.querySelectorAll('body > :not(main, svg), main nav:not([aria-labelledby])')) part.remove();
    const way = Object.assign(document.createElement('a'), { href: whole.href, textContent: `${name} \u2197` });
    const foot = Object.assign(document.createElement('footer'), { className: 'wide all' });
    foot.append(way);
    document.body.append(foot);
    // Whoever goes on goes on in the playbook, and not in the frame.
    for (const link of document.links) if (!link.getAttribute('href')?.startsWith('#')) link.target = '_top';
    document.documentElement.style.visibility = '';
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', alone);
  else alone();
})();
