// The books of what is open: folders with a `book.toml`.

import * as path from "node:path";
import * as vscode from "vscode";

import { tell } from "./say";

/** Folders in which no author writes. */
const OTHERS = "**/{node_modules,target,.git}/**";

/** The folder of every book, the outer ones first. */
export async function books(): Promise<string[]> {
  const files = await vscode.workspace.findFiles("**/book.toml", OTHERS);
  return files.map(file => path.dirname(file.fsPath)).sort();
}

/** The folder of the book that a file belongs to: the innermost one. */
export async function bookOf(file: string): Promise<string | undefined> {
  return (await books()).reverse().find(book => isInside(book, file));
}

export function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== "" && !way.startsWith("..") && !path.isAbsolute(way);
}

/** The text that a command is for: the one with the cursor, or the only one in sight while the preview beside it has that. */
export function textAtHand(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const inSight = visibleTextEditors.filter(one => one.document.uri.scheme === "file");
  return activeTextEditor ?? (inSight.length === 1 ? inSight[0] : undefined);
}

/**
 * The book that a command is for: that of the file that is open, or the only one, or the one that is chosen.
 * `undefined` when there is none, which is said, or when none was chosen.
 */
export async function bookAtHand(): Promise<string | undefined> {
  const open = textAtHand()?.document.uri;
  const its = open?.scheme === "file" ? await bookOf(open.fsPath) : undefined;
  if (its) return its;
  const all = await books();
  if (all.length === 0) {
    tell("No playbook is open. Open its folder, the one with the `book.toml`.");
    return undefined;
  }
  if (all.length === 1) return all[0];
  const items = all.map(book => ({ label: vscode.workspace.asRelativePath(book), book }));
  return (await vscode.window.showQuickPick(items, { placeHolder: "Which playbook?" }))?.book;
}

/** The path of a file as its book sees it, with `/`. */
export function within(book: string, file: string): string {
  return path.relative(book, file).split(path.sep).join("/");
}
