// Many chapters beside the page begin where one is among them.
addEventListener('DOMContentLoaded', () => {
  const list = document.querySelector('.chapters ul');
  const here = /** @type {HTMLElement} */ (list?.querySelector('[aria-current]'));
  if (here) list.scrollTop = here.offsetTop - list.clientHeight * .75;
});
