//! `search-miss`: whether readers find what they search for: the book's own queries, asked of the site's own search.

use rayon::prelude::*;

use crate::diagnostic::rules::search_miss::search_miss;
use crate::diagnostic::{Diagnostic, sort};
use crate::render::Site;

/// Among how many results a page must be that a query is for.
const FIRST: usize = 3;

/// Which of the book's queries do not find their page among the first three. It makes the index.
#[must_use]
pub fn search_faults(site: &Site) -> Vec<Diagnostic> {
    let plan = site.plan();
    let queries =
        plan.playbook().queries.iter().flat_map(|(page, queries)| {
            queries.iter().map(move |query| (page.value.as_str(), query))
        });
    let queries: Vec<_> = queries.collect();
    let stem = |at: usize| plan.index().pages[at].head.stem.as_str();
    let faults = queries.par_iter().filter_map(|(page, query)| {
        let found = plan.index().find(&query.value);
        let place = found.iter().position(|at| stem(*at) == *page);
        let before = &found[..found.len().min(FIRST)];
        let before: Vec<String> = before.iter().map(|at| stem(*at).to_owned()).collect();
        let is_found = place.is_some_and(|place| place < FIRST);
        let place = place.map(|place| place + 1);
        (!is_found).then(|| search_miss(query.span.clone(), &query.value, place, &before))
    });
    let mut faults: Vec<Diagnostic> = faults.collect();
    sort(&mut faults);
    faults
}
