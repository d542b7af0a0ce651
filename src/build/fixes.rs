//! What can be mended for certain in a whole book: the fixes that diagnostics carry, and those that only they bring to light.

use crate::check::check;
use crate::edit::{Edit, Edits};
use crate::load::{Memory, load, published};
use crate::model::Drafts;
use crate::source::Sources;

/// A text behind a fault is seen only when the fault is fixed, so it is looked again, but not for ever.
const MOST_LOOKS: usize = 1000;

/// The edits that make all fixes, in memory until nothing is left to fix.
#[must_use]
pub fn fixes(sources: &Sources) -> Edits {
    let mut sources = sources.clone();
    let mut memory = Memory::default();
    let mut fixes = Edits::default();
    for _ in 0..MOST_LOOKS {
        let loaded = load(&sources, Drafts::LeftOut, &mut memory);
        let notes = check(loaded, published(&sources, None), None).notes;
        let texts: Vec<Edit> = notes.into_iter().filter_map(|note| note.fix).collect();
        if texts.is_empty() {
            break;
        }
        let layer = Edits { texts, ..Edits::default() };
        sources = layer.sources(&sources);
        fixes.texts.extend(layer.texts);
    }
    fixes
}
