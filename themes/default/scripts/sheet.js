// A sheet to fill in works without this file; it only adds what the browser leaves out.
(() => {
  const sheet = document.getElementById('sheet');
  if (!sheet) return;

  // Text areas grow with what is written. Newer browsers do it from the style (`field-sizing`).
  if (!CSS.supports('field-sizing', 'content')) {
    const fit = (area) => {
      area.style.height = 'auto';
      area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
    };
    sheet.addEventListener('input', (event) => {
      if (event.target.matches('textarea')) fit(event.target);
    });
    for (const area of sheet.querySelectorAll('textarea')) if (area.value) fit(area);
  }

  // A date that was not given is a blank line on paper, and not "dd/mm/yyyy".
  addEventListener('beforeprint', () => {
    for (const date of sheet.querySelectorAll('[type=date]')) date.classList.toggle('empty', !date.value);
  });

  // The button waits hidden, so that nobody without scripts meets a dead one.
  const button = document.getElementById('print');
  button?.addEventListener('click', () => print());
  button?.removeAttribute('hidden');
})();
