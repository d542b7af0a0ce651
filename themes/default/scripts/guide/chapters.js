// Many chapters beside the page begin where one is among them. Until the styles are there, they stand nowhere.
addEventListener('load', () => {
  const list = document.querySelector('.chapters ul');
  const here = /** @type {HTMLElement} */ (list?.querySelector('[aria-current]'));
  if (here) list.scrollTop = here.offsetTop - list.clientHeight * .75;
});
