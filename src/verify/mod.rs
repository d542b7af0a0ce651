//! Whether a finished folder, or a site on the web, is what a build has made: every file that the list of the build names,
//! and nothing that harms besides. It must not know how a site is made, nor who is told.

mod caching;
mod finding;
mod folder;
mod foreign;
mod kinds;
mod policies;
mod said;
mod served;
mod site;

pub use finding::{Finding, Kind, Weight};
pub use folder::folder;
pub use said::{human, json};
pub use site::{NoSite, list_of, site, start};
