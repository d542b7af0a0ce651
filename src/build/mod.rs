//! The pass: from what was read to a site that is ready to be rendered. A build, a check and the preview all
//! come this way, and there is no other.
//!
//! It must not know where the sources come from nor where the bytes go.

mod addresses;
mod broken_address;
mod broken_promise;
mod fixes;
mod layout_faults;
mod left_out;
mod memory;
mod missing_hook;
mod outside_links;
mod page_faults;
mod refused_path;
mod search_miss;
mod tags;
mod taken_id;
mod undrawn_letter;
mod undrawn_logo;
mod written;

use std::sync::Arc;

use crate::check::check;
use crate::diagnostic::{Noted, Severity, count, outdated_alone, sort};
use crate::load::{load, published};
use crate::model::Drafts;
use crate::plan::{Destination, plan};
use crate::render::{Engine, Site};
use crate::source::{Day, Source, Sources};
use crate::theme::theme;

use refused_path::refused_paths;
use taken_id::taken_ids;
use undrawn_letter::undrawn_letters;
use undrawn_logo::undrawn_logo;

pub use fixes::fixes;
pub use layout_faults::layout_faults;
pub use memory::Memory;
pub use outside_links::outside_links;
pub use page_faults::page_faults;
pub use search_miss::search_faults;

/// What a build is told from outside: it stands in no file of the project.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The day, when pages that are due for a review shall be told of.
    pub today: Option<Day>,
    /// Whether pages are made of drafts.
    pub drafts: Drafts,
    /// The list of template ids that the last build has published. A copy in the project comes before it.
    pub published: Option<Arc<Source>>,
    /// Where the site goes, where that is not what the book says.
    pub destination: Destination,
}

/// Makes a site of sources. The notes are all there are, in the order in which they are shown; the site is
/// there when none of them is an error. A file that `memory` knows from the last time is not read again.
#[must_use]
pub fn build(sources: &Sources, options: &Options, memory: &mut Memory) -> Noted<Option<Site>> {
    let loaded = load(sources, options.drafts, &mut memory.read);
    let theme = theme(sources, &loaded.value.book);
    // Layouts are looked at also when the content has faults: all there is to mend is told at once.
    let engine = Engine::new(&theme.value);
    let published = published(sources, options.published.as_ref());
    let checked = check(loaded, published, options.today);
    let mut notes = checked.notes;
    notes.extend(theme.notes);
    outdated_alone(&mut notes);
    let engine = engine.map_err(|faults| notes.extend(faults)).ok();
    sort(&mut notes);
    let is_whole = count(&notes, Severity::Error) == 0;
    let site = checked.value.zip(engine).filter(|_| is_whole).map(|(mut checked, engine)| {
        let translations = checked.take_editions().into_iter().map(|checked| {
            let theme = theme.value.in_language(&checked.playbook().book.language);
            plan(checked, theme, &options.destination, memory.logo.clone())
        });
        let translations = translations.collect();
        let original = plan(checked, theme.value, &options.destination, memory.logo.clone());
        memory.read.keep_order(original.listed_for_next_time());
        Site::new(original, translations, &engine)
    });
    let refused = site.as_ref().map(refused_paths).unwrap_or_default();
    let site = site.filter(|_| refused.is_empty());
    let undrawn = site.iter().flat_map(undrawn_letters);
    let logo = site.iter().flat_map(undrawn_logo);
    let taken = site.iter().flat_map(taken_ids);
    let late: Vec<_> = refused.into_iter().chain(undrawn).chain(logo).chain(taken).collect();
    if !late.is_empty() {
        notes.extend(late);
        sort(&mut notes);
    }
    Noted::new(site, notes)
}
