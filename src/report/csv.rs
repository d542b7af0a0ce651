//! Every page of a report as a line of a table, for programs that read comma-separated values (RFC 4180).

use super::{Page, Report};

/// The names of the columns.
const COLUMNS: [&str; 10] = [
    "page",
    "kind",
    "title",
    "owner",
    "reviewers",
    "reviewed",
    "due",
    "words",
    "minutes",
    "named_by",
];

/// The pages as CSV, the names of the columns first.
#[must_use]
pub fn csv(report: &Report) -> String {
    let lines = report.pages.iter().map(|page| line(page).join(","));
    let lines = std::iter::once(COLUMNS.join(",")).chain(lines);
    lines.map(|line| line + "\r\n").collect()
}

fn line(page: &Page) -> [String; 10] {
    let Page { page, kind, title, words, minutes, reviewed, owner, reviewers, due, named_by } =
        page;
    let maybe = |text: &Option<String>| quoted(text.as_deref().unwrap_or_default());
    [
        quoted(page.as_str()),
        quoted(kind),
        quoted(title),
        maybe(owner),
        maybe(reviewers),
        maybe(reviewed),
        maybe(due),
        words.to_string(),
        minutes.to_string(),
        named_by.to_string(),
    ]
}

/// A text that a spreadsheet shows and never works out.
fn quoted(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
