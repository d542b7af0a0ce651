//! What an editor was told, beside what `check` would tell of the same texts.

use serde_json::Value;
use testkit::editor::{Editor, position};
use testkit::{Book, Project};
use twohats::diagnostic::{Diagnostic, Severity};

/// The first of December 2026, on which the books of the tests are read.
const DAY: &str = "1796083200";

/// An editor on a project, on the day of the tests.
#[track_caller]
pub(crate) fn begun(project: &Project) -> Editor {
    let mut command = project.command(&["lsp"]);
    command.env("SOURCE_DATE_EPOCH", DAY);
    Editor::of(command, &project.path(""), &Value::Null)
}

/// Each diagnostic that `check` tells, with its place, in an order of its own.
pub(crate) fn expected(book: &Book) -> Vec<String> {
    let line = |one: &Diagnostic| {
        let text = one.span.source().text();
        let place = |at: usize| position(text, at);
        let range = one.span.range();
        let severity = match one.severity() {
            Severity::Error => 1,
            Severity::Warning => 2,
        };
        let places = (place(range.start), place(range.end));
        let help = one.help.as_ref().map_or_else(String::new, |help| format!("\nhelp: {help}"));
        let path = one.span.source().path();
        format!(
            "{path} {} {} {severity} {} {}{help}",
            places.0, places.1, one.rule.name, one.message
        )
    };
    sorted(book.diagnostics().iter().map(line).collect())
}

/// Each diagnostic that the editor was told, in the same words.
pub(crate) fn found(editor: &Editor) -> Vec<String> {
    let each = editor.told.iter().flat_map(|(path, notes)| {
        notes.iter().map(move |note| {
            let (range, text) =
                (&note["range"], |name: &str| note[name].as_str().unwrap_or_default());
            let (start, end) = (&range["start"], &range["end"]);
            format!(
                "{path} {start} {end} {} {} {}",
                note["severity"],
                text("code"),
                text("message")
            )
        })
    });
    sorted(each.collect())
}

fn sorted(mut lines: Vec<String>) -> Vec<String> {
    lines.sort();
    lines
}
