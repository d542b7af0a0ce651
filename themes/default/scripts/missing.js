// Some mail filters write `%23` for the `#` of a shared link, and no such page is there.
(() => {
  const link = /^(.*?)%23(c\d+\..*)$/i.exec(location.pathname + location.search);
  if (link) location.replace(`${link[1]}#${link[2]}`);
})();
