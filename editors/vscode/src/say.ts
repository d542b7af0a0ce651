// What is told to people in a message of the editor, which shows letters as they are: a name stands between quotation marks there.

import * as vscode from "vscode";

/** Tells something that is no fault. */
export function tell(text: string): void {
  void vscode.window.showInformationMessage(quoted(text));
}

/** Tells what is wrong, and gives what was chosen of the ways to mend it. */
export function warn<T extends string>(text: string, ...ways: T[]): Thenable<T | undefined> {
  return vscode.window.showWarningMessage(quoted(text), ...ways);
}

/** Tells that something was not done, and why. */
export function refuse(error: unknown): void {
  void vscode.window.showErrorMessage(quoted(error instanceof Error ? error.message : String(error)));
}

/** The program and its server write names as Markdown does. */
export function quoted(text: string): string {
  return text.replace(/`([^`]*)`/g, "“$1”");
}
