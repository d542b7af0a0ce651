//! `no-front-matter`: guides have a heading and nothing above it.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("no-front-matter", include_str!("no-front-matter.md"));

/// `span` is in the first of so many guides.
pub(crate) fn no_front_matter(span: Span, guides: usize) -> Diagnostic {
    let message = match guides {
        1 => String::from("this guide has no front matter, and its first heading is its title"),
        _ => format!(
            "{guides} guides have no front matter, this one first, and their first headings are their titles"
        ),
    };
    Diagnostic::new(&RULE, span, message).help(
        "that is enough for a page; to give it a summary, topics or a date of review, put keys above it between two lines \
         `---`, or write `no-front-matter = \"off\"` below a line `[rules]` in `book.toml`",
    )
}
