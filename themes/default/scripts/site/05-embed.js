// A page in the frame of a wiki, by `?embed` in its address: what makes it stand alone comes only then.
(() => {
  if (!/[?&]embed\b/.test(globalThis.location?.search)) return;
  const { style } = document.documentElement;
  const script = document.createElement('script');
  // Nothing is shown that goes again; it has its place all the same, by which other scripts go.
  style.visibility = 'hidden';
  script.onerror = () => { style.visibility = ''; };
  script.src = `${new URL('../assets/embed.js', /** @type {HTMLScriptElement} */ (document.currentScript).src)}`;
  document.head.append(script);
})();
