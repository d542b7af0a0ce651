//! Old addresses as hosts read them, so that a reader is led on before a page is loaded.

use std::fmt::Write;

use crate::model::{Host, SitePath, encode_whole};
use crate::plan::Page;

use super::site::Site;

/// A line for each way to ask for an old address, in every language. Where the new address names a place of its page there
/// is none: a host would lay that place over the one that a reader's own link names, and with it a filled sheet. The page
/// at the old address knows better.
pub(super) fn host_redirects(site: &Site, host: Host) -> String {
    let root = site.plan().path_on_host();
    let mut lines = String::new();
    let pages = site.plans().flat_map(|plan| plan.pages().iter().map(move |page| (plan, page)));
    for (plan, (from, page)) in pages {
        let Page::Redirect(to) = page else { continue };
        if to.rest.contains('#') {
            continue;
        }
        let there = if to.is_shared { to.path.clone() } else { plan.folder().whole(&to.path) };
        for from in asked_for(from) {
            let (from, there) = (encode_whole(&from), encode_whole(there.as_str()));
            let _ = writeln!(lines, "/{root}{from} /{root}{there}{} {}", to.rest, host.moved());
        }
    }
    lines
}

/// The paths by which a page is asked for: many hosts leave out `.html` and `index.html`.
fn asked_for(page: &SitePath) -> [String; 2] {
    let short = match page.folder_of_index() {
        Some(_) => format!("{}/", page.folder()),
        None => page.stem().to_owned(),
    };
    [page.to_string(), short]
}
