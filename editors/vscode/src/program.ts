// The program `twohats`: where it is, what is said when it is not there, and how it is run.

import { execFile } from "node:child_process";
import * as os from "node:os";
import * as path from "node:path";
import * as vscode from "vscode";

/** The program, or why there is none that will do, as a sentence. */
export type Program = { path: string } | { fault: string };

export interface Ended {
  code: number;
  /** What it said on standard error, where it talks to people. */
  said: string;
}

/** The program that the settings name, or the one on the `PATH`. */
export function programPath(): string {
  const named = vscode.workspace.getConfiguration("twohats").get<string>("path", "").trim();
  return named.startsWith("~/") ? path.join(os.homedir(), named.slice(2)) : named || "twohats";
}

/** Whether the program is there, and new enough to help an editor. */
export async function findProgram(): Promise<Program> {
  const program = programPath();
  const version = await run(program, ["--version"]);
  if (!version) {
    const where = program === "twohats" ? "It is not on the `PATH`." : `There is none at \`${program}\`.`;
    return { fault: `The program \`twohats\` was not found. ${where}` };
  }
  if (version.code !== 0) return { fault: `\`${program}\` does not run: ${version.said}` };
  const server = await run(program, ["lsp", "--help"]);
  if (server?.code !== 0) return { fault: "This \`twohats\` is too old to help an editor. Install a newer one." };
  return { path: program };
}

/** Says what is wrong with the program, and offers what mends it. */
export async function install(fault: string): Promise<void> {
  const [how, where] = ["How to Install It", "Choose Where It Is"];
  const chosen = await vscode.window.showWarningMessage(fault, how, where);
  if (chosen === how) await vscode.commands.executeCommand("markdown.showPreview", guide());
  if (chosen === where) await vscode.commands.executeCommand("workbench.action.openSettings", "twohats.path");
}

/** How to get the program: a part of what comes with the extension, so that no network is needed to read it. */
function guide(): vscode.Uri | undefined {
  const our = vscode.extensions.getExtension("twohats.twohats");
  return our && vscode.Uri.joinPath(our.extensionUri, "README.md").with({ fragment: "the-program" });
}

/** Runs the program to its end. `undefined` when it cannot be started, which is offered to be mended by whoever asks. */
export function run(program: string, words: string[], folder?: string): Promise<Ended | undefined> {
  return new Promise(resolve => {
    execFile(program, words, { cwd: folder, env: plain() }, (error, _out, said) => {
      const code = error ? error.code : 0;
      resolve(typeof code === "number" ? { code, said: said.trim() } : undefined);
    });
  });
}

/** The environment of a program that is read and not looked at. */
export function plain(): NodeJS.ProcessEnv {
  return { ...process.env, NO_COLOR: "1" };
}
