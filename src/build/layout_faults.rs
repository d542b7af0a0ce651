//! Whether every layout can be rendered with every page, since one may ask for something that only some pages have,
//! and whether what it makes is whole.

use rayon::prelude::*;

use crate::diagnostic::rules::{invalid_layout, missing_hook};
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
    faults.dedup_by(|fault, before| is_told(fault, before));
    faults
}

/// What stands before all that a place leaves out besides.
const AS_WELL: &str = "; left out as well: ";

/// Whether `before` tells of a fault as well: a place in a layout is told of once for each rule, however many pages
/// it is on. What else it leaves out is added there.
fn is_told(fault: &Diagnostic, before: &mut Diagnostic) -> bool {
    let place = |one: &Diagnostic| (one.span.source().path().to_owned(), one.span.range());
    let is_same = fault.is_of(before.rule) && place(fault) == place(before);
    if !is_same || fault.is_of(&invalid_layout::RULE) {
        return false;
    }
    if fault.is_of(&missing_hook::RULE) {
        let hook = fault.message.split('`').nth(1).unwrap_or_default();
        let help = before.help.take().unwrap_or_default();
        let more = if help.contains(AS_WELL) { ", " } else { AS_WELL };
        before.help = Some(format!("{help}{more}`{hook}`"));
    }
    true
}
