// The preview beside the text, as `twohats serve` makes it.

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { Editor } = require("./editor.js");
const { PROGRAM, book, script, without } = require("./book.js");

const needed = { skip: without(), timeout: 60_000 };

async function open(test, files) {
  const editor = new Editor(book(test, files), { path: PROGRAM });
  await editor.activate();
  test.after(() => editor.close());
  editor.said = [];
  return editor;
}

/** The address that is shown beside a file, or beside whatever is open. */
async function shown(editor, file) {
  if (file) await editor.open(file);
  await editor.run("twohats.preview");
  const [, address, beside] = editor.executed.findLast(([name]) => name === "simpleBrowser.api.open");
  assert.deepEqual(beside, { viewColumn: -2, preserveFocus: true });
  return address.toString();
}

test("it opens at the page of the file, and runs once for all pages", needed, async test => {
  const editor = await open(test, { "content/home.yaml": "title: What is happening?\n" });
  const page = await shown(editor, "content/scenarios/late.yaml");
  assert.match(page, /^http:\/\/127\.0\.0\.1:\d+\/scenarios\/late\.html$/);
  assert.match(await (await fetch(page)).text(), /Late again/);
  const first = page.replace("scenarios/late.html", "");
  assert.equal(await shown(editor, "content/home.yaml"), first);
  assert.equal(await shown(editor, "book.toml"), first);
  assert.equal(editor.context["twohats.isShown"], true);
  editor.run("twohats.stopPreview");
  assert.equal(editor.context["twohats.isShown"], false);
  // It is ended, and not only forgotten.
  while (await fetch(page).catch(() => undefined));
  assert.deepEqual(editor.said, []);
});

test("translations have pages of their own", needed, async test => {
  const editor = await open(test, {
    "book.toml": '[book]\ntitle = "Test"\n[languages.de]\nname = "Deutsch"\n',
    "content/de/scenarios/late.yaml": "title: Wieder spät\n",
    "content/home.yaml": "title: What is happening?\n",
    "content/de/home.yaml": "title: Was ist los?\n",
  });
  const page = await shown(editor, "content/de/scenarios/late.yaml");
  assert.match(await (await fetch(page)).text(), /<h1>Wieder spät/);
  const home = await shown(editor, "content/de/home.yaml");
  assert.match(await (await fetch(home)).text(), /Was ist los\?/);
});

test("a window that reaches this machine by another address is shown the page there", needed, async test => {
  const editor = await open(test);
  // As code-server does it, which leaves out the page; others leave out the last `/` too.
  for (const end of ["/", ""]) {
    editor.external = ({ url }) => ({ authority: "127.0.0.1:8080", toString: () => `http://127.0.0.1:8080/proxy/${url.port}${end}` });
    assert.match(await shown(editor, "content/scenarios/late.yaml"), /^http:\/\/127\.0\.0\.1:8080\/proxy\/\d+\/scenarios\/late\.html$/);
  }
});

test("a window on the web has the page opened in a tab of its own", needed, async test => {
  const editor = new Editor(book(test), { path: PROGRAM });
  editor.vscode.env.uiKind = 2;
  await editor.activate();
  test.after(() => editor.close());
  editor.external = ({ url }) => ({ authority: "a-1.example.org", toString: () => `https://a-1.example.org/?port=${url.port}` });
  await editor.open("content/scenarios/late.yaml");
  await editor.run("twohats.preview");
  const [, page] = editor.executed.findLast(([name]) => name === "openExternal");
  assert.equal(page.toString(), "https://a-1.example.org/scenarios/late.html");
  assert.ok(!editor.executed.some(([name]) => name === "simpleBrowser.api.open"));
});

test("one that cannot start says why", needed, async test => {
  const editor = await open(test);
  // Another program that knows nothing of books.
  editor.settings.path = script(editor.folder, "bin/other", 'process.exit(process.argv[2] === "serve" ? 1 : 0)');
  await editor.run("twohats.preview");
  assert.match(editor.said[0].text, /^The preview has ended\. /);
  assert.equal(editor.context["twohats.isShown"], false);
});

test("where no program is, that is said each time, and the next try is a new one", { timeout: 60_000 }, async test => {
  const editor = await open(test);
  editor.settings.path = "/nowhere/twohats";
  await editor.run("twohats.preview");
  await editor.run("twohats.preview");
  const told = { kind: "warning", text: "The program “twohats” was not found. There is none at “/nowhere/twohats”." };
  assert.deepEqual(editor.said, [told, told]);
});
