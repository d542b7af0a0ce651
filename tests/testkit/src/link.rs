//! Links in the file system, as each system makes them.

use std::io;
use std::path::Path;

/// Makes `link` a link to `target`, which may lie beside it and need not be there.
#[cfg(unix)]
pub fn link_to(target: impl AsRef<Path>, link: impl AsRef<Path>) -> io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

/// Makes `link` a link to `target`, which may lie beside it and need not be there.
#[cfg(windows)]
pub fn link_to(target: impl AsRef<Path>, link: impl AsRef<Path>) -> io::Result<()> {
    use std::os::windows::fs::{symlink_dir, symlink_file};
    let beside = link.as_ref().with_file_name("").join(&target);
    if beside.is_dir() { symlink_dir(target, link) } else { symlink_file(target, link) }
}
