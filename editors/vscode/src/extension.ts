// The door: what happens when a folder with a book is opened, and when it is closed.

import * as vscode from "vscode";

import { books } from "./books";
import { Pages } from "./pages";
import { Previews } from "./previews";
import { findProgram, install } from "./program";
import { RULES, Rules } from "./rules";
import { Servers } from "./servers";

let servers: Servers | undefined;

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
    command("restart", start),
    vscode.workspace.onDidChangeConfiguration(event => event.affectsConfiguration("twohats.path") && start()),
    vscode.workspace.onDidChangeWorkspaceFolders(start),
  );
  const watcher = vscode.workspace.createFileSystemWatcher("**/book.toml", false, true, false);
  context.subscriptions.push(watcher, watcher.onDidCreate(start), watcher.onDidDelete(start));
  await start();
}

/** Starts a server for every book that is there now, in the place of those that run. */
async function start(): Promise<void> {
  const found = await books();
  await vscode.commands.executeCommand("setContext", "twohats.hasBook", found.length > 0);
  const program = found.length > 0 ? await findProgram() : undefined;
  if (program && "fault" in program) {
    await servers?.stop();
    void install(program.fault);
    return;
  }
  await servers?.start(program ? found : [], program?.path ?? "");
}

export async function deactivate(): Promise<void> {
  await servers?.stop();
}
