//! `twohats check --fix`: makes the fixes that diagnostics carry, and touches nothing more.

use crate::build::fixes;
use crate::diagnostic::mended;
use crate::edit::write;
use crate::source::shown_path;

use super::outcome::Error;
use super::project::Project;
use super::screen::{counted, say};

/// Fixes what is certain in the project, in memory until nothing is left to fix and then on the disk, and says
/// what was fixed.
pub(super) fn fix(project: &mut Project) -> Result<(), Error> {
    let fixes = fixes(&project.sources);
    // Nothing is to be undone: whoever asks for quotes keeps them.
    let _ = write(&project.root, &fixes).map_err(|error| {
        let path = error.path.strip_prefix(&project.root).unwrap_or(&error.path);
        format!("could not mend `{}`: {}", shown_path(path), error.cause)
    })?;
    project.sources = fixes.sources(&project.sources);
    fixes.texts.iter().map(mended).for_each(say);
    say(match fixes.texts.len() {
        0 => "nothing could be mended for certain".to_owned(),
        number => format!("mended {}", counted(number, "text")),
    });
    Ok(())
}
