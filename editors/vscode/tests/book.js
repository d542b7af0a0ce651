// What tests share: a book on the disk, and the program that is tested with.

const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

/** The program, as cargo has built it: `TWOHATS` names another one. */
const PROGRAM = process.env.TWOHATS ?? path.join(__dirname, "../../../target/debug", process.platform === "win32" ? "twohats.exe" : "twohats");

/** Why a test cannot run that needs the program or a command of it; `false` when it can. */
function without(command) {
  const { status, error } = spawnSync(PROGRAM, command ? [command, "--help"] : ["--version"]);
  if (error) return `there is no program at ${PROGRAM}: \`cargo build\` makes it`;
  return status !== 0 && `this program has no command \`${command}\``;
}

const SCENARIO = `title: Late again
summary: It is late.
leader:
  say: Why?
manager:
  say: By when?
`;

/** A book with these files besides; its folder goes when the test ends. */
function book(test, files = {}) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "twohats-")));
  test.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const all = { "book.toml": '[book]\ntitle = "Test"\n', "content/scenarios/late.yaml": SCENARIO, ...files };
  for (const [name, text] of Object.entries(all)) write(folder, name, text);
  return folder;
}

function write(folder, name, text) {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  return file;
}

function read(folder, name) {
  return fs.readFileSync(path.join(folder, name), "utf8");
}

/** A script that is run as a program. */
function script(folder, name, text) {
  const file = write(folder, name, `#!${process.execPath}\n${text}`);
  fs.chmodSync(file, 0o755);
  return file;
}

module.exports = { PROGRAM, SCENARIO, book, read, script, without, write };
