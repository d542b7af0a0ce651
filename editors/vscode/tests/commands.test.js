// New pages, pages that move, drafts and reviews, as the real server makes them.

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const { setImmediate } = require("node:timers/promises");
const { Editor } = require("./editor.js");
const { PROGRAM, SCENARIO, book, read, without, write } = require("./book.js");

const PAGE = "content/scenarios/late.yaml";
const needed = { skip: without("lsp"), timeout: 60_000 };

async function open(test, files) {
  const editor = new Editor(book(test, files), { path: PROGRAM });
  await editor.activate();
  test.after(() => editor.close());
  assert.deepEqual(editor.said, []);
  return editor;
}

test("a new page is made by its kind and title, and opened", needed, async test => {
  const editor = await open(test);
  editor.answers.pick = kinds => kinds.find(kind => kind.word === "template");
  editor.answers.input = () => "- The plan: \"ours\"";
  await editor.run("twohats.newPage");
  assert.deepEqual(editor.said, []);
  assert.deepEqual(editor.shown, ["content/templates/the-plan-ours.yaml"]);
  assert.match(read(editor.folder, editor.shown[0]), /The plan: .{0,2}"?ours/);
});

test("every kind that is offered is one of the server's", needed, async test => {
  const editor = await open(test);
  let kinds = [];
  editor.answers.pick = all => void (kinds = all);
  await editor.run("twohats.newPage");
  assert.equal(kinds.length, 5);
  for (const kind of kinds) {
    editor.answers.pick = () => kind;
    editor.answers.input = () => `A ${kind.word}`;
    await editor.run("twohats.newPage");
  }
  assert.deepEqual(editor.said, []);
  assert.equal(editor.shown.length, 5);
});

test("what the server refuses is said as it says it", needed, async test => {
  const editor = await open(test);
  editor.answers.pick = kinds => kinds[0];
  editor.answers.input = () => "Late";
  await editor.run("twohats.newPage");
  assert.equal(editor.said[0].kind, "error");
  assert.match(editor.said[0].text, /no page was made/);
  assert.deepEqual(editor.shown, []);
});

test("a page moves, its links follow, and its old address leads to the new one", needed, async test => {
  const guide = "---\ntitle: Why\n---\n\nSee [it](../scenarios/late.yaml).\n";
  const editor = await open(test, { "content/guidance/why.md": guide });
  await editor.open(PAGE);
  editor.answers.input = ({ value, valueSelection }) => {
    assert.equal(value.slice(...valueSelection), "late");
    return value.replace("late", "behind");
  };
  await editor.run("twohats.movePage");
  assert.deepEqual(editor.said, []);
  assert.match(read(editor.folder, "content/scenarios/behind.yaml"), /^title: Late again/);
  assert.match(read(editor.folder, "content/guidance/why.md"), /behind\.yaml/);
  assert.match(read(editor.folder, "book.toml"), /"scenarios\/late.html" = "scenarios\/behind.html"/);
  assert.ok(!fs.existsSync(path.join(editor.folder, PAGE)));
});

test("a page becomes a draft, and ready again by the same command", needed, async test => {
  const editor = await open(test);
  const document = await editor.open(PAGE);
  await editor.run("twohats.toggleDraft");
  assert.match(document.text, /^draft: yes$/m);
  await editor.run("twohats.toggleDraft");
  assert.equal(document.text, SCENARIO);
});

test("while the preview beside it has the cursor, the text in sight is meant", needed, async test => {
  const editor = await open(test);
  const document = await editor.open(PAGE);
  editor.inSight = [editor.active];
  editor.active = undefined;
  await editor.run("twohats.toggleDraft");
  assert.deepEqual(editor.said, []);
  assert.match(document.text, /^draft: yes$/m);
});

test("a review is noted with the day of today", needed, async test => {
  const editor = await open(test);
  const document = await editor.open(PAGE);
  await editor.run("twohats.noteReview");
  const now = new Date();
  const two = number => String(number).padStart(2, "0");
  assert.ok(document.text.includes(`reviewed: ${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}\n`), document.text);
});

test("each book is changed by its own server, and what a server does by name can be asked for", needed, async test => {
  const other = { "other/book.toml": '[book]\ntitle = "Other"\n', [`other/${PAGE}`]: SCENARIO };
  const editor = await open(test, other);
  const inner = await editor.open(`other/${PAGE}`);
  await editor.run("twohats.toggleDraft");
  assert.match(inner.text, /^draft: yes$/m);
  await editor.run("twohats.draft", inner.uri.toString());
  // The server answers before it has it changed.
  while (inner.text !== SCENARIO) await setImmediate();
});

test("without a page of a playbook that is said, and nothing is done", needed, async test => {
  const editor = await open(test);
  for (const command of ["movePage", "toggleDraft", "noteReview"]) await editor.run(`twohats.${command}`);
  assert.equal(editor.said.length, 3);
  const outside = write(path.dirname(editor.folder), path.basename(`${editor.folder}.yaml`), "a: b\n");
  test.after(() => fs.rmSync(outside));
  await editor.open(outside);
  await editor.run("twohats.toggleDraft");
  assert.deepEqual([...new Set(editor.said.map(one => one.text))], ["Open a page of a playbook first."]);
});
