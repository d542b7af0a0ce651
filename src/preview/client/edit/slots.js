// Remembers, for each value of the file, what stood there when its writer saw it, and follows it when lines of its list
// come, go or move. It must not know how a value is shown, nor how it is sent.

/** One value of the file. Its key is that of now; whoever writes there holds on to the slot. */
class Slot {
  key;
  field = null; // as the preview told of it last
  was = null; // the name of the text that its writer saw
  text = null; // that text
  sent = null; // what was sent last, which the file may hold in another form
  waiting = null; // what was typed and is not sent yet
  inFlight = false;
  gone = false;
  refused = false; // what waits cannot be written as it stands
  clash = null; // what the file had instead, until its writer chooses

  constructor(key) { this.key = key; }

  get isKept() { return this.waiting === null && !this.inFlight && !this.clash; }

  /** Takes what the file holds now. What was typed over is remembered as it was, for the preview to judge. */
  take(field) {
    // While it is sent, nobody knows which of two texts an answer is of.
    if (this.inFlight && this.field) return;
    const isOurs = this.sent !== null && alike(field.text, this.sent);
    this.field = field;
    if (this.waiting !== null && field.was !== this.was && !isOurs && !this.clash) return;
    this.was = field.was;
    this.text = field.text;
    if (!isOurs) this.sent = null;
  }
}

/** Whether two texts are the same to a file, which keeps no line ends behind a text and no spaces round a line. */
const alike = (one, other) => (one ?? "").trim() === (other ?? "").trim();

class Slots {
  #slots = new Map();

  all() { return [...this.#slots.values()]; }

  at(key) {
    if (!this.#slots.has(key)) this.#slots.set(key, new Slot(key));
    return this.#slots.get(key);
  }

  take(fields) {
    const keys = new Set(fields.map((field) => field.key));
    for (const field of fields) this.at(field.key).take(field);
    for (const slot of this.all()) if (!keys.has(slot.key) && slot.isKept) this.#drop(slot);
  }

  #drop(slot) {
    slot.gone = true;
    this.#slots.delete(slot.key);
  }

  /** Gives every value the key that it has after a change that was made. */
  follow(edit) {
    const next = new Map();
    for (const slot of this.all()) {
      const key = moved(slot.key, edit);
      if (key === null) slot.gone = true;
      else next.set((slot.key = key), slot);
    }
    this.#slots = next;
  }
}

/** The key that a value has after lines of a list came, went or moved; null when it went with them. */
function moved(key, edit) {
  if (edit.do === "remove" && (key === edit.key || key.startsWith(`${edit.key}.`) || key.startsWith(`${edit.key}[`))) return null;
  const item = /^(.*)\[(\d+)\]$/.exec(edit.do === "remove" ? edit.key : "");
  const list = item ? item[1] : edit.key;
  const below = key.startsWith(`${list}[`) ? /^(\d+)\](.*)$/s.exec(key.slice(list.length + 1)) : null;
  if (!below) return key;
  const at = Number(below[1]);
  return `${list}[${shifted(at, edit, item && Number(item[2]))}]${below[2]}`;
}

function shifted(at, edit, gone) {
  if (edit.do === "insert") return at >= edit.at ? at + 1 : at;
  if (edit.do === "remove" && gone !== null) return at > gone ? at - 1 : at;
  if (edit.do !== "move") return at;
  if (at === edit.from) return edit.to;
  if (edit.from < at && at <= edit.to) return at - 1;
  return edit.to <= at && at < edit.from ? at + 1 : at;
}
