//! The blank sheets of templates: what they are made of, and for which of them there is no font.

use std::sync::Arc;

use rayon::prelude::*;

use crate::export::{Colours, Sheet, undrawn};
use crate::model::{Body, Entry, Playbook, Template};
use crate::theme::Theme;

use super::pagination::List;

/// What the sheet of a template is made of.
pub(super) fn sheet<'a>(
    (playbook, theme): (&'a Playbook, &Theme),
    words: &'a dyn Fn(&str) -> String,
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
        colours: theme.on_paper.map(|of| Colours {
            leader: of.leader,
            manager: of.manager,
            line: of.link,
        }),
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
        let letter = undrawn(&sheet((playbook, theme), &words, entry, template))?;
        Some((Arc::clone(entry), letter))
    };
    templates.par_iter().filter_map(of).collect()
}
