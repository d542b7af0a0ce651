// The preview beside the text: `twohats serve` for a book, and its pages in a panel of the editor.

import { ChildProcess, spawn } from "node:child_process";
import * as readline from "node:readline";
import * as vscode from "vscode";

import { bookAtHand, within } from "./books";
import { install, plain, programPath } from "./program";

/** A preview that runs, and where it is once it has told. */
interface Running {
  process: ChildProcess;
  address: Promise<string | undefined>;
}

export class Previews implements vscode.Disposable {
  private readonly running = new Map<string, Running>();

  constructor(private readonly output: vscode.LogOutputChannel) {}

  /** Shows the page of the file that is open beside it, and starts the preview of its book where none runs. */
  async open(): Promise<void> {
    const file = vscode.window.activeTextEditor?.document.uri.fsPath;
    const book = await bookAtHand();
    if (!book) return;
    const running = this.running.get(book) ?? this.start(book);
    const address = await running.address;
    if (!address) return;
    const page = new URL(file ? pageOf(within(book, file)) : "", address).toString();
    const reachable = await vscode.env.asExternalUri(vscode.Uri.parse(page, true));
    const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    await vscode.commands.executeCommand("simpleBrowser.api.open", reachable, beside);
  }

  /** Ends all of them. */
  dispose(): void {
    for (const { process } of this.running.values()) process.kill();
    this.running.clear();
    this.tell();
  }

  private start(book: string): Running {
    // A link on a page leads back into this editor, whatever its name.
    const editor = `${vscode.env.uriScheme}://file{path}:{line}:{column}`;
    const child = spawn(programPath(), ["serve", "--in-editor", "--editor", editor], { cwd: book, env: plain(), stdio: ["ignore", "ignore", "pipe"] });
    let last: string[] = [];
    const address = new Promise<string | undefined>(resolve => {
      readline.createInterface(child.stderr).on("line", line => {
        this.output.info(line);
        last = [...last, line].slice(-2);
        const told = /http:\/\/\S+\//.exec(line);
        if (told && line.includes("your playbook is at")) resolve(told[0]);
      });
      child.on("error", () => {
        this.forget(book, child);
        void install("The program `twohats` was not found.");
        resolve(undefined);
      });
      child.on("close", code => {
        // It ends by itself only when something is wrong.
        if (this.forget(book, child) && code !== null) {
          void vscode.window.showErrorMessage(`The preview has ended. ${last.join(" ")}`);
        }
        resolve(undefined);
      });
    });
    const running = { process: child, address };
    this.running.set(book, running);
    this.tell();
    return running;
  }

  /** Takes a preview that has ended off the list, if it is still there. */
  private forget(book: string, child: ChildProcess): boolean {
    const isThere = this.running.get(book)?.process === child;
    if (isThere) this.running.delete(book);
    this.tell();
    return isThere;
  }

  private tell(): void {
    void vscode.commands.executeCommand("setContext", "twohats.isShown", this.running.size > 0);
  }
}

/** The address of a file's page, from the first page on; that one where a file has none. */
function pageOf(file: string): string {
  const inside = /^content\/(.*)\.(?:yaml|md)$/.exec(file)?.[1] ?? "";
  if (!inside.includes("/")) return "";
  const page = inside.replace(/(^|\/)home$/, "$1index");
  return encodeURI(`${page}.html`);
}
