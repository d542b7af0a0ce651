//! What tells, without opening it, that a file may have changed, or that a folder is another one.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// More than a tick of any file system's clock: memory cards count in steps of two seconds.
const CLOCK_TICK: Duration = Duration::from_millis(2_100);

/// More than a tick of a clock that tells parts of a second: Linux moves it on a hundred times a second or oftener.
const FINE_TICK: Duration = Duration::from_millis(20);

/// The size of a file, when it was written, and what the system alone can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    size: u64,
    time: Option<SystemTime>,
    own: Own,
}

/// Which of all files or folders it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity(u64, u64);

/// Which file it is, and when anything of it last changed: a program that copies a file with its time cannot set that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Own(Identity, Option<SystemTime>);

impl Stamp {
    /// What the system says of a file.
    #[must_use]
    pub fn of(metadata: &Metadata) -> Self {
        let own = Own(Identity::of(metadata), changed(metadata));
        Self { size: metadata.len(), time: metadata.modified().ok(), own }
    }

    /// How many bytes the file has.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// Whether the file was written so shortly before the last look that it may have been written again
    /// within one tick of the file system's clock.
    pub(super) fn is_young(&self, looked: Option<SystemTime>) -> bool {
        let Some(looked) = looked else { return false };
        self.time.max(self.own.1).is_none_or(|time| time + CLOCK_TICK >= looked)
    }

    /// A text that is another when anything of the file changed. `None` where a program could hide that, since the system does
    /// not tell when anything of a file last changed.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        let Own(Identity(device, file), changed) = self.own;
        let nanoseconds = |time: SystemTime| time.duration_since(SystemTime::UNIX_EPOCH).ok();
        let (changed, time) = (nanoseconds(changed?)?, nanoseconds(self.time?)?);
        Some(format!("{device} {file} {} {} {}", self.size, changed.as_nanos(), time.as_nanos()))
    }

    /// Whether nothing could have changed the file without another stamp since a `later` one was written on the same disk, by whose
    /// clock both are.
    #[must_use]
    pub fn is_settled(&self, later: &Self) -> bool {
        let (Own(Identity(disk, _), Some(changed)), Own(Identity(other, _), Some(now))) =
            (self.own, later.own)
        else {
            return false;
        };
        let tells_parts = changed
            .duration_since(SystemTime::UNIX_EPOCH)
            .is_ok_and(|time| time.subsec_nanos() != 0);
        disk == other && changed + if tells_parts { FINE_TICK } else { CLOCK_TICK } < now
    }
}

impl Identity {
    #[cfg(unix)]
    pub(super) fn of(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self(metadata.dev(), metadata.ino())
    }

    /// Where nothing else is known, what is there is known by when it was made.
    #[cfg(not(unix))]
    pub(super) fn of(metadata: &Metadata) -> Self {
        let made = metadata.created().ok();
        let made = made.and_then(|made| made.duration_since(SystemTime::UNIX_EPOCH).ok());
        Self(0, made.map_or(0, |made| u64::try_from(made.as_micros()).unwrap_or_default()))
    }
}

/// When anything of a file last changed, its name or its rights too.
#[cfg(unix)]
fn changed(metadata: &Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt;
    let seconds = u64::try_from(metadata.ctime()).ok()?;
    let rest = u64::try_from(metadata.ctime_nsec()).ok()?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds) + Duration::from_nanos(rest))
}

#[cfg(not(unix))]
fn changed(_metadata: &Metadata) -> Option<SystemTime> {
    None
}
