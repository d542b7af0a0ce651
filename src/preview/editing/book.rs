//! The book while it is written: its files as they are now, and what was saved. It must not know what is asked.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::edit::{Error, Journal};
use crate::load::{File, allowed, file_at, settings};
use crate::source::{Reader, Source};

use super::fault::{Fault, against};

/// What is needed to write: the files as they are now, and what was saved.
pub(in super::super) struct Editing {
    pub(super) reader: Reader,
    pub(super) journal: Journal,
}

impl Editing {
    /// Begins with nothing read.
    ///
    /// # Errors
    /// When the journal of earlier saves cannot be read.
    pub(in super::super) fn open(root: &Path) -> Result<Self, Error> {
        Ok(Self { reader: Reader::new(root, allowed), journal: Journal::open(root)? })
    }

    /// A file as it is now, by the path that a page was told.
    pub(super) fn file(&mut self, name: &str) -> Result<(Arc<Source>, File), Fault> {
        let path = BTreeSet::from([self.reader.root().join(name)]);
        if self.reader.read_known(&path).is_none() {
            self.reader.read().map_err(against)?;
        }
        let sources = self.reader.sources();
        let gone = || Fault::Gone(format!("`{name}` was moved or deleted"));
        let source = sources.texts.get(name).ok_or_else(gone)?;
        let file = file_at(source, &settings(sources)).ok_or_else(gone)?;
        Ok((Arc::clone(source), file))
    }
}
