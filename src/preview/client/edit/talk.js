// Talks with the preview: asks what can be edited and sends what was written. It must not know what any of it is for.

class Refused extends Error {
  constructor(status, said) {
    super(said?.message ?? "The preview did not take it.");
    Object.assign(this, { status, said });
  }
}

class Talk {
  token = null;

  async #ask(path, options = {}) {
    const headers = { "x-twohats-token": this.token, ...options.headers };
    let answer;
    try {
      answer = await fetch(`/.twohats/edit/${path}`, { cache: "no-store", ...options, headers });
    } catch {
      throw new Refused(0, { message: "the preview is not running" });
    }
    const said = await answer.json().catch(() => null);
    if (!answer.ok || !said) throw new Refused(answer.status, said);
    return said;
  }

  page(path) { return this.#ask(`page?path=${encodeURIComponent(path)}`); }

  /** What stands in a file that is no page. */
  file(name) { return this.#ask(`file?name=${encodeURIComponent(name)}`); }

  titles() { return this.#ask("titles"); }

  /** `save`, `undo`, `new`, `move` or `delete`. */
  send(what, body, keepalive = false) {
    const headers = { "content-type": "application/json" };
    return this.#ask(what, { method: "POST", headers, body: JSON.stringify(body), keepalive });
  }

  picture(file, name, blob) {
    const query = new URLSearchParams({ file, name });
    return this.#ask(`picture?${query}`, { method: "PUT", headers: { "content-type": blob.type }, body: blob });
  }

  /** Has a fault mended, and gives what is said of it. */
  async mend(name) {
    let answer;
    try {
      answer = await fetch(`/.twohats/mend/${name}`, { method: "POST", headers: { "x-twohats-token": this.token } });
    } catch {
      throw new Refused(0, { message: "the preview is not running" });
    }
    const message = await answer.text();
    if (!answer.ok) throw new Refused(answer.status, { message });
    return message;
  }
}
