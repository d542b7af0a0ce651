//! `vanished-id`: an id under which readers keep answers is gone.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("vanished-id", include_str!("vanished-id.md"));

/// A field or a column that was published and is no more.
pub(crate) struct Vanished<'a> {
    pub template: &'a str,
    /// The id, for a column with that of its table before it: `requests.cost`.
    pub id: &'a str,
    /// The field that most likely replaced it: its label.
    pub heir: Option<&'a str>,
    /// The line to add there: `was: cost`.
    pub was: &'a str,
    /// The line that says it is meant to go: `retired: [cost]`.
    pub retired: &'a str,
}

pub(crate) fn vanished_field(span: Span, vanished: &Vanished<'_>) -> Diagnostic {
    let Vanished { template, id, heir, was, retired } = vanished;
    let message = format!("the template `{template}` no longer has the id `{id}`");
    let heir = heir.map_or_else(
        || format!("add the line `{was}` to the field that replaced it"),
        |label| format!("if `{label}` replaced it, add the line `{was}` to that field"),
    );
    let help = format!("{heir}; if it is meant to go, add the line `{retired}` to the template");
    Diagnostic::new(&RULE, span, message).help(help)
}

/// What copies were known by, and by what is written now they are not. `lines` are to be written below `[book]`.
pub(crate) fn vanished_book(span: Span, gone: &str, lines: &str) -> Diagnostic {
    let message =
        format!("the copies that readers keep under `{gone}` would not be found any more");
    Diagnostic::new(&RULE, span, message)
        .help(format!("write {lines} below `[book]` in `book.toml`"))
}

/// A template that was published and is no more. `heir` is the path of the file that most likely replaced
/// it, with the line to add there; `retired` the line of `book.toml` that says it is meant to go.
pub(crate) fn vanished_template(
    span: Span,
    id: &str,
    heir: Option<(&str, &str)>,
    retired: &str,
) -> Diagnostic {
    let message = format!("the template `{id}` is no longer there");
    let heir = heir.map_or_else(
        || format!("add the line `was: {id}` to the template that replaced it"),
        |(path, was)| format!("if `{path}` replaced it, add the line `{was}` there"),
    );
    let help = format!(
        "{heir}; if it is meant to go, add the line `{retired}` below `[templates]` in `book.toml`"
    );
    Diagnostic::new(&RULE, span, message).help(help)
}
