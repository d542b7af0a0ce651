// A server for each book: `twohats lsp`, and the client that talks to it.

import * as path from "node:path";
import * as vscode from "vscode";
import { LanguageClient, RevealOutputChannelOn } from "vscode-languageclient/node";

import { plain } from "./program";

/** The files of a book that the server knows, as they lie in its folder. A book in another one's folder has its own server. */
const FILES = "{book.toml,content/**,themes/**}";

export class Servers {
  private clients: LanguageClient[] = [];
  /** One start waits for the other, so that no server is left behind. */
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly output: vscode.LogOutputChannel) {}

  /** Starts one for each of these books, and ends those that run. */
  start(books: string[], program: string): Promise<void> {
    this.last = this.last.then(async () => {
      await this.end();
      this.clients = books.map(book => this.client(book, program));
      // What stands against a start is shown by the client.
      await Promise.all(this.clients.map(client => client.start().catch(error => this.output.error(String(error)))));
    });
    return this.last;
  }

  /** Ends all. */
  stop(): Promise<void> {
    return this.start([], "");
  }

  private async end(): Promise<void> {
    const running = this.clients.filter(client => client.isRunning());
    await Promise.all(running.map(client => client.dispose().catch(error => this.output.warn(String(error)))));
  }

  private client(book: string, program: string): LanguageClient {
    const uri = vscode.Uri.file(book);
    const name = path.basename(book);
    const executable = { command: program, args: ["lsp"], options: { cwd: book, env: plain() } };
    return new LanguageClient("twohats", `Twohats (${name})`, executable, {
      documentSelector: [{ scheme: "file", pattern: { baseUri: uri.toString(), pattern: FILES } }],
      workspaceFolder: { uri, name, index: 0 },
      outputChannel: this.output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticCollectionName: "twohats",
    });
  }
}
