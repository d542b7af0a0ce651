//! `undrawn-logo`: pictures beside links that stand without the owner's logo.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::undrawn_logo::undrawn_logo as note;
use crate::plan::Page;
use crate::render::Site;

pub(super) fn undrawn_logo(site: &Site) -> Vec<Diagnostic> {
    let plan = site.plan();
    let book = &plan.playbook().book;
    let logo = book.look.as_ref().and_then(|look| look.logo_card.as_ref());
    let is_drawn = || plan.card_logo().is_some();
    let has_images = || plan.pages().values().any(|page| matches!(page, Page::SocialImage(_)));
    let logo = logo.filter(|_| has_images() && !is_drawn());
    let mut faults: Vec<Diagnostic> =
        logo.into_iter().map(|logo| note(logo.span.clone(), &logo.value)).collect();
    book.levels.apply(&mut faults);
    faults
}
