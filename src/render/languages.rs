//! The same page in the other languages of the book.

use crate::model::{HOME, SitePath, direction};
use crate::plan::{Page, Plan};

use super::page_context::{PageContext, address};
use super::view::LanguageLink;

/// The page in every language, where there is more than one. `root` is set where addresses start at the root
/// of the site.
pub(super) fn links(context: &PageContext<'_>, root: Option<&str>) -> Vec<LanguageLink> {
    if context.site.plans().nth(1).is_none() {
        return Vec::new();
    }
    let url = context.plan.site_url().filter(|_| is_translated(context.plan, context.path));
    let here = context.whole();
    let links = context.site.plans().map(|plan| {
        let book = &plan.playbook().book;
        let path = Some(context.path).filter(|path| root.is_none() && plan.page(path).is_some());
        let there = plan.folder().whole(path.unwrap_or(&HOME));
        let url = url.filter(|_| path.is_some_and(|path| is_translated(plan, path)));
        LanguageLink {
            tag: book.language.clone(),
            direction: direction(&book.language),
            name: book.own_language().map_or(&book.language, |own| &own.name).clone(),
            href: root.map_or_else(|| here.href(&there), |root| format!("{root}{there}")),
            url: url.map(|url| address(url, &there)),
            current: plan.folder() == context.folder,
        }
    });
    links.collect()
}

/// The path in the whole site that a page is known by: one that is not translated is the original.
pub(super) fn canonical(context: &PageContext<'_>) -> SitePath {
    let is_translated = is_translated(context.plan, context.path);
    if is_translated { context.whole() } else { context.path.clone() }
}

fn is_translated(plan: &Plan, path: &SitePath) -> bool {
    !matches!(plan.page(path), Some(Page::Entry(entry, _)) if plan.is_untranslated(entry))
}
