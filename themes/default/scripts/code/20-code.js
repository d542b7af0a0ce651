// A text as a code that a camera reads. It knows no page.
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
})();
