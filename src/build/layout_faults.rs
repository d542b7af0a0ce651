//! Whether every layout can be rendered with every page, since one may ask for something that only some pages have,
//! and whether what it makes is whole.

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, sort};
use crate::model::SitePath;
use crate::render::Site;

use super::page_faults::page_faults;

/// What is wrong with the layouts of a site, found by rendering all of it but the index of the search.
#[must_use]
pub fn layout_faults(site: &Site) -> Vec<Diagnostic> {
    let paths: Vec<&SitePath> = site.plans().flat_map(|plan| plan.pages().keys()).collect();
    let faults = paths.par_iter().flat_map_iter(|path| match site.render(path.as_str()) {
        Some(Ok(bytes)) => page_faults(site, path, &bytes),
        Some(Err(fault)) => vec![*fault],
        None => Vec::new(),
    });
    let mut faults: Vec<Diagnostic> = faults.collect();
    faults.extend(site.search_panel().err().map(|fault| *fault));
    sort(&mut faults);
    // A place in a layout is told of once, however many pages it is on.
    faults.dedup_by(|a, b| {
        let place = |one: &Diagnostic| (one.span.source().path().to_owned(), one.span.range());
        a.rule.name == b.rule.name && a.rule.name != "invalid-layout" && place(a) == place(b)
    });
    faults
}
