//! `invalid-layout`: whether every layout can be rendered with every page; one may ask for something that only some
//! pages have.

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, sort};
use crate::model::SitePath;
use crate::render::Site;

/// What is wrong with the layouts of a site, found by rendering all of it but the index of the search.
#[must_use]
pub fn layout_faults(site: &Site) -> Vec<Diagnostic> {
    let paths: Vec<&SitePath> = site.plans().flat_map(|plan| plan.pages().keys()).collect();
    let faults = paths.par_iter().filter_map(|path| site.render(path.as_str())?.err());
    let mut faults: Vec<Diagnostic> = faults.map(|fault| *fault).collect();
    faults.extend(site.search_panel().err().map(|fault| *fault));
    sort(&mut faults);
    faults
}
