//! What the picture beside a link says.

use crate::model::Entry;
use crate::plan::Plan;
use crate::social_image::{Colours, SocialImage, social_image as draw};

use super::page_context::PageContext;

/// The social image of an entry, or that of the whole book, as PNG.
pub(super) fn social_image(context: &PageContext<'_>, of: Option<&Entry>) -> Vec<u8> {
    with_image(context, of, draw)
}

/// All that it is drawn of.
pub(super) fn drawn_of(context: &PageContext<'_>, of: Option<&Entry>) -> String {
    with_image(context, of, |image| format!("{image:?}"))
}

fn with_image<T>(
    context: &PageContext<'_>,
    of: Option<&Entry>,
    make: impl FnOnce(&SocialImage<'_>) -> T,
) -> T {
    let book = &context.plan.playbook().book;
    let colours = colours(context.plan);
    let logo = context.plan.card_logo();
    let Some(entry) = of else {
        let title = if book.description.is_empty() { &book.title } else { &book.description };
        return make(&SocialImage { kind: "", title, book: &book.title, logo, colours });
    };
    let kind = format!("kinds.{}", entry.kind().folder());
    let title = &entry.head.title.value;
    make(&SocialImage { kind: context.word(&kind), title, book: &book.title, logo, colours })
}

/// The colours of pictures that are drawn: those of the theme.
pub(super) fn colours(plan: &Plan) -> Colours {
    let of_theme = plan.theme().colours;
    Colours {
        page: of_theme.page,
        ink: of_theme.text,
        quiet: of_theme.quiet,
        leader: of_theme.leader,
        manager: of_theme.manager,
    }
}
