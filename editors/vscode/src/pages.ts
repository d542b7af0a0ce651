// What is done with pages: new ones, those that move, drafts and reviews. The server does all of it, by edits that undo takes
// back.

import * as path from "node:path";
import * as vscode from "vscode";

import { bookAtHand, bookOf, textAtHand, within } from "./books";
import { tell } from "./say";
import type { Servers } from "./servers";

interface Kind extends vscode.QuickPickItem {
  word: string;
}

/** The kinds of pages, each with its sign. */
const KINDS: Kind[] = [
  { word: "scenario", label: "$(comment-discussion) Situation", detail: "What happens at work, and what each hat says and does" },
  { word: "template", label: "$(checklist) Sheet", detail: "A page that readers fill in" },
  { word: "guide", label: "$(book) Guide", detail: "Words in Markdown" },
  { word: "comparison", label: "$(split-horizontal) Comparison", detail: "Rows in which both hats stand side by side" },
  { word: "check", label: "$(tasklist) Self-check", detail: "Two lists to tick, which show the hat that is needed" },
];

export class Pages {
  constructor(private readonly servers: Servers) {}

  /** Asks for a kind and a title, makes the page, and opens its file. */
  async add(): Promise<void> {
    const book = await bookAtHand();
    if (!book) return;
    const kind = await vscode.window.showQuickPick(KINDS, { placeHolder: "What do you want to write?" });
    if (!kind) return;
    const title = await vscode.window.showInputBox({ prompt: "What is the page called? Its file is named after it." });
    if (!title?.trim()) return;
    const settings = vscode.Uri.file(path.join(book, "book.toml"));
    const made = await this.servers.change<string>("twohats.new", settings, kind.word, title);
    if (made) await vscode.window.showTextDocument(vscode.Uri.parse(made));
  }

  /** Asks where the open page is to be, and moves it with all that names it. */
  async move(): Promise<void> {
    const page = await this.open();
    if (!page) return;
    const old = within(page.book, page.file.fsPath);
    const name = path.basename(old);
    const value = await vscode.window.showInputBox({
      prompt: "Its new path. All links follow, and its old address leads to the new one.",
      value: old,
      valueSelection: [old.length - name.length, old.length - path.extname(name).length],
    });
    if (value?.trim() && value !== old) await this.servers.change("twohats.move", page.file, value);
  }

  /** Makes the open page a draft, or no draft any more. */
  async draft(): Promise<void> {
    const page = await this.open();
    if (page) await this.servers.change("twohats.draft", page.file);
  }

  /** Notes that somebody read the whole open page today and found it true. */
  async reviewed(): Promise<void> {
    const page = await this.open();
    if (page) await this.servers.change("twohats.reviewed", page.file);
  }

  /** The file that is open, with its book. `undefined` where it has none, which is said. */
  private async open(): Promise<{ file: vscode.Uri; book: string } | undefined> {
    const file = textAtHand()?.document.uri;
    const book = file?.scheme === "file" ? await bookOf(file.fsPath) : undefined;
    if (file && book) return { file, book };
    tell("Open a page of a playbook first.");
    return undefined;
  }
}
