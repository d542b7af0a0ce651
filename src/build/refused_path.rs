//! Paths of a finished site that a disk would refuse: a file where a folder must be, a name that is too long, one that a
//! system keeps for itself. It must not know where the site is written to.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::bad_file_name::long_name;
use crate::diagnostic::rules::bad_redirect::{below, is_taken, long_address, names_device};
use crate::model::{Redirect, SitePath, is_device};
use crate::plan::{Page, Plan};
use crate::render::Site;
use crate::source::Span;

/// The most bytes that the name of a file has on the disks of Linux and macOS; Windows allows as many letters.
const MOST: usize = 255;

/// Every page of a site by its path in small letters, since some systems do not tell the two apart.
type Pages<'s> = BTreeMap<SitePath, (&'s SitePath, &'s Page)>;

/// Tells of the paths of a site at which no file can be put.
pub(super) fn refused_paths(site: &Site) -> Vec<Diagnostic> {
    let pages = || site.plans().flat_map(Plan::pages);
    let redirects = &site.plan().playbook().book.redirects;
    let mut refused: Vec<Diagnostic> =
        pages().filter_map(|(path, page)| content(site, path, page)).collect();
    if !redirects.is_empty() {
        let pages = pages().map(|(path, page)| (path.to_lowercase(), (path, page))).collect();
        refused.extend(redirects.iter().filter_map(|one| redirect(&pages, one)));
    }
    refused
}

fn redirect(pages: &Pages<'_>, redirect: &Redirect) -> Option<Diagnostic> {
    let file = redirect.file()?;
    let lower = file.to_lowercase();
    let (from, span) = (redirect.from.value.as_str(), redirect.from.span.clone());
    if let Some((there, page)) = pages.get(&lower)
        && !matches!(page, Page::Redirect(_))
    {
        return Some(is_taken(span, from, (**there != file).then_some(there.as_str())));
    }
    // The file that stands where the address needs a folder.
    if let Some((above, _)) = lower.folders().find_map(|folder| pages.get(folder)) {
        return Some(below(span, from, above.as_str()));
    }
    if let Some(name) = long(&file) {
        return Some(long_address(span, name.len(), MOST));
    }
    let stem = |part: &str| part.split('.').next().unwrap_or_default().to_lowercase();
    let device = file.parts().find(|part| is_device(&stem(part)));
    device.map(|device| names_device(span, device))
}

/// What somebody wrote and is put at a path of its own.
fn content(site: &Site, path: &SitePath, page: &Page) -> Option<Diagnostic> {
    let name = long(path)?;
    let here = match page {
        Page::Topic(topic, _) => first_named(site, topic)?,
        page => Span::new(&page.entry()?.head.source, 0..0),
    };
    Some(long_name(here, name, MOST))
}

/// Where a topic is named first.
fn first_named(site: &Site, topic: &str) -> Option<Span> {
    let entries = site.plans().flat_map(|plan| plan.pages().values().filter_map(Page::entry));
    let mut named = entries.flat_map(|entry| &entry.mentions.topics);
    named.find(|named| named.value == topic).map(|named| named.span.clone())
}

fn long(path: &SitePath) -> Option<&str> {
    path.parts().find(|part| part.len() > MOST)
}
