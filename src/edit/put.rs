//! One file gets other bytes. They are written beside it first; until they are put in its place, it is as it was.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::Error;
use super::names::can_stand_for;

/// A file with the bytes that it must have now, and those that it is to have.
#[derive(Clone, Debug)]
pub(super) struct Put {
    /// Its name in the project, which may be a link.
    pub path: PathBuf,
    pub before: Vec<u8>,
    pub after: Vec<u8>,
}

/// New bytes beside a file. They are taken away again unless they are put in its place.
pub(super) struct Beside<'p> {
    put: &'p Put,
    path: PathBuf,
    /// The file itself, wherever links lead.
    real: PathBuf,
    /// A file that has other names, or another owner, keeps them: the bytes are written into it.
    keeps_file: bool,
}

impl Put {
    /// Refuses a file that is not as it was, or that nobody is to write to.
    pub(super) fn prove(&self) -> Result<(), Error> {
        let prove = || {
            if fs::read(&self.path)? != self.before {
                return Err(changed());
            }
            if fs::metadata(&self.path)?.permissions().readonly() {
                return Err(io::Error::other("it is read-only"));
            }
            Ok(())
        };
        prove().map_err(Error::of(&self.path))
    }

    /// Writes the new bytes beside the file.
    pub(super) fn stage(&self) -> Result<Beside<'_>, Error> {
        let real = self.path.canonicalize().map_err(Error::of(&self.path))?;
        let path = beside(&real);
        // What a run that was killed left there.
        let _ = fs::remove_file(&path);
        let new = File::options().write(true).create_new(true).open(&path);
        let mut new = new.map_err(Error::of(&path))?;
        let mut beside = Beside { put: self, path, real, keeps_file: false };
        let mut fill = || {
            new.write_all(&self.after)?;
            let old = fs::metadata(&beside.real)?;
            new.set_permissions(old.permissions())?;
            beside.keeps_file = !can_stand_for(&new.metadata()?, &old);
            // Without it a machine that loses power could keep the new name and lose the bytes.
            new.sync_all()
        };
        fill().map_err(Error::of(&self.path))?;
        Ok(beside)
    }

    /// What puts the old bytes back.
    pub(super) fn reversed(self) -> Self {
        Self { path: self.path, before: self.after, after: self.before }
    }
}

impl Beside<'_> {
    /// Puts the bytes in the place of the file's.
    pub(super) fn put(self) -> Result<(), Error> {
        let put = if self.keeps_file {
            write_into(&self.real, &self.put.after)
        } else {
            fs::rename(&self.path, &self.real)
        };
        put.map_err(Error::of(&self.put.path))
    }
}

impl Drop for Beside<'_> {
    fn drop(&mut self) {
        // What is in place is not beside any more.
        let _ = fs::remove_file(&self.path);
    }
}

/// Where new bytes are written until they take the place of a file's.
pub(super) fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.twohats-new"))
}

/// A file is not what it was when it was read.
pub(super) fn changed() -> io::Error {
    io::Error::other("it was changed meanwhile; try again")
}

/// The file is never empty meanwhile: a disk that is full still holds the bytes that it had.
fn write_into(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::options().write(true).open(path)?;
    file.write_all(bytes)?;
    file.set_len(bytes.len() as u64)?;
    file.sync_all()
}
