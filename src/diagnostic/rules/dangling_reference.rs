//! `dangling-reference`: an id names something that the book does not have.

use crate::diagnostic::{Diagnostic, Names};
use crate::source::Span;

use super::Rule;
use crate::diagnostic::choice::list_of;

pub(crate) static RULE: Rule =
    Rule::error("dangling-reference", include_str!("dangling-reference.md"));

/// `what` is the kind of thing that was looked for: `scenario`, `template`, `field`.
pub(crate) fn dangling_reference(span: Span, what: &str, id: &str, names: &Names) -> Diagnostic {
    let message = format!("no {what} is called `{id}`");
    let help = match (names.nearest(id), names.all()) {
        (Some(near), _) => format!("did you mean `{near}`?"),
        (None, []) => format!("there is no {what} yet"),
        (None, few) if few.len() <= 12 => format!("there is {}", list_of(few, "and")),
        (None, many) => {
            let some = list_of(&many[..8], "and");
            format!("there are {} to choose from, such as {some}", many.len())
        }
    };
    Diagnostic::new(&RULE, span, message).help(help)
}

/// A thing names itself among others.
pub(crate) fn names_itself(span: Span, what: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("this {what} names itself")).help("take the id out")
}

/// Several have the name, each in a folder of its own; `ids` are their names with the folders.
pub(crate) fn name_of_several(span: Span, what: &str, name: &str, ids: &[String]) -> Diagnostic {
    let message = format!("{} {what}s are called `{name}`", ids.len());
    let help = format!("name the folder too: write {}", list_of(ids, "or"));
    Diagnostic::new(&RULE, span, message).help(help)
}

/// The book has none of its kind; `looked_for` is the file that would be it.
pub(crate) fn nothing_of_its_kind(
    span: Span,
    what: &str,
    id: &str,
    looked_for: &str,
) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("no {what} is called `{id}`"))
        .help(format!("there is no file `{looked_for}`: make it, or take the id out"))
}

/// The thing is there, and is a draft.
pub(crate) fn reference_to_draft(span: Span, what: &str, id: &str) -> Diagnostic {
    let message = format!("the {what} `{id}` is a draft, which is not published");
    Diagnostic::new(&RULE, span, message)
        .help("take the id out, or remove `draft: yes` from that file")
}
