// A page in the frame of a wiki, by `?embed` in its address: itself alone, with a way out.
(() => {
  if (!new URLSearchParams(globalThis.location?.search).has('embed')) return;
  const page = document.documentElement;
  // Nothing is shown that goes again; it has its place all the same, by which other scripts go.
  page.style.visibility = 'hidden';
  addEventListener('DOMContentLoaded', () => {
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
    page.style.visibility = '';
  });
})();
