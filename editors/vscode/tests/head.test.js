// Draft and reviewed: lines at the head of the file that is open.

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { Editor } = require("./editor.js");
const { SCENARIO, book } = require("./book.js");

/** The text of a file after a command. */
async function after(test, name, text, command) {
  const editor = new Editor(book(test, { [name]: text }), { path: "/nowhere/twohats" });
  await editor.activate();
  const document = await editor.open(name);
  await editor.run(command);
  await editor.close();
  return document.text;
}

const DRAFT = SCENARIO.replace("\n", "\ndraft: yes\n");
const PAGE = "content/scenarios/late.yaml";
const GUIDE = "content/guidance/why.md";

test("a page becomes a draft, and ready again by the same command", async test => {
  assert.equal(await after(test, PAGE, SCENARIO, "twohats.draft"), DRAFT);
  assert.equal(await after(test, PAGE, DRAFT, "twohats.draft"), SCENARIO);
  const commented = SCENARIO.replace("\n", "\ndraft: yes   # until it is ready\n");
  assert.equal(await after(test, PAGE, commented, "twohats.draft"), SCENARIO);
});

test("what says that a page is no draft is changed where it stands", async test => {
  assert.equal(await after(test, PAGE, `${SCENARIO}draft: no\n`, "twohats.draft"), `${SCENARIO}draft: yes\n`);
});

test("the day of a review takes the place of the one before", async test => {
  const now = new Date();
  const two = number => String(number).padStart(2, "0");
  const today = `reviewed: ${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}\n`;
  const changed = await after(test, PAGE, `${SCENARIO}reviewed: 2020-01\n`, "twohats.reviewed");
  assert.equal(changed, `${SCENARIO}${today}`);
  assert.equal(await after(test, PAGE, SCENARIO, "twohats.reviewed"), SCENARIO.replace("\n", `\n${today}`));
});

test("in a guide the line goes into the front matter, below a title of several lines", async test => {
  const guide = "---\ntitle: >\n  Why\n  so\n---\n\ndraft: of a text\n";
  const draft = "---\ntitle: >\n  Why\n  so\ndraft: yes\n---\n\ndraft: of a text\n";
  assert.equal(await after(test, GUIDE, guide, "twohats.draft"), draft);
  assert.equal(await after(test, GUIDE, draft, "twohats.draft"), guide);
});

test("a file without an end of its last line gets one", async test => {
  assert.equal(await after(test, PAGE, "title: Late", "twohats.draft"), "title: Late\ndraft: yes");
});

test("what is no page is left alone, and it is said", async test => {
  const editor = new Editor(book(test), { path: "/nowhere/twohats" });
  await editor.activate();
  const settings = await editor.open("book.toml");
  await editor.run("twohats.draft");
  assert.match(settings.text, /^\[book\]\ntitle = "Test"\n$/);
  assert.equal(editor.said.at(-1).text, "This is no page of a playbook.");
  await editor.close();
});
