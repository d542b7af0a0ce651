// Keeps what is typed: a moment after the last key, one request at a time, each on what the file holds since the one
// before. What could not be kept waits, is said, and is tried again. It must not know how values are shown.

const SOON = 10; // milliseconds after the last key
const PAUSE = 20_000; // milliseconds without a key that part one sitting from the next
const AGAIN = 2000; // milliseconds until a preview that is away is asked again

class Keeper {
  slots = new Slots();
  #talk;
  #hooks; // `look` asks for the page anew, `follow` tells of keys that moved, `tell` says how it stands, `clash` and `refuse` tell of one value
  #file = null;
  #hash = null;
  #turn = Promise.resolve();
  #timer = 0;
  #sitting = { slot: null, id: "", last: 0 }; // what is typed into one text goes back at once
  #alone = false; // one value a request, to find the one that is refused

  constructor(talk, hooks) {
    this.#talk = talk;
    this.#hooks = hooks;
  }

  get file() { return this.#file; }

  /** Whether something that was typed is not in the file. */
  get isBehind() { return this.slots.all().some((slot) => !slot.isKept); }

  take(answer) {
    this.#file = answer.file;
    this.#hash = answer.hash;
    this.slots.take(answer.fields);
  }

  /** Has a text written, soon. */
  type(slot, value) {
    // A space behind the last word is one between two words that is not there yet: nobody would put quotes round it.
    slot.waiting = value.replace(/[ \t]+$/, "");
    slot.refused = false;
    if (slot.clash) return;
    this.#sit(slot);
    this.#hooks.tell("busy", "Keeping …");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), SOON);
  }

  #sit(slot) {
    const now = Date.now();
    const { slot: before, last } = this.#sitting;
    if (before !== slot || now - last > PAUSE) this.#sitting = { slot, id: `${now} ${slot.key}` };
    this.#sitting.last = now;
  }

  /** What is to be written into the file, for the preview. */
  #save(edits) {
    return { file: this.#file, hash: this.#hash, edits, sitting: this.#sitting.id };
  }

  /** Sends what waits, now. */
  flush() {
    clearTimeout(this.#timer);
    return this.#next(() => this.#send());
  }

  /** Sends a change of a list or of a group, after all that waits. Says whether it was made. */
  change(edit) {
    this.flush();
    this.#sitting.slot = null;
    return this.#next(async () => {
      this.#hooks.tell("busy", "Keeping …");
      try {
        const said = await this.#talk.send("save", { ...this.#save([edit]), sitting: null });
        this.#hash = said.hash;
        this.slots.follow(edit);
        this.#hooks.follow(edit);
        await this.#hooks.look();
        this.#hooks.tell("kept", "Kept in the file");
        return true;
      } catch (refused) {
        const meanwhile = refused.said?.conflicts ? "the file was changed meanwhile; look at it again" : refused.message;
        this.#hooks.tell("warn", `Not kept: ${meanwhile}`);
        await this.#hooks.look().catch(() => {});
        return false;
      }
    });
  }

  /** Does something that may change the file, after all that waits, and looks at it again. */
  then(work) {
    this.flush();
    return this.#next(async () => {
      const said = await work();
      await this.#hooks.look().catch(() => {});
      return said;
    });
  }

  /** What its writer chose of two versions: a text of their own, or null for that of the file, which they have seen. */
  choose(slot, mine) {
    Object.assign(slot, { clash: null, waiting: null });
    slot.take(slot.field);
    if (mine !== null) this.type(slot, mine);
    return this.flush();
  }

  #next(work) {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  #edit(slot) {
    const value = slot.waiting;
    const there = slot.field?.there !== false || slot.sent;
    if (slot.key === "") return { do: "body", was: slot.was, value };
    if (!there) return { do: "add", key: slot.key, value };
    return { do: "set", key: slot.key, was: slot.was, value };
  }

  #waiting() {
    return this.slots.all().filter((slot) => slot.waiting !== null && !slot.clash && !slot.gone);
  }

  async #send() {
    for (const slot of this.#waiting()) {
      const isSame = slot.waiting === (slot.sent ?? slot.text ?? "");
      if (isSame) slot.waiting = null;
    }
    const slots = this.#alone ? this.#waiting().slice(0, 1) : this.#waiting();
    if (!slots.length) {
      if (!this.isBehind) this.#hooks.tell("kept", "Kept in the file");
      return;
    }
    const edits = slots.map((slot) => this.#edit(slot));
    const typed = slots.map((slot) => slot.waiting);
    slots.forEach((slot) => Object.assign(slot, { inFlight: true, sent: slot.waiting, waiting: null }));
    const before = slots.map((slot) => ({ was: slot.was, text: slot.text }));
    try {
      const said = await this.#talk.send("save", this.#save(edits));
      this.#hash = said.hash;
      // The preview tells of the new page by itself.
      slots.forEach((slot) => Object.assign(slot, { inFlight: false, text: slot.sent, was: said.was[slot.key] ?? null }));
      const taken = said.taken ? `. Signs that nobody sees were taken out: ${said.taken}` : "";
      if (!this.isBehind) this.#hooks.tell("kept", `Kept in the file${taken}`);
    } catch (refused) {
      slots.forEach((slot, at) => {
        Object.assign(slot, before[at], { inFlight: false, sent: null, waiting: slot.waiting ?? typed[at] });
      });
      return this.#refused(slots, refused);
    }
    if (this.#waiting().length) this.#later(0);
    else this.#alone = false;
  }

  async #refused(slots, refused) {
    const { status, said, message } = refused;
    if (said?.hash) this.#hash = said.hash;
    if (status === 409 && said?.conflicts?.length) {
      await this.#hooks.look().catch(() => {});
      for (const { key, yours, theirs } of said.conflicts) {
        const slot = this.slots.at(key);
        slot.clash = { theirs };
        this.#hooks.clash(slot, slot.waiting ?? yours, theirs);
      }
      this.#hooks.tell("warn", "Not kept: this text was changed in the file meanwhile");
      if (this.#waiting().length) this.#later(0);
      return;
    }
    if ([409, 410, 422].includes(status) && slots.length > 1) {
      this.#alone = true;
      this.#later(0);
      return;
    }
    this.#hooks.tell("warn", `Not kept: ${message}`);
    if ([409, 410, 422].includes(status)) {
      for (const slot of slots) {
        slot.refused = true;
        this.#hooks.refuse(slot, message);
      }
      return;
    }
    this.#later(AGAIN);
  }

  #later(time) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), time);
  }

  /** The page is left: what waits is sent without waiting for an answer. Gives what may not have come through. */
  leave() {
    clearTimeout(this.#timer);
    const slots = this.#waiting();
    if (slots.length && this.#file) {
      const edits = slots.map((slot) => this.#edit(slot));
      this.#talk.send("save", this.#save(edits), true).catch(() => {});
    }
    const behind = this.slots.all().filter((slot) => !slot.isKept && !slot.gone);
    return behind.map((slot) => ({ key: slot.key, label: slot.field?.label ?? slot.key, value: slot.waiting ?? slot.sent }));
  }
}
