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

/// Every page of a site by its path, whatever its language.
type Pages<'s> = BTreeMap<&'s str, (&'s SitePath, &'s Page)>;

/// Tells of the paths of a site at which no file can be put.
pub(super) fn refused_paths(site: &Site) -> Vec<Diagnostic> {
    let pages = site.plans().flat_map(Plan::pages);
    let pages: Pages<'_> = pages.map(|(path, page)| (path.as_str(), (path, page))).collect();
    let redirects = &site.plan().playbook().book.redirects;
    let redirects = redirects.iter().filter_map(|one| redirect(&pages, one));
    redirects.chain(pages.values().filter_map(|(path, page)| content(&pages, path, page))).collect()
}

fn redirect(pages: &Pages<'_>, redirect: &Redirect) -> Option<Diagnostic> {
    let file = redirect.file()?;
    let (from, span) = (redirect.from.value.as_str(), redirect.from.span.clone());
    if !matches!(pages.get(file.as_str()), Some((_, Page::Redirect(_)))) {
        return Some(is_taken(span, from, None));
    }
    if let Some(above) = above(pages, &file) {
        return Some(below(span, from, above));
    }
    if let Some(name) = long(&file) {
        return Some(long_address(span, name.len(), MOST));
    }
    let stem = |part: &str| part.split('.').next().unwrap_or_default().to_lowercase();
    let device = file.parts().find(|part| is_device(&stem(part)));
    device.map(|device| names_device(span, device))
}

/// What somebody wrote and is put at a path of its own.
fn content(pages: &Pages<'_>, path: &SitePath, page: &Page) -> Option<Diagnostic> {
    match page {
        Page::Entry(entry, _) | Page::Sheet(entry, ..) | Page::SocialImage(Some(entry)) => {
            let here = Span::new(&entry.head.source, 0..0);
            long(path).map(|name| long_name(here, name, MOST))
        }
        Page::Topic(topic, _) => {
            let name = long(path)?;
            let entries = pages.values().filter_map(|(_, page)| {
                if let Page::Entry(entry, _) = page { Some(entry) } else { None }
            });
            let mut named = entries.flat_map(|entry| &entry.mentions.topics);
            let first = named.find(|named| named.value == *topic)?;
            Some(long_name(first.span.clone(), name, MOST))
        }
        Page::Home
        | Page::List(..)
        | Page::SocialImage(None)
        | Page::Finder(_)
        | Page::Print(_)
        | Page::Drill(_)
        | Page::RolePlay(_)
        | Page::Copies
        | Page::Search
        | Page::NotFound
        | Page::Redirect(_)
        | Page::HostRedirects(_)
        | Page::Sitemap(_)
        | Page::TemplateIds
        | Page::Asset(_) => None,
    }
}

/// The file that stands where a path needs a folder.
fn above<'p>(pages: &Pages<'p>, path: &SitePath) -> Option<&'p str> {
    let mut folders = path.folders();
    folders.find_map(|folder| pages.get_key_value(folder).map(|(file, _)| *file))
}

fn long(path: &SitePath) -> Option<&str> {
    path.parts().find(|part| part.len() > MOST)
}
