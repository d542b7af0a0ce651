//! `broken-link` and `broken-anchor` in layouts: addresses that lead to no file of the site, and to no place of the page.

use std::collections::BTreeSet;

use html5ever::tokenizer::Tag;

use crate::diagnostic::rules::broken_anchor::broken_place;
use crate::diagnostic::rules::broken_link::broken_address;
use crate::diagnostic::rules::broken_promise::address_from_the_root;
use crate::diagnostic::rules::unsafe_link::unsafe_link;
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{Href, SitePath, decode, is_elsewhere};
use crate::plan::Page;
use crate::render::Site;

use super::addresses::{Address, UseOf};
use super::tags::attribute;
use super::written::Written;

/// Places that every page has.
const EVERYWHERE: [&str; 2] = ["", "top"];

pub(super) fn note(
    site: &Site,
    page: &SitePath,
    (tags, addresses): (&[Tag], &[Address<'_>]),
    written: &Written<'_>,
    faults: &mut Vec<Diagnostic>,
) {
    let ids: BTreeSet<&str> = tags.iter().filter_map(|tag| attribute(tag, "id")).collect();
    let root = root(site, page);
    for one in addresses {
        let href = Href::cut(one.value);
        let found = || written.address(one.attribute, one.value);
        if is_elsewhere(one.value) {
            continue;
        }
        if let Some((scheme, _)) = href.path.split_once(':') {
            if scheme.trim().eq_ignore_ascii_case("javascript") {
                faults.extend(found().map(|found| unsafe_link(found.span, &found.text)));
            }
            continue;
        }
        if href.path.is_empty() {
            let anchor = href.anchor();
            if !EVERYWHERE.contains(&&*anchor) && !ids.contains(&*anchor) {
                let ids: Vec<&str> = ids.iter().copied().collect();
                faults.extend(found().map(|found| broken_place(found.span, &anchor, &ids)));
            }
            continue;
        }
        let path = root.as_deref().and_then(|root| href.path.strip_prefix(root));
        let is_rooted = href.path.starts_with('/') && path.is_none();
        let (folder, path) = path.map_or((page.folder(), href.path), |path| ("", path));
        let path = decode(path);
        let whole = if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path };
        let target = SitePath::resolve(folder, &whole);
        let is_there = target.as_ref().is_some_and(|target| site.has(target.as_str()));
        if is_rooted && (is_there || one.use_of != UseOf::Link) {
            faults.extend(found().map(|found| {
                let cure = format!("{{{{ page.root }}}}{}", found.text.trim_start_matches('/'));
                address_from_the_root(found.span, &found.text, &cure)
            }));
        } else if !is_there && !is_rooted {
            let looked_for = target.as_ref().map_or(&*whole, SitePath::as_str);
            faults.extend(found().map(|found| {
                let near = near(site, looked_for);
                let near = near.map(|near| match found.text.strip_suffix(looked_for) {
                    Some(before) => format!("{before}{near}"),
                    None => near,
                });
                broken_address(found.span, &found.text, looked_for, near.as_deref())
            }));
        }
    }
}

/// The path of a file of the site that was very likely meant.
fn near(site: &Site, path: &str) -> Option<String> {
    let plain = |path: &SitePath| path.unmarked().unwrap_or_else(|| path.clone());
    let paths: Vec<SitePath> = site.plan().pages().keys().map(plain).collect();
    nearest(path, paths.iter().map(SitePath::as_str)).map(str::to_owned)
}

/// How addresses begin on a page that cannot know how deep it lies: at the root of the site.
fn root(site: &Site, page: &SitePath) -> Option<String> {
    let is_lost = matches!(site.plan().pages().get(page), Some(Page::NotFound));
    is_lost.then(|| format!("/{}", site.plan().path_on_host()))
}
