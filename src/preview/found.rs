//! What stands at an address, as common hosts find it, and the file of the project that it is made of. It must not
//! know how it is answered.

use crate::model::SitePath;
use crate::plan::{Page, Plan};
use crate::render::Site;
use crate::source::PROJECT_FILE;

pub(super) enum Found {
    Path(SitePath),
    /// A folder that was asked for without its `/`.
    Folder,
    Nothing,
}

/// The file behind a path: `index.html` in folders, `.html` left unsaid.
pub(super) fn find(site: &Site, path: &SitePath) -> Found {
    let there = |path: String| site.has(&path).then(|| SitePath::made(path));
    if path.name().is_empty() {
        return there(format!("{path}index.html")).map_or(Found::Nothing, Found::Path);
    }
    let there = there(path.to_string()).or_else(|| there(format!("{path}.html")));
    // A page that is open asks for the style that it was made with, and is to have the new one.
    match there.or_else(|| site.now(path)) {
        Some(path) => Found::Path(path),
        None if site.has(&format!("{path}/index.html")) => Found::Folder,
        None => Found::Nothing,
    }
}

/// The file that the page at a path is written in, where it is one file.
pub(super) fn file_of<'s>(site: &'s Site, path: &SitePath) -> Option<&'s str> {
    let Found::Path(path) = find(site, path) else { return None };
    let (plan, page) = planned(site, &path)?;
    written_in(plan, page)
}

/// The path of what stands at an address as a page says it, where something does.
pub(super) fn path_at(site: &Site, address: &str) -> Option<SitePath> {
    match find(site, &SitePath::made(address.trim_start_matches('/').to_owned())) {
        Found::Path(path) => Some(path),
        Found::Folder | Found::Nothing => None,
    }
}

/// What stands at a path of the site, and the plan of its language.
pub(super) fn planned<'s>(site: &'s Site, path: &SitePath) -> Option<(&'s Plan, &'s Page)> {
    site.plans().find_map(|plan| Some((plan, plan.pages().get(path)?)))
}

/// The file that a page is written in, where it is one file.
pub(super) fn written_in<'s>(plan: &'s Plan, page: &'s Page) -> Option<&'s str> {
    // A first page that the book does not write itself has the words of its settings.
    let is_home = matches!(page, Page::Home);
    let source = page.source(plan.playbook());
    source.map(|source| source.path()).or(is_home.then_some(PROJECT_FILE))
}
