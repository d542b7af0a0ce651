// What happens when a folder is opened: the program is found or offered, and a server is started for each book.

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const { setImmediate } = require("node:timers/promises");
const { Editor } = require("./editor.js");
const { book, script, write } = require("./book.js");

/** A program that says who started it, and answers as the smallest of all servers does. */
const SERVER = `
const fs = require("node:fs");
const [command, ask] = process.argv.slice(2);
if (command === "--version") process.exit(0);
if (command !== "lsp") process.exit(2);
if (ask === "--help") process.exit(0);
const log = words => fs.appendFileSync(__filename + ".log", words + "\\n");
log("started in " + process.cwd());
let text = "";
process.stdin.on("data", data => {
  text += data;
  for (let head; (head = /^Content-Length: (\\d+)\\r\\n\\r\\n/.exec(text)); ) {
    const end = head[0].length + Number(head[1]);
    if (text.length < end) break;
    const { id, method } = JSON.parse(text.slice(head[0].length, end));
    text = text.slice(end);
    log(method);
    if (method === "exit") process.exit(0);
    if (id === undefined) continue;
    const answer = JSON.stringify({ jsonrpc: "2.0", id, result: method === "initialize" ? { capabilities: { textDocumentSync: 1 } } : null });
    process.stdout.write("Content-Length: " + answer.length + "\\r\\n\\r\\n" + answer);
  }
});
`;

/** What servers were told so far, once that is as often a line as it must be: they are other processes. */
async function told(program, line, times) {
  for (;;) {
    const lines = fs.existsSync(`${program}.log`) ? fs.readFileSync(`${program}.log`, "utf8").trim().split("\n") : [];
    if (lines.filter(one => one === line).length >= times) return lines;
    await setImmediate();
  }
}

const onUnix = { skip: process.platform === "win32" && "a script is no program there", timeout: 60_000 };

test("a server is started in the folder of every book, and ended with the editor", onUnix, async test => {
  const folder = book(test, { "more/other/book.toml": '[book]\ntitle = "Other"\n' });
  const program = script(folder, "bin/server", SERVER);
  const editor = new Editor(folder, { path: program });
  await editor.activate();
  const started = (await told(program, "initialized", 2)).filter(line => line.startsWith("started"));
  assert.deepEqual(started.sort(), [`started in ${folder}`, `started in ${path.join(folder, "more/other")}`]);
  assert.equal(editor.context["twohats.hasBook"], true);
  await editor.close();
  await told(program, "exit", 2);
  assert.deepEqual(editor.said, []);
});

test("only files of the book are told to its server", onUnix, async test => {
  const folder = book(test, { "notes.yaml": "a: b\n" });
  const program = script(folder, "bin/server", SERVER);
  const editor = new Editor(folder, { path: program });
  await editor.activate();
  await editor.open("notes.yaml");
  await editor.open("content/scenarios/late.yaml");
  await told(program, "textDocument/didOpen", 1);
  await editor.close();
  const all = await told(program, "exit", 1);
  assert.equal(all.filter(line => line === "textDocument/didOpen").length, 1);
});

test("it can be started again, and the one before is ended", onUnix, async test => {
  const folder = book(test);
  const program = script(folder, "bin/server", SERVER);
  const editor = new Editor(folder, { path: program });
  await editor.activate();
  await Promise.all([editor.run("twohats.restart"), editor.run("twohats.restart")]);
  await editor.close();
  const all = await told(program, "exit", 3);
  assert.equal(all.filter(line => line.startsWith("started")).length, 3);
});

