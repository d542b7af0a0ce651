//! The schemas of a project, which offer what its book has: how commands keep them. It must not print.

use std::path::Path;

use crate::edit::{self, has_any, outdated, replace};
use crate::load::{Memory, load};
use crate::model::Drafts;
use crate::scaffold::{File, known, schema_paths, schemas};
use crate::schema::{Known, is_ours};
use crate::source::Sources;

/// What the book of these sources has, as far as it can be read.
pub(super) fn known_of(sources: &Sources) -> Known {
    known(&load(sources, Drafts::Shown, &mut Memory::default()).value)
}

/// Whether the project's schemas are those of another version, or of the book as it was.
pub(super) fn are_old(root: &Path, known: impl FnOnce() -> Known) -> bool {
    has_any(root, &schema_paths()) && !outdated(root, &schemas(&known()), is_ours).is_empty()
}

/// Brings the schemas up to date where the project has some.
pub(super) fn refresh(root: &Path, sources: &Sources) -> Result<(), edit::Error> {
    if !has_any(root, &schema_paths()) {
        return Ok(());
    }
    let files = schemas(&known_of(sources));
    let mut old = outdated(root, &files, is_ours).into_iter();
    old.try_for_each(|(path, text)| replace(&root.join(path), text))
}

/// Writes all schemas, over those that are there. Says how many there are.
pub(super) fn write(root: &Path, known: &Known) -> Result<usize, edit::Error> {
    let files: Vec<File> = schemas(known);
    files.iter().try_for_each(|(path, text)| replace(&root.join(path), text))?;
    Ok(files.len())
}
