// A situation for a group: what the steps take of the minutes, and the way to both, on the screen or on paper.
(() => {
  const run = /** @type {HTMLFormElement} */ (document.getElementById('run'));
  const which = /** @type {HTMLSelectElement} */ (document.getElementById('which'));
  const lengths = /** @type {HTMLInputElement[]} */ ([...(run?.querySelectorAll('.lengths input') ?? [])]);
  if (which && lengths.length) {
    const at = () => lengths.findIndex(length => length.checked);
    const show = () => {
      for (const step of /** @type {NodeListOf<HTMLElement>} */ (run.querySelectorAll('[data-minutes]'))) {
        step.querySelector('.takes').textContent = run.dataset.minutes.replace('{count}', step.dataset.minutes.split(' ')[at()]);
      }
    };
    run.addEventListener('change', show);
    addEventListener('pageshow', show);
    run.addEventListener('submit', event => {
      event.preventDefault();
      location.assign(`${which.value}?workshop=${lengths[at()].value}`);
    });
    show();
  }

  document.getElementById('choose')?.addEventListener('submit', event => {
    event.preventDefault();
    const { value } = /** @type {HTMLButtonElement} */ (/** @type {SubmitEvent} */ (event).submitter);
    const only = new URLSearchParams(TwohatsChoose.chosen().map(id => ['only', id])).toString();
    location.assign(only ? `${value}?${only}` : value);
  });
})();