test("where no program is, that is said once, with a way to it", async test => {
  const folder = book(test);
  const editor = new Editor(folder, { path: "/nowhere/twohats" });
  editor.answers.message = (_text, choices) => choices[0];
  // As the packer names it.
  editor.installed = path.dirname(write(folder, "extension/readme.md", fs.readFileSync(path.join(__dirname, "../README.md"), "utf8")));
  await editor.activate();
  while (editor.executed.at(-1)[0] === "setContext") await setImmediate();
  assert.deepEqual(editor.said, [{ kind: "warning", text: "The program “twohats” was not found. There is none at “/nowhere/twohats”." }]);
  const [command, page] = editor.executed.at(-1);
  assert.equal(command, "markdown.showPreview");
  const readme = fs.readFileSync(page.fsPath, "utf8");
  assert.match(readme, /^## The program$/m, "the place that is named is there");
  await editor.close();
});

test("a program that is too old says so, and no server is started", onUnix, async test => {
  const folder = book(test);
  const program = script(folder, "bin/old", 'process.exit(process.argv[2] === "--version" ? 0 : 2)');
  const editor = new Editor(folder, { path: program });
  await editor.activate();
  assert.match(editor.said[0].text, /too old/);
  await editor.close();
});

test("the program that is chosen as a file is kept and started", onUnix, async test => {
  const folder = book(test);
  const program = script(folder, "bin/server", SERVER);
  const editor = new Editor(folder, { path: "/nowhere/twohats" });
  editor.answers.message = (_text, choices) => choices[1];
  editor.answers.file = () => [{ fsPath: program }];
  await editor.activate();
  await told(program, "initialized", 1);
  assert.equal(editor.settings.path, program);
  assert.equal(editor.bar.size, 0);
  await editor.close();
});

test("the program that is chosen is kept where the folder has a wrong one of its own", onUnix, async test => {
  const folder = book(test);
  const program = script(folder, "bin/server", SERVER);
  const editor = new Editor(folder);
  editor.ofWorkspace.path = "/nowhere/twohats";
  editor.answers.message = (_text, choices) => choices[1];
  editor.answers.file = () => [{ fsPath: program }];
  await editor.activate();
  await told(program, "initialized", 1);
  assert.deepEqual([editor.ofWorkspace.path, editor.settings.path], [program, undefined]);
  await editor.close();
});

test("a program that the system ends is not called missing", onUnix, async test => {
  const folder = book(test);
  const program = script(folder, "bin/ended", 'process.kill(process.pid, "SIGKILL");');
  const editor = new Editor(folder, { path: program });
  await editor.activate();
  assert.equal(editor.said[0].text, `“${program}” does not run: it was ended by SIGKILL.`);
  await editor.close();
});

test("a program on the PATH is known by its whole path, so that none in a book stands for it", onUnix, async test => {
  const folder = book(test);
  const program = script(folder, "bin/twohats", SERVER);
  alone(test, folder);
  for (const name of ["", "twohats"]) {
    // A folder that is not whole is another one in each book.
    process.env.PATH = ["bin", ".", path.join(folder, "bin")].join(path.delimiter);
    fs.rmSync(`${program}.log`, { force: true });
    const editor = new Editor(folder, { path: name });
    await editor.activate();
    await told(program, "initialized", 1);
    assert.deepEqual(editor.said, []);
    await editor.close();
  }
});

/** What stands for the home folder and the `PATH`, where nothing is. */
function alone(test, home) {
  const { HOME, PATH } = process.env;
  Object.assign(process.env, { HOME: home, PATH: "/nowhere" });
  test.after(() => Object.assign(process.env, { HOME, PATH }));
}

test("a program that is lacking stays in sight, and is found when somebody comes back who has installed it", onUnix, async test => {
  const folder = book(test);
  alone(test, folder);
  const editor = new Editor(folder);
  await editor.activate();
  assert.deepEqual([...editor.bar].map(one => [one.text, one.command]), [["$(warning) Twohats", "twohats.restart"]]);
  const program = script(folder, ".cargo/bin/twohats", SERVER);
  await editor.event("onDidChangeWindowState").fire({ focused: true });
  await told(program, "initialized", 1);
  assert.equal(editor.bar.size, 0);
  assert.equal(editor.said.length, 1, "it was said once");
  await editor.close();
});

test("a folder without a book is left in peace", async test => {
  const folder = book(test);
  fs.rmSync(path.join(folder, "book.toml"));
  const editor = new Editor(folder, { path: "/nowhere/twohats" });
  await editor.activate();
  assert.deepEqual(editor.said, []);
  assert.equal(editor.context["twohats.hasBook"], false);
  await editor.run("twohats.newPage");
  assert.match(editor.said[0].text, /No playbook is open/);
  await editor.close();
});

test("a home folder may be written short", onUnix, async test => {
  const folder = book(test);
  const program = script(folder, "bin/server", SERVER);
  alone(test, folder);
  const editor = new Editor(folder, { path: "~/bin/server" });
  await editor.activate();
  await editor.close();
  await told(program, "initialized", 1);
});
