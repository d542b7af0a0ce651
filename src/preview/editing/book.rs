//! The book while it is written: its files as they are now, and what was saved. It must not know what is asked.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::edit::Journal;
use crate::load::{File, allowed, file_at, settings};
use crate::source::{Reader, Source};

use super::fault::{Fault, against};

/// What is needed to write: the files as they are now, and what was saved.
pub(in super::super) struct Editing {
    pub(super) reader: Reader,
    journal: Option<Journal>,
}

impl Editing {
    /// Begins with nothing read: who only looks at pages needs none of it.
    pub(in super::super) fn new(root: &Path) -> Self {
        Self { reader: Reader::new(root, allowed), journal: None }
    }

    /// What was saved, read when it is needed first.
    pub(super) fn journal(&mut self) -> Result<&mut Journal, Fault> {
        let journal = match self.journal.take() {
            Some(journal) => journal,
            None => Journal::open(self.reader.root()).map_err(against)?,
        };
        Ok(self.journal.insert(journal))
    }

    /// A file as it is now, by the path that a page was told.
    pub(in super::super) fn file(&mut self, name: &str) -> Result<(Arc<Source>, File), Fault> {
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
