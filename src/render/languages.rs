//! The same page in the other languages of the book.

use crate::model::{HOME, SitePath, direction};
use crate::plan::{Page, Plan};

use super::scene::{Scene, address};
use super::view::LanguageLink;

/// The page in every language, where there is more than one. `root` is set where addresses start at the root
/// of the site.
pub fn links(scene: &Scene<'_>, root: Option<&str>) -> Vec<LanguageLink> {
    if scene.site.plans().nth(1).is_none() {
        return Vec::new();
    }
    let url = scene.plan.site_url().filter(|_| is_translated(scene.plan, scene.path));
    let here = scene.whole();
    let links = scene.site.plans().map(|plan| {
        let book = &plan.playbook().book;
        let path = Some(scene.path).filter(|path| root.is_none() && plan.page(path).is_some());
        let there = plan.folder().whole(path.unwrap_or(&HOME));
        let url = url.filter(|_| path.is_some_and(|path| is_translated(plan, path)));
        LanguageLink {
            tag: book.language.clone(),
            direction: direction(&book.language),
            name: book.own_language().map_or(&book.language, |own| &own.name).clone(),
            href: root.map_or_else(|| here.href(&there), |root| format!("{root}{there}")),
            url: url.map(|url| address(url, &there)),
            current: plan.folder() == scene.folder,
        }
    });
    links.collect()
}

/// The path in the whole site that a page is known by: one that is not translated is the original.
pub fn canonical(scene: &Scene<'_>) -> SitePath {
    let is_translated = is_translated(scene.plan, scene.path);
    if is_translated { scene.whole() } else { scene.path.clone() }
}

fn is_translated(plan: &Plan, path: &SitePath) -> bool {
    !matches!(plan.page(path), Some(Page::Entry(entry, _)) if plan.is_untranslated(entry))
}
