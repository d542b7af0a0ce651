//! What tells, without opening it, that a file may have changed.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// More than a tick of any file system's clock.
const CLOCK_TICK: Duration = Duration::from_millis(100);

/// The size of a file, and when it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    size: u64,
    time: Option<SystemTime>,
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self { size: metadata.len(), time: metadata.modified().ok() }
    }

    /// Whether the file was written so shortly before the last look that it may have been written again
    /// within one tick of the file system's clock.
    pub(super) fn is_young(&self, looked: Option<SystemTime>) -> bool {
        let Some(looked) = looked else { return false };
        self.time.is_none_or(|time| time + CLOCK_TICK >= looked)
    }
}
