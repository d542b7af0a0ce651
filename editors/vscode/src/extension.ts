// The door: what happens when a folder with a book is opened, and when it is closed.

import * as vscode from "vscode";

import { books } from "./books";
import { Pages } from "./pages";
import { Previews } from "./previews";
import { findProgram, install, type Program } from "./program";
import { RULES, Rules } from "./rules";
import { quoted } from "./say";
import { Servers } from "./servers";

let servers: Servers | undefined;
/** What stands below the text while there is no program that will do: a message alone goes by. */
let lacking: vscode.StatusBarItem | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Twohats", { log: true });
  const previews = new Previews(output);
  servers = new Servers(output);
  const pages = new Pages(servers);
  const rules = new Rules(servers);
  const command = (name: string, run: () => unknown) => vscode.commands.registerCommand(`twohats.${name}`, run);
  context.subscriptions.push(
    output,
    previews,
    servers,
    command("preview", () => previews.open()),
    command("stopPreview", () => previews.dispose()),
    command("newPage", () => pages.add()),
    command("movePage", () => pages.move()),
    command("toggleDraft", () => pages.draft()),
    command("noteReview", () => pages.reviewed()),
    command("explainRule", () => rules.explain()),
    vscode.workspace.registerTextDocumentContentProvider(RULES, rules),
    command("restart", () => start()),
    vscode.workspace.onDidChangeConfiguration(event => event.affectsConfiguration("twohats.path") && start()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => start()),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && lacking && again()),
  );
  const watcher = vscode.workspace.createFileSystemWatcher("**/book.toml", false, true, false);
  context.subscriptions.push(watcher, watcher.onDidCreate(() => start()), watcher.onDidDelete(() => start()));
  await start();
}

/** Looks for the program once more, since somebody comes back who may have installed it. */
async function again(): Promise<void> {
  const program = await findProgram();
  if ("path" in program) await start(program);
}

/** Starts a server for every book that is there now, in the place of those that run. */
async function start(found?: Program): Promise<void> {
  const all = await books();
  await vscode.commands.executeCommand("setContext", "twohats.hasBook", all.length > 0);
  const program = all.length > 0 ? (found ?? (await findProgram())) : undefined;
  const fault = program && "fault" in program ? program.fault : undefined;
  lack(fault);
  if (fault) void install(fault);
  await servers?.start(program && "path" in program ? all : [], program && "path" in program ? program.path : "");
}

/** Shows that the program is lacking, or no longer does. */
function lack(fault: string | undefined): void {
  lacking?.dispose();
  lacking = fault === undefined ? undefined : vscode.window.createStatusBarItem("twohats.lacking", vscode.StatusBarAlignment.Left);
  if (!lacking) return;
  Object.assign(lacking, { name: "Twohats", text: "$(warning) Twohats", tooltip: quoted(fault ?? ""), command: "twohats.restart" });
  lacking.backgroundColor = new vscode.ThemeColor("statusBarItem.warningBackground");
  lacking.show();
}

export async function deactivate(): Promise<void> {
  lack(undefined);
  await servers?.stop();
}
