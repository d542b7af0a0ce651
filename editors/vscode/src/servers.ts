// A server for each book: `twohats lsp`, and the client that talks to it.

import * as path from "node:path";
import * as vscode from "vscode";
import { type DynamicFeature, ExecuteCommandRequest, LanguageClient, ResponseError, RevealOutputChannelOn, type StaticFeature } from "vscode-languageclient/node";

import { isInside } from "./books";
import { plain } from "./program";
import { RULE_PAGE } from "./rule-page";
import { quoted, refuse } from "./say";

/** The files of a book that the server knows, as they lie in its folder. A book in another one's folder has its own server. */
const FILES = "{book.toml,content/**,themes/**}";

/** A client that leaves the commands of its server alone: they have the same names for every book. */
class Client extends LanguageClient {
  override registerFeature(feature: StaticFeature | DynamicFeature<unknown>): void {
    const takesCommands = "registrationType" in feature && feature.registrationType.method === ExecuteCommandRequest.method;
    if (!takesCommands) super.registerFeature(feature);
  }
}

export class Servers implements vscode.Disposable {
  private readonly clients = new Map<string, Client>();
  /** What servers do by name, as actions on a text ask for it. */
  private readonly commands = new Map<string, vscode.Disposable>();
  /** What waits for a change that was asked for. */
  private changed = () => {};
  /** One start waits for the other, so that no server is left behind. */
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly output: vscode.LogOutputChannel) {}

  /** Starts one for each of these books, and ends those that run. */
  start(books: string[], program: string): Promise<void> {
    this.last = this.last.then(async () => {
      await this.end();
      for (const book of books) this.clients.set(book, this.client(book, program));
      // What stands against a start is shown by the client.
      await Promise.all([...this.clients.values()].map(client => this.begin(client).catch(error => this.output.error(String(error)))));
    });
    return this.last;
  }

  /** Ends all. */
  stop(): Promise<void> {
    return this.start([], "");
  }

  /**
   * Has the server of a file's book change something, and waits until it is changed: the server answers first. `undefined`
   * where it cannot, which is said.
   */
  async change<T>(name: string, file: vscode.Uri, ...more: string[]): Promise<T | undefined> {
    const changed = new Promise<void>(resolve => (this.changed = resolve));
    const done = await this.run<T>(name, file, ...more);
    if (done) await changed;
    return done?.result;
  }

  /** What a rule says, in Markdown: the same in every server that runs. */
  async rule(name: string): Promise<string | undefined> {
    const [client] = [...this.clients.values()].filter(client => client.isRunning());
    return client?.sendRequest<string>(ExecuteCommandRequest.method, { command: "twohats.explain", arguments: [name] });
  }

  private async run<T>(name: string, file: vscode.Uri, ...more: string[]): Promise<{ result: T } | undefined> {
    const client = this.clients.get(this.bookOf(file) ?? "");
    try {
      if (!client) throw new Error("No server runs for this file.");
      const asked = { command: name, arguments: [file.toString(), ...more] };
      return { result: await client.sendRequest<T>(ExecuteCommandRequest.method, asked) };
    } catch (error) {
      refuse(error);
      return undefined;
    }
  }

  /** The book of a file among those with a server: the innermost one. */
  private bookOf(file: vscode.Uri): string | undefined {
    const books = [...this.clients.keys()].sort().reverse();
    return books.find(book => isInside(book, file.fsPath));
  }

  dispose(): void {
    for (const command of this.commands.values()) command.dispose();
  }

  private async end(): Promise<void> {
    const running = [...this.clients.values()].filter(client => client.isRunning());
    this.clients.clear();
    await Promise.all(running.map(client => client.dispose().catch(error => this.output.warn(String(error)))));
  }

  private async begin(client: Client): Promise<void> {
    await client.start();
    for (const name of client.initializeResult?.capabilities.executeCommandProvider?.commands ?? []) {
      const run = async (file: string, ...more: string[]) => (await this.run(name, vscode.Uri.parse(file), ...more))?.result;
      if (!this.commands.has(name)) this.commands.set(name, vscode.commands.registerCommand(name, run));
    }
  }

  private client(book: string, program: string): Client {
    const uri = vscode.Uri.file(book);
    const name = path.basename(book);
    const executable = { command: program, args: ["lsp"], options: { cwd: book, env: plain() } };
    return new Client("twohats", `Twohats (${name})`, executable, {
      documentSelector: [{ scheme: "file", pattern: { baseUri: uri.toString(), pattern: FILES } }],
      initializationOptions: { rulePage: RULE_PAGE, inlay: vscode.workspace.getConfiguration("twohats").get("inlay") },
      synchronize: { configurationSection: "twohats" },
      workspaceFolder: { uri, name, index: 0 },
      outputChannel: this.output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticCollectionName: "twohats",
      middleware: {
        provideRenameEdits: async (document, place, name, token, next) => {
          try {
            return await next(document, place, name, token);
          } catch (error) {
            throw error instanceof ResponseError ? new Error(quoted(error.message)) : error;
          }
        },
        workspace: {
          willRenameFiles: async (event, next) => {
            const files = event.files.filter(({ oldUri }) => this.bookOf(oldUri) === book);
            if (files.length === 0) return undefined;
            try {
              return await next({ ...event, files });
            } catch (error) {
              // The editor moves the file all the same, and would keep this to itself.
              refuse(error);
              return undefined;
            }
          },
          handleApplyEdit: async (edit, next) => {
            try {
              return await next(edit, new vscode.CancellationTokenSource().token);
            } finally {
              this.changed();
            }
          },
        },
      },
    });
  }
}
