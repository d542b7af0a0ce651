// Fetches the page behind a link when a pointer rests on it or a finger touches it, so that it is there
// when it is asked for. From a disk nothing needs to be fetched.
(() => {
  if (!location.protocol.startsWith('http') || /** @type {any} */ (navigator).connection?.saveData) return;
  // A sheet asks for nothing while it is filled in.
  addEventListener('DOMContentLoaded', () => { if (!document.body.matches('.template, .copies')) listen(); });
  const known = new Set([location.pathname]);
  const fetchSoon = event => {
    const link = event.target.closest?.('a[href]');
    if (!link || link.origin !== location.origin || link.download || known.has(link.pathname)) return;
    if (!/(\/|\.html)$/.test(link.pathname)) return;
    known.add(link.pathname);
    const hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = link.href.split('#')[0];
    document.head.append(hint);
  };
  const listen = () => {
    for (const sign of ['mouseover', 'touchstart', 'focusin']) addEventListener(sign, fetchSoon, { passive: true });
  };
})();
