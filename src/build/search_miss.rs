//! `search-miss` and `search-noise`: whether readers find what they search for, and nothing where there is nothing: the
//! book's own queries, asked of the site's own search.

use rayon::prelude::*;

use crate::diagnostic::rules::search_miss::search_miss;
use crate::diagnostic::rules::search_noise::search_noise;
use crate::diagnostic::{Diagnostic, sort};
use crate::render::Site;

/// Among how many results a page must be that a query is for.
const FIRST: usize = 3;

/// The most results of a query that no page answers.
const HANDFUL: usize = 5;

/// Which of the book's queries do not find their page among the first three, and which that no page answers find more
/// than a handful. It makes the index.
#[must_use]
pub fn search_faults(site: &Site) -> Vec<Diagnostic> {
    let plan = site.plan();
    let queries =
        plan.playbook().queries.iter().flat_map(|(page, queries)| {
            queries.iter().map(move |query| (page.value.as_str(), query))
        });
    let queries: Vec<_> = queries.collect();
    let stem = |at: usize| plan.index().pages[at].stem();
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
    let noises = plan.playbook().unanswered.par_iter().filter_map(|query| {
        let found = plan.index().find(&query.value);
        let first: Vec<&str> = found.iter().take(FIRST).map(|at| stem(*at)).collect();
        let (span, number) = (query.span.clone(), found.len());
        (number > HANDFUL).then(|| search_noise(span, &query.value, number, &first))
    });
    faults.par_extend(noises);
    sort(&mut faults);
    faults
}
