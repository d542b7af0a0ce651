//! The blank sheets of templates: what they are made of, and for which of them there is no font.

use std::sync::Arc;

use rayon::prelude::*;

use crate::export::{Sheet, undrawn};
use crate::model::{Body, Entry, Playbook, Template};
use crate::theme::Theme;

use super::pagination::List;

/// What the sheet of a template is made of.
pub(super) fn sheet<'a>(
    (playbook, words): (&'a Playbook, &'a dyn Fn(&str) -> String),
    entry: &'a Entry,
    template: &'a Template,
) -> Sheet<'a> {
    let book = &playbook.book;
    Sheet {
        title: &entry.head.title.value,
        summary: entry.head.summary.as_ref(),
        template,
        book: &book.title,
        language: &book.language,
        words,
    }
}

/// The templates that have no PDF, each with a letter for which there is no font.
pub(super) fn without_pdf(
    playbook: &Playbook,
    theme: &Theme,
    templates: &List,
) -> Vec<(Arc<Entry>, char)> {
    let of = |entry: &Arc<Entry>| {
        let Body::Template(template) = &entry.body else { return None };
        let words = |key: &str| theme.wording.get(key).to_owned();
        let letter = undrawn(&sheet((playbook, &words), entry, template))?;
        Some((Arc::clone(entry), letter))
    };
    templates.par_iter().filter_map(of).collect()
}
