// Takes a picture into the book: made smaller where it is large, which also takes out of it where it was taken, with
// words for people who cannot see it. It must not know which text it goes into.

const LONGEST = 1600; // pixels of the longest side
const KINDS = ["image/png", "image/jpeg", "image/webp", "image/gif"];

/** The picture as it is sent: as it is, or drawn anew where it is large or no browser sends its kind. */
async function sized(file) {
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  const by = Math.min(1, LONGEST / Math.max(width, height));
  if (file.type === "image/gif" || (by === 1 && file.type === "image/png")) return file;
  const canvas = make("canvas");
  canvas.width = Math.round(width * by);
  canvas.height = Math.round(height * by);
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const kind = KINDS.includes(file.type) ? file.type : "image/png";
  return new Promise((done) => canvas.toBlob(done, kind, 0.85));
}

class Pictures {
  #desk;
  #root;

  constructor(desk, root) {
    this.#desk = desk;
    this.#root = root;
  }

  /** Has a picture chosen from the disk. */
  choose(area) {
    const input = make("input", { type: "file", accept: KINDS.join(",") });
    input.onchange = () => input.files[0] && this.take(area, input.files[0]);
    input.click();
  }

  /** Puts a picture where the caret is. */
  async take(area, file) {
    const caret = [area.selectionStart, area.selectionEnd]; // which a box loses that moves on the page meanwhile
    let blob;
    try {
      blob = await sized(file);
    } catch {
      this.#desk.warn("This picture cannot be read");
      return;
    }
    const words = await this.#words();
    if (words === null) return;
    try {
      const { link } = await this.#desk.talk.picture(this.#desk.answer.file, file.name || "picture", blob);
      area.focus();
      area.setSelectionRange(...caret);
      apart(area, `![${words.replace(/[[\]]/g, "\\$&")}](${link})`);
    } catch (refused) {
      this.#desk.warn(`The picture was not kept: ${refused.message}`);
    }
  }

  #words() {
    return asking(this.#root, "What does the picture show?", (close) => {
      const { input, node } = labelled("For people who cannot see it", {}, "A sentence: what is on it that a reader needs.");
      const only = make("input", { type: "checkbox" });
      const said = make("p", { class: "refused", role: "alert" });
      const go = () => {
        if (input.value.trim() || only.checked) return close(only.checked ? "" : input.value.trim());
        said.textContent = "Say what it shows, or that it only decorates.";
        return input.focus();
      };
      onEnter(input, go);
      return [node, make("label", { class: "tick" }, only, "It only decorates"), said, ends(button("Not now", () => close(null), {}), button("Put it in", go, { class: "btn chief" }))];
    });
  }
}
