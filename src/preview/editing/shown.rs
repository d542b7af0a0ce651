//! The page that somebody looks at, and the file that it is written in. It must not know what is asked of it.

use crate::model::SitePath;
use crate::plan::{Page, Plan};
use crate::render::Site;

use super::super::current::Current;
use super::super::found::{path_at, planned, written_in};
use super::fault::Fault;

/// A page of the last good site.
pub(in super::super) struct Shown<'s> {
    pub site: &'s Site,
    pub path: SitePath,
    pub plan: &'s Plan,
    pub page: &'s Page,
    /// The file that it is written in.
    pub file: &'s str,
}

/// The page at an address. A fault where there is no site yet, or no file of it.
pub(in super::super) fn shown<'s>(current: &'s Current, address: &str) -> Result<Shown<'s>, Fault> {
    let nothing = || Fault::Nothing("this page is made by itself and has no file".to_owned());
    let first = || Fault::Nothing("mend what is wrong first; the pages come then".to_owned());
    let site = current.site.as_deref().ok_or_else(first)?;
    let path = path_at(site, address).ok_or_else(nothing)?;
    let (plan, page) = planned(site, &path).ok_or_else(nothing)?;
    let file = written_in(plan, page).ok_or_else(nothing)?;
    Ok(Shown { site, path, plan, page, file })
}
