// The preview beside the text: `twohats serve` for a book, and its pages in a panel of the editor.

import { ChildProcess, spawn } from "node:child_process";
import * as readline from "node:readline";
import * as vscode from "vscode";

import { bookAtHand, textAtHand, within } from "./books";
import { findProgram, install, plain } from "./program";
import { refuse } from "./say";

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
    const file = textAtHand()?.document.uri.fsPath;
    const book = await bookAtHand();
    if (!book) return;
    const running = this.running.get(book) ?? (await this.begin(book));
    const address = await running?.address;
    if (!address) return;
    // Some who make an address reachable leave out what stands behind its port, or the last `/`.
    const base = await vscode.env.asExternalUri(vscode.Uri.parse(address, true));
    const first = new URL(base.toString(true));
    if (!first.pathname.endsWith("/")) first.pathname += "/";
    const page = vscode.Uri.parse(new URL(file ? pageOf(within(book, file)) : "", first).toString(), true);
    if (vscode.env.uiKind === vscode.UIKind.Web && !isOfThisMachine(base)) {
      // A window that is itself a page of the web is not let show it.
      await vscode.env.openExternal(page);
      return;
    }
    const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    await vscode.commands.executeCommand("simpleBrowser.api.open", page, beside);
  }

  /** Ends all of them. */
  dispose(): void {
    for (const { process } of this.running.values()) process.kill();
    this.running.clear();
    this.tell();
  }

  /** Starts one, unless another has begun while the program was looked for. */
  private async begin(book: string): Promise<Running | undefined> {
    const program = await findProgram();
    if ("path" in program) return this.running.get(book) ?? this.start(book, program.path);
    void install(program.fault);
    return undefined;
  }

  private start(book: string, program: string): Running {
    // A link on a page leads back into this editor, whatever its name.
    const editor = `${vscode.env.uriScheme}://file{path}:{line}:{column}`;
    const child = spawn(program, ["serve", "--in-editor", "--editor", editor], { cwd: book, env: plain(), stdio: ["ignore", "ignore", "pipe"] });
    let last: string[] = [];
    const address = new Promise<string | undefined>(resolve => {
      readline.createInterface(child.stderr).on("line", line => {
        this.output.info(line);
        last = [...last, line].slice(-2);
        const told = /http:\/\/\S+\//.exec(line);
        if (told && line.includes("your playbook is at")) resolve(told[0]);
      });
      child.on("error", error => (last = [error.message]));
      child.on("close", code => {
        // It ends by itself only when something is wrong.
        if (this.forget(book, child) && code !== null) refuse(`The preview has ended. ${last.join(" ")}`);
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

/** Whether an address leads to this machine, as the one does that a preview has. */
function isOfThisMachine({ authority }: vscode.Uri): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(authority);
}

/** The address of a file's page, from the first page on; that one where a file has none. */
function pageOf(file: string): string {
  const inside = /^content\/(.*)\.(?:yaml|md)$/.exec(file)?.[1] ?? "";
  if (!inside.includes("/")) return "";
  const page = inside.replace(/(^|\/)home$/, "$1index");
  return encodeURI(`${page}.html`);
}
