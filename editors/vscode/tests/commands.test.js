// New pages, pages that move and the preview, by the real program.

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const { Editor } = require("./editor.js");
const { PROGRAM, book, read, without } = require("./book.js");

const needed = { skip: without() };

async function open(test, files) {
  const editor = new Editor(book(test, files), { path: PROGRAM });
  await editor.activate();
  test.after(() => editor.close());
  editor.said = [];
  return editor;
}

test("a new page is made by its kind and title, and opened", needed, async test => {
  const editor = await open(test);
  editor.answers.pick = kinds => kinds.find(kind => kind.word === "template");
  editor.answers.input = () => "- The plan: \"ours\"";
  await editor.run("twohats.new");
  assert.deepEqual(editor.said, []);
  assert.deepEqual(editor.shown, ["content/templates/the-plan-ours.yaml"]);
  assert.match(read(editor.folder, editor.shown[0]), /title: '- The plan: "ours"'|title: "- The plan: \\"ours\\""/);
});

test("every kind that is offered is one of the program's", needed, async test => {
  const editor = await open(test);
  let kinds = [];
  editor.answers.pick = all => void (kinds = all);
  await editor.run("twohats.new");
  assert.equal(kinds.length, 5);
  for (const kind of kinds) {
    editor.answers.pick = () => kind;
    editor.answers.input = () => `A ${kind.word}`;
    await editor.run("twohats.new");
  }
  assert.deepEqual(editor.said, []);
  assert.equal(editor.shown.length, 5);
});

test("what the program refuses is said as it says it", needed, async test => {
  const editor = await open(test);
  editor.answers.pick = kinds => kinds[0];
  editor.answers.input = () => "Late";
  await editor.run("twohats.new");
  assert.equal(editor.said[0].kind, "error");
  assert.match(editor.said[0].text, /`content\/scenarios\/late.yaml` is there already/);
  assert.deepEqual(editor.shown, []);
});

test("a page moves with what was typed and not yet saved, and its links follow", needed, async test => {
  const guide = "---\ntitle: Why\n---\n\nSee [it](../scenarios/late.yaml).\n";
  const editor = await open(test, { "content/guidance/why.md": guide });
  const document = await editor.open("content/scenarios/late.yaml");
  document.text = document.text.replace("Late again", "Too late");
  editor.answers.input = ({ value, valueSelection }) => {
    assert.equal(value.slice(...valueSelection), "late");
    return value.replace("late", "behind");
  };
  await editor.run("twohats.move");
  assert.deepEqual(editor.said, []);
  assert.deepEqual(editor.shown, ["content/scenarios/behind.yaml"]);
  assert.match(read(editor.folder, editor.shown[0]), /^title: Too late/);
  assert.match(read(editor.folder, "content/guidance/why.md"), /behind\.yaml/);
  assert.ok(!fs.existsSync(path.join(editor.folder, "content/scenarios/late.yaml")));
});

test("the preview opens beside the text at its page, and runs once for all pages", needed, async test => {
  const editor = await open(test, { "content/home.yaml": "title: What is happening?\n" });
  const addresses = async file => {
    if (file) await editor.open(file);
    await editor.run("twohats.preview");
    const [command, address, beside] = editor.executed.findLast(([name]) => name === "simpleBrowser.api.open");
    assert.equal(command, "simpleBrowser.api.open");
    assert.deepEqual(beside, { viewColumn: -2, preserveFocus: true });
    return address.toString();
  };
  const page = await addresses("content/scenarios/late.yaml");
  assert.match(page, /^http:\/\/127\.0\.0\.1:\d+\/scenarios\/late\.html$/);
  assert.match(await (await fetch(page)).text(), /Late again/);
  const first = page.replace("scenarios/late.html", "");
  assert.equal(await addresses("content/home.yaml"), first);
  assert.equal(await addresses("book.toml"), first);
  assert.equal(editor.context["twohats.isShown"], true);
  editor.run("twohats.stopPreview");
  assert.equal(editor.context["twohats.isShown"], false);
  // It is ended, and not only forgotten.
  for (;;) if (!(await fetch(page).catch(() => undefined))) break;
  assert.deepEqual(editor.said, []);
});

test("a preview that cannot start says why", needed, async test => {
  const editor = await open(test);
  fs.writeFileSync(path.join(editor.folder, "book.toml"), "");
  editor.settings.path = process.execPath;
  await editor.run("twohats.preview");
  assert.match(editor.said[0].text, /^The preview has ended\. /);
  assert.equal(editor.context["twohats.isShown"], false);
});
