//! What all pages of a language share.

use tera::Context;

use crate::model::direction;
use crate::plan::Plan;

use super::body::Placement;
use super::look::look;
use super::view::{OriginalView, SiteView, Words};

/// What all pages share.
pub(super) fn shared(plan: &Plan) -> Context {
    let book = &plan.playbook().book;
    let is_described = book.own_language().is_some_and(|own| own.description.is_some());
    let marks = if is_described { String::new() } else { book.original_marks() };
    let site = SiteView {
        id: book.id.clone(),
        name: book.name.clone(),
        was: book.was.iter().map(|was| was.value.clone()).collect(),
        title: book.title.clone(),
        description: Words::new(&book.description, marks),
        direction: direction(&book.language),
        language: book.language.clone(),
        url: plan.site_url().map(str::to_owned),
        extra: book.extra.clone(),
        generator: concat!("Twohats ", env!("CARGO_PKG_VERSION")).to_owned(),
    };
    let mut context = Context::new();
    context.insert("site", &site);
    context.insert("look", &book.look.as_ref().map(|one| look(plan, one)));
    context.insert("words", &plan.theme().wording);
    context.insert("original", &None::<OriginalView>);
    context.insert("here", &Placement::Alone.view());
    context
}
