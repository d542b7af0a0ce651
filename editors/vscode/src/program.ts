// The program `twohats`: where it is, what is said when it is not there, and how it is run.

import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";

import { warn } from "./say";

/** The program, or why there is none that will do, as a sentence. */
export type Program = { path: string } | { fault: string };

interface Ended {
  /** `null` when the system ended it. */
  code: number | null;
  /** What it said on standard error, where it talks to people. */
  said: string;
}

/** Where people put their own programs. An editor that was started from a menu may not have these folders on its `PATH`. */
const PLACES = [".cargo/bin", ".local/bin"];

/**
 * The program that the settings name; else the one on the `PATH`, or where people put theirs. It is known by its whole path: run in
 * a book by its name alone, Windows would take a file of that name in the book.
 */
export async function findProgram(): Promise<Program> {
  const named = vscode.workspace.getConfiguration("twohats").get<string>("path", "").trim();
  const isName = path.basename(named) === named;
  const whole = named.startsWith("~/") ? path.join(os.homedir(), named.slice(2)) : named;
  for (const program of isName ? everywhere(named || "twohats") : [whole]) {
    const version = await run(program, ["--version"]);
    if (!version) continue;
    if (version.code !== 0) return { fault: `\`${program}\` does not run: ${version.said}` };
    const server = await run(program, ["lsp", "--help"]);
    if (server?.code === null) return { fault: `\`${program}\` does not run: ${server.said}` };
    if (server?.code !== 0) return { fault: `\`${program}\` is too old to help an editor. Install a newer one.` };
    return { path: program };
  }
  const where = named ? `There is none at \`${named}\`.` : `It is neither on the \`PATH\` nor in ${PLACES.map(place => `\`~/${place}\``).join(" or ")}.`;
  return { fault: `The program \`twohats\` was not found. ${where}` };
}

/** Where there is a program of this name. */
function everywhere(name: string): string[] {
  const onPath = (process.env.PATH ?? "").split(path.delimiter).filter(folder => path.isAbsolute(folder));
  const folders = [...onPath, ...PLACES.map(place => path.join(os.homedir(), place))];
  const file = process.platform === "win32" && !path.extname(name) ? `${name}.exe` : name;
  return folders.map(folder => path.join(folder, file)).filter(program => fs.existsSync(program));
}

/** Says what is wrong with the program, and offers what mends it. */
export async function install(fault: string): Promise<void> {
  const [how, where] = ["How to Install It", "Choose Where It Is"];
  const chosen = await warn(fault, how, where);
  if (chosen === how) await vscode.commands.executeCommand("markdown.showPreview", await guide());
  if (chosen === where) await choose();
}

/** Asks for the file of the program, and keeps where it is: for all playbooks on this machine, or for those that have a setting of their own. */
async function choose(): Promise<void> {
  const options = { title: "Where is the program twohats?", openLabel: "Use This Program" };
  const [file] = (await vscode.window.showOpenDialog(options)) ?? [];
  const settings = vscode.workspace.getConfiguration("twohats");
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const target = settings.inspect("path")?.workspaceValue === undefined ? Global : Workspace;
  if (file) await settings.update("path", file.fsPath, target);
}

/**
 * How to get the program: a part of what comes with the extension, so that no network is needed to read it. The packer gives the
 * file a name in small letters.
 */
async function guide(): Promise<vscode.Uri | undefined> {
  const folder = vscode.extensions.getExtension("twohats.twohats")?.extensionUri;
  const files = folder ? await vscode.workspace.fs.readDirectory(folder) : [];
  const name = files.map(([name]) => name).find(name => /^readme\.md$/i.test(name));
  return folder && name ? vscode.Uri.joinPath(folder, name).with({ fragment: "the-program" }) : undefined;
}

/** Runs the program to its end. `undefined` when it cannot be started. */
function run(program: string, words: string[]): Promise<Ended | undefined> {
  return new Promise(resolve => {
    execFile(program, words, { env: plain() }, (error, _out, said) => {
      const code = error ? error.code : 0;
      if (error?.signal) resolve({ code: null, said: `it was ended by ${error.signal}.` });
      else resolve(typeof code === "number" ? { code, said: said.trim() } : undefined);
    });
  });
}

/** The environment of a program that is read and not looked at. */
export function plain(): NodeJS.ProcessEnv {
  return { ...process.env, NO_COLOR: "1" };
}
