//! What the picture beside a link says.

use crate::card::{Card, social_card};
use crate::model::Key;

use super::frame::Scene;

/// The card of an entry, or that of the whole book.
pub fn card(scene: &Scene<'_>, of: Option<&Key>) -> Vec<u8> {
    let book = &scene.plan.playbook().book;
    let Some(key) = of else {
        let title = if book.description.is_empty() { &book.title } else { &book.description };
        return social_card(&Card { kind: "", title, book: &book.title });
    };
    let kind = format!("kinds.{}", key.0.folder());
    let title = &scene.plan.entry(key).head.title;
    social_card(&Card { kind: scene.word(&kind), title, book: &book.title })
}
