// The extension as it is handed out: what its manifest names is there, and the package holds that and nothing else.

const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");
const { Editor } = require("./editor.js");
const { book } = require("./book.js");

const root = path.join(__dirname, "..");
const manifest = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));

test("the commands that the manifest offers are those that the extension has", async test => {
  const editor = new Editor(book(test), { path: "/nowhere/twohats" });
  await editor.activate();
  const offered = manifest.contributes.commands.map(({ command }) => command);
  assert.deepEqual([...editor.commands.keys()].sort(), offered.sort());
  await editor.close();
});

test("no text of another kind is treated otherwise than without it", () => {
  assert.equal(manifest.contributes.configurationDefaults, undefined);
});

test("the settings of the manifest are those of its guide", () => {
  const guide = fs.readFileSync(path.join(root, "README.md"), "utf8");
  const told = [...guide.matchAll(/^\| `(twohats\..+?)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(told.sort(), Object.keys(manifest.contributes.configuration.properties).sort());
});

test("the version is that of the program", () => {
  const cargo = fs.readFileSync(path.join(root, "../../Cargo.toml"), "utf8");
  const version = /^\[package\][^[]*?^version = "(.+?)"/ms.exec(cargo)?.[1];
  assert.equal(manifest.version, version);
});

const old = parseInt(process.versions.node) < 20;

test("the package is small and holds what is needed", { skip: old && "the packer asks for Node.js 20" }, () => {
  const vsce = path.join(root, "node_modules/@vscode/vsce/vsce");
  execFileSync(process.execPath, [vsce, "package", "--no-dependencies", "--allow-missing-repository", "--out", "dist/twohats.vsix"], { cwd: root });
  const { size } = fs.statSync(path.join(root, "dist/twohats.vsix"));
  assert.ok(size < 300_000, `${size} bytes`);
  const listed = execFileSync(process.execPath, [vsce, "ls", "--no-dependencies"], { cwd: root, encoding: "utf8" });
  assert.deepEqual(listed.trim().split("\n").sort(), ["CHANGELOG.md", "LICENSE", "README.md", "dist/NOTICES.txt", "dist/extension.js", "icon.png", "package.json"]);
});
