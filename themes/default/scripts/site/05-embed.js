// A page in the frame of a wiki, by `?embed` in its address: itself alone, with a way out.
(() => {
  if (!new URLSearchParams(globalThis.location?.search).has('embed')) return;
  document.documentElement.classList.add('embed');
  addEventListener('DOMContentLoaded', () => {
    const whole = new URL(location.href);
    whole.searchParams.delete('embed');
    const way = Object.assign(document.createElement('a'), { href: whole.href, textContent: document.querySelector('header a')?.textContent ?? whole.host });
    const foot = Object.assign(document.createElement('footer'), { className: 'whole-way' });
    foot.append(way);
    document.body.append(foot);
    // Whoever goes on goes on in the playbook, and not in the frame.
    for (const link of document.links) if (!link.getAttribute('href')?.startsWith('#')) link.target = '_top';
  });
})();
