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

    /// The new path from the folder of its kind.
    pub(super) fn new_inside(&self) -> &str {
        self.new.as_str().split_once('/').map_or("", |(_, inside)| inside)
    }

    pub(super) fn new_id(&self) -> &str {
        self.new.name()
    }
}
