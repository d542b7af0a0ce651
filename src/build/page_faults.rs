//! What a page has that its layouts should not have made: addresses that lead nowhere, and what breaks a promise.
//!
//! Only a project's own layouts are judged, at the place where they say it: our own are clean, and prose is checked
//! before. So a book without layouts of its own pays nothing.

use crate::diagnostic::Diagnostic;
use crate::model::SitePath;
use crate::render::Site;

use super::addresses::{Address, addresses};
use super::tags::tags;
use super::written::Written;
use super::{broken_address, broken_promise, missing_hook};

/// What is wrong with a page of a site, at its places in the layouts, as bad as the book says.
#[must_use]
pub fn page_faults(site: &Site, path: &SitePath, html: &[u8]) -> Vec<Diagnostic> {
    let layouts = &site.plan().theme().own_layouts;
    if layouts.is_empty() || !path.is_page() {
        return Vec::new();
    }
    let Ok(html) = std::str::from_utf8(html) else { return Vec::new() };
    let tags = tags(html);
    let written = Written(layouts);
    let mut faults = Vec::new();
    let addresses: Vec<Address<'_>> = tags.iter().flat_map(addresses).collect();
    broken_address::note(site, path, (&tags, &addresses), &written, &mut faults);
    broken_promise::note(&tags, &addresses, &written, &mut faults);
    missing_hook::note(site, path, &tags, &mut faults);
    site.plan().playbook().book.levels.apply(&mut faults);
    faults
}
