// Makes one file of the extension, and beside it the licences of all that went into it.

import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const { metafile } = await build({
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  external: ["vscode"],
  legalComments: "none",
  metafile: true,
});

/** The folder of the package that a file belongs to. */
function packageOf(file) {
  let folder = path.dirname(file);
  while (!existsSync(path.join(folder, "package.json")) || !name(folder)) folder = path.dirname(folder);
  return folder;
}

function name(folder) {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")).name;
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find(one => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} says nothing of its licence`);
  return `${name} ${version} (${license})\n\n${readFileSync(path.join(folder, file), "utf8").trim()}\n`;
}

const files = Object.keys(metafile.inputs).filter(file => file.includes("node_modules"));
const packages = [...new Set(files.map(packageOf))].sort();
writeFileSync("dist/NOTICES.txt", packages.map(notice).join(`\n${"-".repeat(72)}\n\n`));
