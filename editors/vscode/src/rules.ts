// The pages of rules, which the program has in it: what is wrong, why, and how it is mended. No network is needed to read one.

import * as path from "node:path";
import * as vscode from "vscode";

import { textAtHand } from "./books";
import { RULE_PAGE } from "./rule-page";
import { tell } from "./say";
import type { Servers } from "./servers";

export { RULES } from "./rule-page";

export class Rules implements vscode.TextDocumentContentProvider {
  constructor(private readonly servers: Servers) {}

  /** The text of a page, for whoever follows a link to it. */
  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const name = path.posix.basename(uri.path, ".md");
    return (await this.servers.rule(name)) ?? "The server of this book does not run. Open a file of the book first.";
  }

  /** Shows the page of the rule that is told at the cursor; asks which one where there are several in the text. */
  async explain(): Promise<void> {
    const editor = textAtHand();
    const told = editor ? vscode.languages.getDiagnostics(editor.document.uri).filter(one => one.source === "twohats") : [];
    const here = told.filter(one => editor?.selection && one.range.contains(editor.selection.active));
    const names = [...new Set((here.length > 0 ? here : told).map(nameOf))].sort();
    if (names.length === 0) {
      tell("Twohats tells of nothing in this text.");
      return;
    }
    const name = names.length === 1 ? names[0] : await vscode.window.showQuickPick(names, { placeHolder: "Which rule?" });
    if (name) await vscode.commands.executeCommand("markdown.showPreview", vscode.Uri.parse(RULE_PAGE.replace("{rule}", name)));
  }
}

/** The rule of a diagnostic: its code, which stands beside its link where it has one. */
function nameOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}
