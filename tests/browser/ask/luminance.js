// The relative luminance (WCAG) of the page's background and of its text. Colours are painted on to a
// canvas and read back, as they may be written in any colour space.
() => {
  const canvas = document.createElement("canvas").getContext("2d");
  const luminance = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
      const part = byte / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  // What is transparent shows what lies under it, at last the browser's own canvas.
  canvas.fillStyle = "canvas";
  canvas.fillRect(0, 0, 1, 1);
  luminance(getComputedStyle(document.documentElement).backgroundColor);
  return {
    paper: luminance(getComputedStyle(document.body).backgroundColor),
    ink: luminance(getComputedStyle(document.querySelector("main")).color),
  };
}
