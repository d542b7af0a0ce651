//! Files that are more than one name: links of both kinds, and owners. It must not know what is written.

use std::fs::Metadata;
use std::io;
use std::path::Path;

/// What is the same for all names of a file, and for no other file.
#[cfg(unix)]
pub(super) type Identity = (u64, u64);

#[cfg(unix)]
pub(super) fn identity(path: &Path) -> io::Result<Identity> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).map(|file| (file.dev(), file.ino()))
}

/// Whether a new file under the same name would be all that the old one is: no other name would be left with the
/// old text, and nobody would lose what is theirs.
#[cfg(unix)]
pub(super) fn can_stand_for(new: &Metadata, old: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    old.nlink() == 1 && (old.uid(), old.gid()) == (new.uid(), new.gid())
}

/// Where the file itself is; names that are no links are not seen through.
#[cfg(not(unix))]
pub(super) type Identity = std::path::PathBuf;

#[cfg(not(unix))]
pub(super) fn identity(path: &Path) -> io::Result<Identity> {
    path.canonicalize()
}

#[cfg(not(unix))]
pub(super) fn can_stand_for(_new: &Metadata, _old: &Metadata) -> bool {
    true
}
