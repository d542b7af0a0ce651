//! Files that are carried along as they are. Whatever size they have, none is held in memory but those that may name
//! other files: of the rest it is known how they begin, and they are read when they are published, a piece at a time.

use std::fs::File;
use std::io::{self, Cursor, Read, Take};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::stamp::Stamp;

/// How much is read of a file that stays on the disk: what it is shows in less.
const HEAD: u64 = 4_096;

/// How large a file may be that is held since it may name others.
const MOST_HELD: u64 = 1_000_000;

/// How the names of files end that may name others.
pub(crate) const NAMING: [&str; 9] =
    ["css", "htm", "html", "js", "json", "mjs", "svg", "webmanifest", "xml"];

/// A file that is carried along as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset(Bytes);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Bytes {
    Held(Arc<[u8]>),
    OnDisk(Arc<OnDisk>),
}

/// A file that stays on the disk. It is another one when the system says that it changed.
#[derive(Debug, PartialEq, Eq)]
struct OnDisk {
    path: PathBuf,
    stamp: Stamp,
    head: Vec<u8>,
}

impl Asset {
    /// Reads of a file of `content/` what is held of it; `name` is its path from the root of the project.
    pub(super) fn read(path: &Path, name: &str) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let metadata = file.metadata()?;
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        if NAMING.contains(&&*ending) && metadata.len() <= MOST_HELD {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            return Ok(bytes.into());
        }
        let mut head = Vec::new();
        Read::by_ref(&mut file).take(HEAD).read_to_end(&mut head)?;
        let stamp = Stamp::of(&metadata);
        Ok(Self(Bytes::OnDisk(Arc::new(OnDisk { path: path.to_owned(), stamp, head }))))
    }

    /// A file that stays on the disk, wherever that is.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn on_disk(path: &Path) -> io::Result<Self> {
        let stamp = Stamp::of(&File::open(path)?.metadata()?);
        Ok(Self(Bytes::OnDisk(Arc::new(OnDisk { path: path.to_owned(), stamp, head: Vec::new() }))))
    }

    /// How many bytes it has.
    #[must_use]
    pub fn size(&self) -> u64 {
        match &self.0 {
            Bytes::Held(bytes) => bytes.len() as u64,
            Bytes::OnDisk(file) => file.stamp.size(),
        }
    }

    /// How it begins: as much as shows what it is, and all of it where it is held.
    #[must_use]
    pub fn head(&self) -> &[u8] {
        match &self.0 {
            Bytes::Held(bytes) => bytes,
            Bytes::OnDisk(file) => &file.head,
        }
    }

    /// All of it, unless it stays on the disk.
    #[must_use]
    pub fn held(&self) -> Option<&[u8]> {
        match &self.0 {
            Bytes::Held(bytes) => Some(bytes),
            Bytes::OnDisk(_) => None,
        }
    }

    /// All of it; `None` when it has more than so many bytes, or cannot be read any more.
    #[must_use]
    pub fn whole(&self, most: u64) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = self.open().ok()?.take(most + 1).read_to_end(&mut bytes);
        read.ok().filter(|_| bytes.len() as u64 <= most)?;
        Some(bytes)
    }

    /// Opens it, to be read a piece at a time, up to the length that it has now: on the disk it may have changed since it
    /// was found.
    ///
    /// # Errors
    /// When it is on the disk and cannot be opened any more.
    pub fn open(&self) -> io::Result<Take<Box<dyn Read + Send>>> {
        let (opened, size): (Box<dyn Read + Send>, u64) = match &self.0 {
            Bytes::Held(bytes) => (Box::new(Cursor::new(Arc::clone(bytes))), self.size()),
            Bytes::OnDisk(file) => {
                let opened = File::open(&file.path)?;
                let size = opened.metadata()?.len();
                (Box::new(opened), size)
            }
        };
        Ok(opened.take(size))
    }

    /// Where it stays on the disk, to be named when it cannot be read.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.0 {
            Bytes::Held(_) => None,
            Bytes::OnDisk(file) => Some(&file.path),
        }
    }
}

impl From<Vec<u8>> for Asset {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Bytes::Held(bytes.into()))
    }
}

impl From<&[u8]> for Asset {
    fn from(bytes: &[u8]) -> Self {
        Self(Bytes::Held(bytes.into()))
    }
}
