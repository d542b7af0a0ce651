// A long menu beside the page begins where one is in it.
addEventListener('DOMContentLoaded', () => {
  const list = document.querySelector('.menu details > ul');
  const here = /** @type {HTMLElement} */ (list?.querySelector('li li [aria-current]'));
  if (here) list.scrollTop = here.offsetTop - list.clientHeight * .75;
});
