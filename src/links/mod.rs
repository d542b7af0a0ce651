//! Links that lead out of a book: what the web says of each, asked politely, and what an author is told. It must not know
//! where a book has them.

mod asking;
mod heard;
mod kept;

use std::collections::BTreeMap;

use crate::diagnostic::rules::{dead_link, moved_link};
use crate::diagnostic::{Diagnostic, sort};
use crate::model::{Playbook, fits};
use crate::source::Span;
use crate::web::Address;

pub use asking::ask;
pub use heard::Heard;
pub use kept::{Kept, NAME};

/// An address elsewhere, and where it is written.
pub type Outside = BTreeMap<String, Vec<Span>>;

/// The addresses of these that are asked for: those that are whole and that the book does not leave out.
#[must_use]
pub fn asked_for(outside: &Outside, playbook: &Playbook) -> BTreeMap<String, Address> {
    let ignored = &playbook.book.ignored_links;
    let own = playbook.book.site_url.as_deref();
    let is_ignored = |link: &str| {
        ignored.iter().any(|pattern| fits(pattern, link))
            || own.is_some_and(|own| link.starts_with(own))
    };
    let asked = outside.keys().filter(|link| !is_ignored(link));
    asked.filter_map(|link| Some((link.clone(), Address::parse(link)?))).collect()
}

/// What is wrong with links, at every place that has one, by what was heard of them.
#[must_use]
pub fn link_faults(
    outside: &Outside,
    playbook: &Playbook,
    heard: impl Fn(&str) -> Option<Heard>,
) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for (link, places) in outside {
        let Some(heard) = heard(link) else { continue };
        let at = |span: &Span| {
            let span = span.clone();
            match &heard {
                Heard::Gone(status) => Some(dead_link::gone(span, link, *status)),
                Heard::NoName => Some(dead_link::no_name(span, link)),
                Heard::Moved(to) => Some(moved_link::moved_link(span, link, to)),
                Heard::Well | Heard::Unknown(_) => None,
            }
        };
        faults.extend(places.iter().filter_map(at));
    }
    playbook.book.levels.apply(&mut faults);
    sort(&mut faults);
    faults
}
