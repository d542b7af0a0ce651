//! `twohats check --fix`: makes the fixes that diagnostics carry, and touches nothing more.

use crate::check::check;
use crate::diagnostic::mended;
use crate::edit::{Edit, Edits, write};
use crate::load::{Memory, load, published};
use crate::model::Drafts;
use crate::source::shown_path;

use super::outcome::Error;
use super::project::Project;
use super::screen::{counted, say};

/// A text behind a fault is seen only when the fault is fixed, so it is looked again, but not for ever.
const MOST_LOOKS: usize = 1000;

/// Fixes what is certain in the project, in memory until nothing is left to fix and then on the disk, and says
/// what was fixed.
pub(super) fn fix(project: &mut Project) -> Result<(), Error> {
    let mut memory = Memory::default();
    let mut fixes = Edits::default();
    for _ in 0..MOST_LOOKS {
        let sources = &project.sources;
        let loaded = load(sources, Drafts::LeftOut, &mut memory);
        let notes = check(loaded, published(sources, None), None).notes;
        let texts: Vec<Edit> = notes.into_iter().filter_map(|note| note.fix).collect();
        if texts.is_empty() {
            break;
        }
        let layer = Edits { texts, ..Edits::default() };
        project.sources = layer.sources(&project.sources);
        fixes.texts.extend(layer.texts);
    }
    // Nothing is to be undone: whoever asks for quotes keeps them.
    let _ = write(&project.root, &fixes).map_err(|error| {
        let path = error.path.strip_prefix(&project.root).unwrap_or(&error.path);
        format!("could not mend `{}`: {}", shown_path(path), error.cause)
    })?;
    fixes.texts.iter().map(mended).for_each(say);
    say(match fixes.texts.len() {
        0 => "nothing could be mended for certain".to_owned(),
        number => format!("mended {}", counted(number, "text")),
    });
    Ok(())
}
