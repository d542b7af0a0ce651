//! A text that has raw HTML, as its book wants it: made safe, or left as it was written. It must not know how the rest of
//! it is read.

use crate::diagnostic::Diagnostic;

use super::intended::{intents, take_words};
use super::mask::Mask;
use super::pieces::{Pieces, Placed};
use super::raw::Raw;
use super::raw_ids::RawIds;
use super::trusted::note_trusted;
use super::writing::{Html, Writing};

/// The events of a text with its HTML as it will be on the page, and the ids that this gives. `None` when a bracket has
/// turned out to be a word's, so that the text is to be read once more.
pub(super) fn with_html<'t>(
    writing: &Writing<'_>,
    (text, mask): (&str, &mut Mask),
    events: Vec<Placed<'t>>,
    notes: &mut Vec<Diagnostic>,
) -> Option<(Vec<Placed<'t>>, RawIds)> {
    let mut ids = RawIds::default();
    if writing.html == Html::Escape || !text.contains('<') {
        return Some((events, ids));
    }
    let pieces = Pieces::new(&events);
    if writing.html == Html::Trust {
        note_trusted(writing, &pieces, &mut ids, notes);
        return Some((events, ids));
    }
    let intents = intents(&pieces);
    if take_words(writing, (text, mask), (&pieces, &intents), notes) {
        return None;
    }
    let (mask, pieces, intents) = (&*mask, &pieces, intents.as_slice());
    let raw = Raw { writing, mask, pieces, intents, ids: &mut ids, notes };
    Some((raw.write(events), ids))
}
