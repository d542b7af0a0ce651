// Keys at the head of the file that is open: whether it is a draft, and when it was reviewed. They are lines of its own, so
// that undo takes them back like anything that was typed.

import * as vscode from "vscode";

/** Makes a page a draft, or takes the line away that says so. */
export async function draft(): Promise<void> {
  await change((head, key) => (/^(yes|true)\b/.test(key("draft")?.value ?? "") ? remove(head, key("draft")) : put(head, key("draft"), "draft: yes")));
}

/** Notes this day as the one on which somebody read the whole page and found it true. */
export async function reviewed(day: Date): Promise<void> {
  const two = (number: number) => String(number).padStart(2, "0");
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  await change((head, key) => put(head, key("reviewed"), `reviewed: ${date}`));
}

/** The lines of a file that are keys, and which of them stands where. */
interface Head {
  document: vscode.TextDocument;
  first: number;
  /** The line behind the last one. */
  end: number;
}

interface Key {
  line: number;
  value: string;
}

type Find = (name: string) => Key | undefined;

async function change(edit: (head: Head, key: Find) => vscode.TextEdit): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const head = document && headOf(document);
  if (!head) {
    void vscode.window.showInformationMessage("This is no page of a playbook.");
    return;
  }
  const edits = new vscode.WorkspaceEdit();
  edits.set(document.uri, [edit(head, name => find(head, name))]);
  await vscode.workspace.applyEdit(edits);
}

function headOf(document: vscode.TextDocument): Head | undefined {
  const line = (at: number) => document.lineAt(at).text.trimEnd();
  if (/\.yaml$/.test(document.fileName)) return { document, first: 0, end: document.lineCount };
  if (!/\.md$/.test(document.fileName) || line(0) !== "---") return undefined;
  for (let at = 1; at < document.lineCount; at++) {
    if (line(at) === "---") return { document, first: 1, end: at };
  }
  return undefined;
}

function find({ document, first, end }: Head, name: string): Key | undefined {
  for (let line = first; line < end; line++) {
    const [key, ...value] = document.lineAt(line).text.split(":");
    if (key.trimEnd() === name) return { line, value: value.join(":").trim() };
  }
  return undefined;
}

/** A line in the place of a key's, or below the title where the key is missing. */
function put(head: Head, key: Key | undefined, text: string): vscode.TextEdit {
  if (key) {
    const { range } = head.document.lineAt(key.line);
    return vscode.TextEdit.replace(range, text);
  }
  const title = find(head, "title");
  const at = title ? behind(head, title) : head.first;
  // The last line of a file may have no end.
  const last = at >= head.document.lineCount;
  const place = last ? head.document.lineAt(head.document.lineCount - 1).range.end : new vscode.Position(at, 0);
  return vscode.TextEdit.insert(place, last ? `\n${text}` : `${text}\n`);
}

/** The line behind a key and all that goes on below it. */
function behind({ document, end }: Head, key: Key): number {
  let line = key.line + 1;
  while (line < end && /^[ \t]+\S/.test(document.lineAt(line).text)) line++;
  return line;
}

function remove(head: Head, key: Key | undefined): vscode.TextEdit {
  const line = head.document.lineAt(key?.line ?? 0);
  return vscode.TextEdit.delete(line.rangeIncludingLineBreak);
}
