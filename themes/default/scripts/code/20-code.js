// A text as a code that a camera reads. It knows no page but the drawing that it is given.
(() => {
  const T = Twohats;

  /** The path of a drawing of all dark squares, and how many squares it is wide and high. */
  T.code = text => {
    const { size, get } = TwohatsCode(text);
    let path = '';
    for (let y = 0; y < size; y += 1) {
      for (let x = 0, run = 0; x < size; x += run || 1) {
        run = 0;
        while (get(x + run, y)) run += 1;
        if (run) path += `M${x} ${y}h${run}v1h-${run}z`;
      }
    }
    return { size, path };
  };

  /** Shows the code of a text in the place where its drawing stands. */
  T.draw = (place, text) => {
    const drawing = T.one(place, 'svg');
    const { size, path } = T.code(text);
    // A camera needs four light squares on each side, and all of a size: whole dots, as many as there is room for.
    const wide = size + 8;
    const dots = Math.max(2, Math.min(4, Math.floor(Math.min(innerWidth - 96, 680) / wide)));
    drawing.setAttribute('viewBox', `-4 -4 ${wide} ${wide}`);
    drawing.setAttribute('width', String(dots * wide));
    T.one(drawing, 'path').setAttribute('d', path);
    place.hidden = false;
  };
})();
