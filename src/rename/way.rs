//! Where a file is and where it is to be.

use crate::model::{Kind, PagePath, SitePath};

/// Where a file is and where it is to be.
pub(super) struct Way<'a> {
    pub kind: Kind,
    pub old: &'a PagePath,
    pub new: &'a SitePath,
}

impl Way<'_> {
    pub(super) fn old_id(&self) -> &str {
        self.old.name()
    }

    pub(super) fn new_id(&self) -> &str {
        self.new.name()
    }
}
