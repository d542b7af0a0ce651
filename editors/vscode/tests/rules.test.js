// The page of a rule: linked where a mistake is told, read from the real server, and opened by a command.

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { setImmediate } = require("node:timers/promises");
const { Editor } = require("./editor.js");
const { PROGRAM, SCENARIO, book, without } = require("./book.js");

const PAGE = "content/scenarios/late.yaml";
const needed = { skip: without("lsp"), timeout: 60_000 };

/** An editor that was told of two mistakes. */
async function told(test) {
  const text = SCENARIO.replace("summary:", "sumary:").replace("leader:", "level: hard\nleader:");
  const editor = new Editor(book(test, { [PAGE]: text }), { path: PROGRAM });
  await editor.activate();
  test.after(() => editor.close());
  const document = await editor.open(PAGE);
  while ((editor.diagnostics.get(PAGE) ?? []).length < 2) await setImmediate();
  return [editor, document];
}

const opened = editor => editor.executed.filter(([name]) => name === "markdown.showPreview").map(([, uri]) => uri.toString());

test("the name of a rule links to its page, which needs no network", needed, async test => {
  const [editor] = await told(test);
  const { value, target } = editor.diagnostics.get(PAGE).find(one => one.code.value === "unknown-field").code;
  assert.equal(value, "unknown-field");
  const page = await editor.providers.registerTextDocumentContentProvider.provideTextDocumentContent(target);
  assert.match(page, /^# unknown-field\n[^]*## Mended/);
});

test("the rule at the cursor is explained, and elsewhere the one that is chosen", needed, async test => {
  const [editor, document] = await told(test);
  const at = words => (editor.active.selection = { active: document.place(document.text.indexOf(words)) });
  at("sumary");
  await editor.run("twohats.explainRule");
  assert.deepEqual(opened(editor), ["twohats-rule:/unknown-field.md"]);
  at("title");
  editor.answers.pick = names => names.find(name => name === "unknown-value");
  await editor.run("twohats.explainRule");
  assert.deepEqual(opened(editor), ["twohats-rule:/unknown-field.md", "twohats-rule:/unknown-value.md"]);
  assert.deepEqual(editor.said, []);
});

test("where nothing is told, that is said", needed, async test => {
  const editor = new Editor(book(test), { path: PROGRAM });
  await editor.activate();
  test.after(() => editor.close());
  await editor.open(PAGE);
  editor.active.selection = { active: { line: 0, character: 0 } };
  await editor.run("twohats.explainRule");
  assert.equal(editor.said[0].text, "Twohats tells of nothing in this text.");
});
