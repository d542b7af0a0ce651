//! What the picture beside a link says.

use crate::model::Entry;
use crate::social_image::{Colours, SocialImage, social_image as draw};

use super::page_context::PageContext;

/// The social image of an entry, or that of the whole book, as PNG.
pub(super) fn social_image(context: &PageContext<'_>, of: Option<&Entry>) -> Vec<u8> {
    let book = &context.plan.playbook().book;
    let of_theme = context.plan.theme().colours;
    let colours = Colours {
        page: of_theme.page,
        ink: of_theme.text,
        quiet: of_theme.quiet,
        leader: of_theme.leader,
        manager: of_theme.manager,
    };
    let Some(entry) = of else {
        let title = if book.description.is_empty() { &book.title } else { &book.description };
        return draw(&SocialImage { kind: "", title, book: &book.title, colours });
    };
    let kind = format!("kinds.{}", entry.kind().folder());
    let title = &entry.head.title.value;
    draw(&SocialImage { kind: context.word(&kind), title, book: &book.title, colours })
}
