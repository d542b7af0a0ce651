// The client talks to the real server: what `twohats lsp` knows of an open text comes to the editor.

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { setImmediate } = require("node:timers/promises");
const { Editor } = require("./editor.js");
const { PROGRAM, SCENARIO, book, without } = require("./book.js");

const PAGE = "content/scenarios/late.yaml";
const needed = { skip: without("lsp"), timeout: 60_000 };

async function open(test, text) {
  const template = "title: The plan\nfields:\n  - text: Name\n";
  const editor = new Editor(book(test, { [PAGE]: text, "content/templates/plan.yaml": template }), { path: PROGRAM });
  await editor.activate();
  test.after(() => editor.close());
  return [editor, await editor.open(PAGE)];
}

/** Waits until mistakes are shown at these lines, counted from 0, and nowhere else. */
async function shown(editor, ...lines) {
  const at = () => [...new Set((editor.diagnostics.get(PAGE) ?? [{}]).map(one => one.range?.start.line))];
  while (at().sort().join() !== lines.join()) await setImmediate();
}

test("a mistake that is typed and not saved is shown at its line, and goes when it is mended", needed, async test => {
  const [editor, document] = await open(test, SCENARIO);
  await shown(editor);
  await editor.type(document, "leader:", "ledaer:");
  await shown(editor, 2);
  await editor.type(document, "ledaer:", "leader:");
  await shown(editor);
  assert.deepEqual(editor.said, []);
});

test("an id of the book is offered where one belongs", needed, async test => {
  const [editor, document] = await open(test, `${SCENARIO}templates: [p]\n`);
  const { provideCompletionItems } = editor.providers.registerCompletionItemProvider;
  const at = document.lineAt(document.lineCount - 2).range.end;
  const none = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
  const found = await provideCompletionItems(document, { line: at.line, character: at.character - 1 }, none, { triggerKind: 0 });
  const items = Array.isArray(found) ? found : (found.items ?? found.parts[0]);
  const labels = items.map(item => item.parts[0].label ?? item.parts[0]);
  assert.ok(labels.includes("plan"), labels.join());
});
