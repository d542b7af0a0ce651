// Makes in the page whatever could ask another host for something, and waits until each has come to an end.
async (base) => {
  const address = (name) => `${base}${name}?answers`;
  const ends = (thing, start) => new Promise((done) => {
    for (const sign of ["load", "error", "loadeddata", "abort"]) thing.addEventListener(sign, done);
    // What is forbidden before it begins has no end of its own.
    addEventListener("securitypolicyviolation", (event) => { if (event.blockedURI.startsWith(base)) setTimeout(done, 50); });
    setTimeout(done, 2000);
    start?.();
  });
  const made = (tag, attributes, into = document.head) => {
    const element = Object.assign(document.createElement(tag), attributes);
    return ends(element, () => into.append(element));
  };
  const styled = (name, css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css(address(name)));
    document.adoptedStyleSheets.push(sheet);
    const box = Object.assign(document.createElement("p"), { className: "sent", textContent: "sent" });
    return ends(box, () => document.body.append(box));
  };
  const form = Object.assign(document.createElement("form"), { action: address("form"), method: "post", target: "_blank" });
  document.body.append(form);
  const link = Object.assign(document.createElement("a"), { href: "#", ping: address("ping") });
  document.body.append(link);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.innerHTML = `<image href="${address("svg-image")}"/><use href="${address("svg-use")}#a"/>`;
  await Promise.all([
    made("img", { src: address("picture") }),
    made("img", { srcset: address("picture-set") }),
    made("script", { src: address("script") }),
    made("script", { type: "module", src: address("module") }),
    made("link", { rel: "stylesheet", href: address("style") }),
    ...["prefetch", "preload", "modulepreload", "prerender", "icon", "manifest"].map((rel) =>
      made("link", { rel, as: rel === "preload" ? "image" : "", href: address(rel) })),
    made("video", { src: address("video"), poster: address("poster"), preload: "auto" }, document.body),
    made("audio", { src: address("audio"), preload: "auto" }, document.body),
    made("iframe", { src: address("frame") }, document.body),
    made("object", { data: address("object") }, document.body),
    made("embed", { src: address("embed") }, document.body),
    ends(svg, () => document.body.append(svg)),
    styled("background", (url) => `.sent { background: url(${url}); }`),
    styled("font", (url) => `@font-face { font-family: sent; src: url(${url}); } .sent { font-family: sent; }`),
    new FontFace("sent-too", `url(${address("font-face")})`).load().catch(() => {}),
    fetch(address("fetch"), { mode: "no-cors" }).catch(() => {}),
    fetch(address("keepalive"), { method: "POST", mode: "no-cors", keepalive: true }).catch(() => {}),
    import(address("import")).catch(() => {}),
    ends(new EventSource(address("events"))),
    new Promise((done) => {
      const request = new XMLHttpRequest();
      request.onloadend = done;
      request.open("GET", address("request"));
      request.send();
    }),
    new Promise((done) => {
      try {
        const socket = new WebSocket(address("socket").replace("http", "ws"));
        socket.onerror = socket.onclose = done;
      } catch {
        done();
      }
    }),
    ends(new EventTarget(), () => {
      navigator.sendBeacon(address("beacon"), "answers");
      link.click();
      form.submit();
      try {
        new Worker(address("worker"));
      } catch {}
    }),
  ]);
  return null;
}
