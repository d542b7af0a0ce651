// The result of a self-check, in words. What was ticked goes nowhere, not even into the address.
(() => {
  const { find, every } = Twohats;
  const form = find('form.check');
  const results = find('#results');
  const all = find('[data-do=all-results]');
  const see = find('[data-do=result]');
  if (!form || !results || !all || !see) return;

  const idOf = lean => `${lean}-result`;

  /** Shows one result alone, or all three. */
  function show(lean) {
    if (lean) results.dataset.result = lean;
    else delete results.dataset.result;
    for (const one of ['leader', 'manager', 'even']) document.getElementById(idOf(one))?.classList.toggle('this', one === lean);
    all.hidden = !lean;
  }

  form.addEventListener('submit', event => event.preventDefault());
  see.addEventListener('click', () => {
    const [leader, manager] = ['leader', 'manager'].map(role => every(`[name=${role}]:checked`, form).length);
    const lean = leader > manager ? 'leader' : manager > leader ? 'manager' : 'even';
    show(lean);
    const result = document.getElementById(idOf(lean)) ?? results;
    result.tabIndex = -1;
    results.scrollIntoView();
    result.focus({ preventScroll: true });
  });
  all.addEventListener('click', () => show(null));
  /** A link to a result shows it and says nothing of the ticks that led to it. */
  function open() {
    const [, lean] = /^#(leader|manager|even)-result$/.exec(location.hash) ?? [];
    if (lean || results.matches(':target')) show(lean);
  }
  // Nobody is told what ticks would say before there are any; paper tells all.
  results.dataset.result = '';
  addEventListener('hashchange', open);
  open();
})();
