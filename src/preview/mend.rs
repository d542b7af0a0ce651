//! Makes one fix, and nothing else, in the file of the author. What it leads to is seen by the thread that rebuilds,
//! as any other save is. It must not know who asked.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::diagnostic::{Diagnostic, mended};
use crate::edit::{Edit, Edits, write};

/// The name by which a fix is asked for: another place, or another text, is another fix.
pub(super) fn name(fix: &Edit) -> String {
    let mut hasher = DefaultHasher::new();
    (fix.span.source().path(), fix.span.range(), &fix.text).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Makes the fix of this name, if it is one of those that were told, and says what was done.
///
/// # Errors
/// When nobody told of such a fix any more, or the file cannot be written; then all is as it was.
pub(super) fn mend(root: &Path, notes: &[Diagnostic], wanted: &str) -> Result<String, String> {
    let mut fixes = notes.iter().filter_map(|note| note.fix.as_ref());
    let fix = fixes.find(|fix| name(fix) == wanted);
    let fix = fix.ok_or_else(|| "the book has changed meanwhile; look at it again".to_owned())?;
    let edits = Edits { texts: vec![fix.clone()], ..Edits::default() };
    // Whoever presses the button can undo it in the editor.
    let _ = write(root, &edits).map_err(|error| {
        format!("could not mend `{}`: {}", fix.span.source().path(), error.cause)
    })?;
    Ok(mended(fix))
}
