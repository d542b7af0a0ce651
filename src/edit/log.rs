//! The file in which saves are kept, a line a save. It must not know what saves do.
//!
//! A line is on the disk when it is kept. One that is torn is none.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::create::is_there;
use super::error::Error;
use super::kept;
use super::own_folder::own_folder;
use super::save::Save;

/// The folder of what was saved.
pub(super) const EDITS: &str = ".twohats/edits";

/// The most bytes that are kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Most {
    /// In lines; of more the older half goes.
    pub lines: u64,
    /// In files that were taken away; of more the oldest go.
    pub files: u64,
}

/// The saves of a project.
#[derive(Debug)]
pub(super) struct Log {
    root: PathBuf,
    path: PathBuf,
    pub most: Most,
    pub saves: Vec<Save>,
    /// How long the file is that they were read from.
    pub size: u64,
    /// Whether the last save is known to be carried out.
    pub is_settled: bool,
}

/// A line of a save that was not carried out: the last one before it.
#[derive(Serialize, Deserialize)]
struct Void {
    void: u64,
}

impl Log {
    /// Reads the saves of the project at `root`.
    pub(super) fn open(root: &Path, most: Most) -> Result<Self, Error> {
        let path = root.join(EDITS).join("journal");
        let (saves, root) = (Vec::new(), root.to_owned());
        let mut log = Self { root, path, most, saves, size: 0, is_settled: false };
        log.read()?;
        Ok(log)
    }

    /// Whether anything was ever kept.
    pub(super) fn is_there(&self) -> bool {
        is_there(&self.path)
    }

    /// Waits until no other program keeps saves of this project, and reads what others kept. Others wait until what is
    /// given is dropped.
    pub(super) fn lock(&mut self) -> Result<File, Error> {
        let lock = || {
            own_folder(&self.root)?;
            fs::create_dir_all(self.root.join(EDITS))?;
            File::create(self.path.with_extension("lock"))
        };
        let lock = lock().map_err(Error::of(&self.path))?;
        // Where the disk knows no locks, whoever writes is most often alone.
        let _ = lock.lock();
        if fs::metadata(&self.path).map_or(0, |file| file.len()) != self.size {
            self.read()?;
        }
        Ok(lock)
    }

    fn read(&mut self) -> Result<(), Error> {
        let bytes = match fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(cause) => return Err(Error::of(&self.path)(cause)),
        };
        self.size = bytes.len() as u64;
        self.saves = saves(&String::from_utf8_lossy(&bytes));
        self.is_settled = false;
        Ok(())
    }

    /// The number of the next save.
    pub(super) fn next(&self) -> u64 {
        self.saves.last().map_or(1, |save| save.id + 1)
    }

    /// Names for the files that the next save takes away.
    pub(super) fn away(&self) -> impl Iterator<Item = String> + use<> {
        let root = self.root.clone();
        // Somebody may have deleted the journal and left the files.
        kept::names(EDITS, self.next()).filter(move |name| !is_there(&root.join(name)))
    }

    /// Keeps a save; it is on the disk when this returns.
    pub(super) fn keep(&mut self, save: Save) -> Result<(), Error> {
        let line = line(&save);
        if self.size.saturating_add(line.len() as u64) > self.most.lines {
            self.saves.push(save);
            return self.shorten().map_err(Error::of(&self.path));
        }
        self.append(&line)?;
        self.saves.push(save);
        Ok(())
    }

    /// Forgets the last save.
    pub(super) fn void(&mut self) -> Result<(), Error> {
        let Some(last) = self.saves.pop() else { return Ok(()) };
        self.append(&line(&Void { void: last.id }))
    }

    /// Deletes files that were taken away, where no save brings them back or there is no room for them.
    pub(super) fn tidy(&self) {
        kept::tidy(&self.root, EDITS, &self.saves, self.most.files);
    }

    fn append(&mut self, line: &str) -> Result<(), Error> {
        let append = || {
            let mut file = File::options().append(true).create(true).open(&self.path)?;
            // A line that a crash tore ends here.
            file.write_all(format!("\n{line}").as_bytes())?;
            file.sync_data()
        };
        // What a failing disk has of it is read before anything else is kept.
        let before = std::mem::replace(&mut self.size, u64::MAX);
        append().map_err(Error::of(&self.path))?;
        self.size = before.saturating_add(line.len() as u64 + 1);
        Ok(())
    }

    /// Writes the newer half anew.
    fn shorten(&mut self) -> io::Result<()> {
        let lines: Vec<String> = self.saves.iter().map(line).collect();
        let most = usize::try_from(self.most.lines / 2).unwrap_or(usize::MAX);
        let first = first_kept(&lines, most);
        self.saves.drain(..first);
        self.size = u64::MAX;
        let beside = self.path.with_extension("new");
        let mut new = File::create(&beside)?;
        let text = lines[first..].concat();
        new.write_all(text.as_bytes())?;
        new.sync_all()?;
        fs::rename(&beside, &self.path)?;
        self.size = text.len() as u64;
        self.tidy();
        Ok(())
    }
}

/// Reads the lines of a journal.
fn saves(text: &str) -> Vec<Save> {
    let mut saves: Vec<Save> = Vec::new();
    for line in text.lines() {
        if let Ok(save) = serde_json::from_str::<Save>(line) {
            saves.extend(Some(save).filter(Save::is_inside));
        } else if let Ok(Void { void }) = serde_json::from_str(line) {
            saves.pop_if(|last| last.id == void);
        }
    }
    saves
}

fn line(of: &impl Serialize) -> String {
    serde_json::to_string(of).unwrap_or_default() + "\n"
}

/// The first of the newest lines that together are shorter than this; the last one is always kept.
fn first_kept(lines: &[String], most: usize) -> usize {
    let mut size = 0;
    let newest_first = lines.iter().enumerate().rev().take_while(|(at, line)| {
        size += line.len();
        at + 1 == lines.len() || size < most
    });
    newest_first.last().map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::first_kept;

    #[test]
    fn as_many_of_the_newest_saves_are_kept_as_have_room() {
        let lines = ["one\n", "two and a half\n", "3\n", "four\n"].map(str::to_owned);
        let size = |from: usize| lines[from..].concat().len();
        for most in 0..size(0) + 2 {
            let plain = (0..3).rev().take_while(|from| size(*from) < most).last().unwrap_or(3);
            assert_eq!(first_kept(&lines, most), plain, "{most}");
        }
    }
}
