//! `undrawn-letter`: no font of ours has a letter, so that something is left out.

use crate::diagnostic::{Diagnostic, plural};
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("undrawn-letter", include_str!("undrawn-letter.md"));

/// So many sheets are there as Word documents only.
pub(crate) fn no_pdf(span: Span, letter: char, sheets: usize) -> Diagnostic {
    let message = match sheets {
        1 => format!("this sheet has no PDF: Twohats has no font with `{letter}`"),
        _ => format!(
            "{sheets} {} have no PDF: Twohats has no font with `{letter}`, which is the first",
            plural(sheets, "sheet")
        ),
    };
    Diagnostic::new(&RULE, span, message)
        .help("readers find the Word document, which has every letter; write the letter in another way, or lower this rule")
}

/// So many pictures beside links show the two hats only.
pub(crate) fn no_title(span: Span, letter: char, images: usize) -> Diagnostic {
    let message = match images {
        1 => format!(
            "the picture beside links to this page has no title: Twohats has no font with `{letter}`"
        ),
        _ => format!(
            "the pictures beside links to {images} pages have no titles: Twohats has no font with `{letter}`, which is the first"
        ),
    };
    Diagnostic::new(&RULE, span, message)
        .help("the link still says the title; a picture of your own, `assets/card.png` in your theme, takes the place of all of them")
}
