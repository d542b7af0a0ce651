// Both cells of each row, by the ids that a scenario's page promises.
(rows) => {
  const cell = (id) => {
    const element = document.getElementById(id);
    if (element === null || !element.checkVisibility({ visibilityProperty: true })) return null;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const bar = `${style.borderLeftStyle} ${style.borderLeftWidth}`;
    return { left, right, top, bottom, bar, text: element.innerText };
  };
  return rows.map((id) => ({ id, leader: cell(`leader-${id}`), manager: cell(`manager-${id}`) }));
}
