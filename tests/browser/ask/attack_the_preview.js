// What a page from elsewhere can try on a preview that runs on the same machine. Gives all that it could read.
async ({ base, file, hash }) => {
  const edit = `${base}/.twohats/edit/`;
  const read = [];
  const note = (way, text) => text && read.push(`${way}: ${String(text).slice(0, 200)}`);
  const save = JSON.stringify({ file, hash, edits: [{ do: "set", key: "title", was: null, value: "Taken over" }] });
  const asked = ["page?path=/scenarios/scope-creep.html", "titles", "file?name=book.toml"];
  const tries = [];
  const attempt = (way, work) => tries.push(work().then((text) => note(way, text), () => {}));

  // Reading, as a program would.
  for (const what of [...asked.map((one) => edit + one), `${base}/`, `${base}/assets/search/start.js`]) {
    attempt(`fetch ${what}`, async () => (await fetch(what)).text());
    attempt(`fetch with a word ${what}`, async () => (await fetch(what, { headers: { "X-Twohats-Token": "0".repeat(32) } })).text());
    attempt(`fetch with all ${what}`, async () => (await fetch(what, { credentials: "include", mode: "cors" })).text());
  }
  // Reading as a script, as the search once could be.
  window.TwohatsSearch = { take: (...all) => note("script", JSON.stringify(all)) };
  for (const what of [...asked.map((one) => edit + one), `${base}/assets/search/start.js`, `${base}/assets/search/pages-0.js`]) {
    attempt(`script ${what}`, () => new Promise((done) => {
      const script = document.createElement("script");
      Object.assign(script, { src: what, onload: () => done("it ran"), onerror: () => done("") });
      document.head.append(script);
    }));
  }
  // Hearing the word.
  attempt("events", () => new Promise((done) => {
    const events = new EventSource(`${base}/.twohats/events?/`);
    events.onmessage = ({ data }) => done(data);
    events.onerror = () => done("");
  }));
  // Writing, in each way that a browser has without asking first, and in those for which it asks.
  for (const what of ["save", "undo", "new", "move", "delete"]) {
    const address = edit + what;
    attempt(`text ${what}`, async () => (await fetch(address, { method: "POST", mode: "no-cors", body: save }), ""));
    attempt(`json ${what}`, async () => (await fetch(address, { method: "POST", body: save, headers: { "Content-Type": "application/json" } })).text());
    attempt(`word ${what}`, async () => (await fetch(address, { method: "POST", body: save, headers: { "Content-Type": "application/json", "X-Twohats-Token": "0" } })).text());
    attempt(`beacon ${what}`, async () => void navigator.sendBeacon(address, new Blob([save], { type: "text/plain" })));
    attempt(`json beacon ${what}`, async () => void navigator.sendBeacon(address, new Blob([save], { type: "application/json" })));
    attempt(`form ${what}`, () => new Promise((done) => {
      const frame = document.createElement("iframe");
      frame.name = `frame-${what}`;
      const form = Object.assign(document.createElement("form"), { method: "post", action: address, enctype: "text/plain", target: frame.name });
      const input = Object.assign(document.createElement("input"), { name: save.slice(0, -1) + ',"x":"', value: '"}' });
      form.append(input);
      document.body.append(frame, form);
      frame.onload = () => { try { done(frame.contentDocument?.body?.textContent); } catch { done(""); } };
      form.submit();
    }));
  }
  attempt("put", async () => (await fetch(`${edit}picture?file=${file}&name=x.png`, { method: "PUT", body: "\x89PNG\r\n\x1a\n" })).text());
  attempt("picture", () => new Promise((done) => Object.assign(new Image(), { src: `${edit}undo`, onload: () => done("seen"), onerror: () => done("") })));
  // Looking through a frame.
  attempt("frame", () => new Promise((done) => {
    const frame = document.createElement("iframe");
    frame.src = `${base}/scenarios/scope-creep.html?edit`;
    frame.onload = () => { try { done(frame.contentDocument.body.textContent); } catch { done(frame.contentWindow.length ? "frames in it" : ""); } };
    document.body.append(frame);
  }));
  await Promise.all(tries);
  return read;
}
