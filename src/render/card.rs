//! What the picture beside a link says.

use crate::card::{Card, Colours, social_card};
use crate::model::Entry;

use super::scene::Scene;

/// The card of an entry, or that of the whole book.
pub fn card(scene: &Scene<'_>, of: Option<&Entry>) -> Vec<u8> {
    let book = &scene.plan.playbook().book;
    let of_theme = scene.plan.theme().colours;
    let colours = Colours {
        page: of_theme.page,
        ink: of_theme.text,
        quiet: of_theme.quiet,
        leader: of_theme.leader,
        manager: of_theme.manager,
    };
    let Some(entry) = of else {
        let title = if book.description.is_empty() { &book.title } else { &book.description };
        return social_card(&Card { kind: "", title, book: &book.title, colours });
    };
    let kind = format!("kinds.{}", entry.kind().folder());
    let title = &entry.head.title.value;
    social_card(&Card { kind: scene.word(&kind), title, book: &book.title, colours })
}
