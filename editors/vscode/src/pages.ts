// New pages, and pages that move: by the commands of the program, so that nothing is done in two ways.

import * as path from "node:path";
import * as vscode from "vscode";

import { bookAtHand, within } from "./books";
import { type Ended, install, programPath, run } from "./program";

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

/** Asks for a kind and a title, makes the page, and opens its file. */
export async function newPage(): Promise<void> {
  const book = await bookAtHand();
  if (!book) return;
  const kind = await vscode.window.showQuickPick(KINDS, { placeHolder: "What do you want to write?" });
  if (!kind) return;
  const title = await vscode.window.showInputBox({ prompt: "What is the page called? Its file is named after it." });
  if (!title?.trim()) return;
  // What begins with a hyphen is a title too.
  const ended = await done(["new", "--", kind.word, title], book);
  const made = ended && /made `(.+?)`/.exec(ended.said)?.[1];
  if (made) await show(path.join(book, made));
}

/** Asks where the open page is to be, and moves it with all that names it. */
export async function move(): Promise<void> {
  const open = vscode.window.activeTextEditor?.document.uri;
  const book = open && (await bookAtHand());
  if (!book) return;
  const old = within(book, open.fsPath);
  const name = path.basename(old);
  const value = await vscode.window.showInputBox({
    prompt: "Its new path. All links follow, and its old address leads to the new one.",
    value: old,
    valueSelection: [old.length - name.length, old.length - path.extname(name).length],
  });
  if (!value?.trim() || value === old) return;
  // The program reads what is on the disk.
  if (!(await vscode.workspace.saveAll(false))) return;
  const ended = await done(["mv", "--", old, value], book);
  const moved = ended && /moved `.+?` to `(.+?)`/.exec(ended.said)?.[1];
  if (!moved) return;
  await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  await show(path.join(book, moved));
}

/** Runs a command of the program in a book, and says what stood against it. */
async function done(words: string[], book: string): Promise<Ended | undefined> {
  const ended = await run(programPath(), words, book);
  if (!ended) {
    await install("The program `twohats` was not found.");
  } else if (ended.code !== 0) {
    void vscode.window.showErrorMessage(ended.said.replace(/^error: /, ""));
    return undefined;
  }
  return ended;
}

async function show(file: string): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.file(file));
}
