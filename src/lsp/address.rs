//! Addresses of files as editors write them: `file:///home/me/book/book.toml`.

use std::path::{Path, PathBuf};

use url::Url;

/// The file of an address; `None` where it is none of this machine.
pub(super) fn path_of(uri: &str) -> Option<PathBuf> {
    let url = Url::parse(uri).ok().filter(|url| url.scheme() == "file")?;
    url.to_file_path().ok()
}

/// The address of a file. A path that is not absolute has none.
pub(super) fn address_of(path: &Path) -> String {
    Url::from_file_path(path).map_or_else(|()| String::new(), String::from)
}
