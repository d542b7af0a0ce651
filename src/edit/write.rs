//! Edits of many files on the disk: all are made, or none is. It must not know how a text is edited.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::source::shown_path;

use super::edits::Edits;
use super::error::Error;
use super::names::{Identity, identity};
use super::put::{Beside, Put, changed};
use super::text::{Edit, apply};

/// What was done, kept so that it can be undone.
#[must_use]
#[derive(Debug)]
pub struct Undo {
    work: Work,
    /// Folders that were made for files that moved.
    made: Vec<PathBuf>,
}

impl Undo {
    /// Puts everything back: texts, names, and folders that are empty again.
    ///
    /// # Errors
    /// When a file is not as it was left, or the disk fails; then nothing is changed.
    pub fn undo(self) -> Result<(), Error> {
        self.work.run()?;
        remove_folders(&self.made);
        Ok(())
    }
}

/// Makes the edits and moves in the project at `root`. Every new text is written beside its file before the first is
/// put in place. Links, rights and owners stay.
///
/// # Errors
/// When a file is not what was read any more, is read-only, or a name is taken; or the disk fails. Then every
/// file is as it was.
pub fn write(root: &Path, edits: &Edits) -> Result<Undo, Error> {
    let moves = edits.moves.iter().map(|(from, to)| (root.join(from), root.join(to)));
    let work = Work { puts: puts(root, edits)?, moves: moves.collect() };
    let made = work.run()?;
    Ok(Undo { work: work.reversed(), made })
}

/// A file that has several names in the book is written once, when the same becomes of it under each.
pub(super) fn puts(root: &Path, edits: &Edits) -> Result<Vec<Put>, Error> {
    let mut puts: Vec<Put> = Vec::new();
    let mut known = BTreeMap::new();
    for (path, edits) in edits.by_file() {
        let path = root.join(path);
        let (id, before, after) = edited(&path, &edits).map_err(Error::of(&path))?;
        let at = *known.entry(id).or_insert(puts.len());
        match puts.get(at) {
            None => puts.push(Put { path, before, after }),
            Some(other) if other.after == after => {}
            Some(other) => {
                let other = shown_path(&other.path);
                let why = format!("it is the same file as `{other}`, and needs another text");
                return Err(Error::of(&path)(io::Error::other(why)));
            }
        }
    }
    Ok(puts)
}

/// Which file it is, its bytes, and those that the edits make of them.
fn edited(path: &Path, edits: &[&Edit]) -> io::Result<(Identity, Vec<u8>, Vec<u8>)> {
    let before = fs::read(path)?;
    let after = str::from_utf8(&before).ok().and_then(|text| apply(text, edits));
    let after = after.ok_or_else(changed)?.into_bytes();
    Ok((identity(path)?, before, after))
}

/// Files that get other bytes, then files that get other names.
#[derive(Debug)]
pub(super) struct Work {
    pub puts: Vec<Put>,
    pub moves: Vec<(PathBuf, PathBuf)>,
}

impl Work {
    /// Gives the folders that were made.
    pub(super) fn run(&self) -> Result<Vec<PathBuf>, Error> {
        self.puts.iter().try_for_each(Put::prove)?;
        let staged: Vec<_> = self.puts.iter().map(Put::stage).collect::<Result<_, _>>()?;
        for (at, beside) in staged.into_iter().enumerate() {
            beside.put().inspect_err(|_| put_back(&self.puts[..=at]))?;
        }
        let mut made = Vec::new();
        for (at, (from, to)) in self.moves.iter().enumerate() {
            go(from, to, &mut made).map_err(Error::of(to)).inspect_err(|_| {
                for (from, to) in self.moves[..at].iter().rev() {
                    // The fault that led here is the one to tell.
                    let _ = fs::rename(to, from);
                }
                remove_folders(&made);
                put_back(&self.puts);
            })?;
        }
        Ok(made)
    }

    fn reversed(self) -> Self {
        let Self { puts, moves } = self;
        let puts = puts.into_iter().map(|put| {
            let moved = moves.iter().find(|(from, _)| *from == put.path);
            let path = moved.map_or_else(|| put.path.clone(), |(_, to)| to.clone());
            Put { path, ..put.reversed() }
        });
        let puts = puts.collect();
        let moves = moves.into_iter().rev().map(|(from, to)| (to, from)).collect();
        Self { puts, moves }
    }
}

fn put_back(puts: &[Put]) {
    for put in puts {
        // The fault that led here is the one to tell.
        let _ = put.clone().reversed().stage().and_then(Beside::put);
    }
}

/// Gives a file another name, which must be free. A link goes on leading where it led.
fn go(from: &Path, to: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    if to.symlink_metadata().is_ok() {
        return Err(io::Error::other("it is there already"));
    }
    let folders = to.ancestors().skip(1).take_while(|folder| !folder.exists());
    for folder in folders.collect::<Vec<_>>().into_iter().rev() {
        fs::create_dir(folder)?;
        made.push(folder.to_owned());
    }
    let led = from.is_symlink().then(|| from.canonicalize()).transpose()?;
    fs::rename(from, to)?;
    if led.is_some_and(|led| to.canonicalize().ok() != Some(led)) {
        fs::rename(to, from)?;
        return Err(io::Error::other("it is a link, which would lead elsewhere from there"));
    }
    Ok(())
}

fn remove_folders(made: &[PathBuf]) {
    for folder in made.iter().rev() {
        // Somebody may have put something there.
        let _ = fs::remove_dir(folder);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::sync::Arc;

    use super::{Edit, Edits, write};
    use crate::source::{Source, Sources, read};

    /// A folder with three files of which the edits change two, and move one of these.
    fn folder() -> (tempfile::TempDir, Edits) {
        let folder = tempfile::tempdir().expect("a folder for the test");
        fs::create_dir(folder.path().join("content")).expect("it is made");
        let texts = ["a", "b", "c"].map(|name| {
            let path = format!("content/{name}.yaml");
            fs::write(folder.path().join(&path), "\u{feff}old: 1\r\n").expect("it is written");
            let source = Arc::new(Source::new(path, "old: 1\n"));
            Edit::new(&source, 0..3, "new")
        });
        let moves = vec![("content/b.yaml".to_owned(), "content/deep/er/d.yaml".to_owned())];
        (folder, Edits { texts: texts[..2].to_vec(), moves })
    }

    /// All there is below a folder: paths, and the bytes of files.
    fn all(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
        let entries = fs::read_dir(folder).expect("the folder is there");
        let paths = entries.map(|entry| entry.expect("the folder can be listed").path());
        let mut all: Vec<_> = paths
            .flat_map(|path| match fs::read(&path) {
                Ok(bytes) => vec![(path, bytes)],
                Err(_) => [all(&path), vec![(path, Vec::new())]].concat(),
            })
            .collect();
        all.sort();
        all
    }

    #[test]
    fn what_was_written_is_what_was_made_in_memory_and_is_undone_to_the_last_byte() {
        let (folder, edits) = folder();
        let before = all(folder.path());
        let sources = edits.sources(&read(folder.path(), |_| Vec::new()).expect("it is read"));
        let undo = write(folder.path(), &edits).expect("it is written");
        let after = read(folder.path(), |_| Vec::new()).expect("it is read");
        let texts = |sources: &Sources| -> Vec<(String, String)> {
            let texts = sources.texts.iter();
            texts.map(|(path, source)| (path.clone(), source.text().to_owned())).collect()
        };
        assert_eq!(texts(&after), texts(&sources));
        assert_eq!(after.texts["content/deep/er/d.yaml"].text(), "new: 1\n");
        undo.undo().expect("it is undone");
        assert_eq!(all(folder.path()), before);
    }

    #[test]
    fn a_file_that_changed_since_it_was_read_is_left_alone_and_so_are_the_others() {
        let (folder, edits) = folder();
        fs::write(folder.path().join("content/b.yaml"), "old: 2\n").expect("it is written");
        let before = all(folder.path());
        let error = write(folder.path(), &edits).expect_err("it changed");
        assert!(error.to_string().contains("b.yaml`: it was changed meanwhile"), "{error}");
        assert_eq!(all(folder.path()), before);
    }

    #[test]
    fn what_somebody_wrote_afterwards_is_not_undone() {
        let (folder, edits) = folder();
        let undo = write(folder.path(), &edits).expect("it is written");
        fs::write(folder.path().join("content/deep/er/d.yaml"), "mine: 1\n").expect("so it is");
        let before = all(folder.path());
        let error = undo.undo().expect_err("it changed");
        assert!(error.to_string().contains("d.yaml`: it was changed meanwhile"), "{error}");
        assert_eq!(all(folder.path()), before);
    }

    #[test]
    fn when_the_last_step_fails_the_first_are_taken_back() {
        let (folder, mut edits) = folder();
        fs::create_dir(folder.path().join("content/c")).expect("it is made");
        edits.moves.push(("content/a.yaml".to_owned(), "content/c".to_owned()));
        let before = all(folder.path());
        let error = write(folder.path(), &edits).expect_err("the name is taken");
        assert!(error.to_string().contains("c`: it is there already"), "{error}");
        assert_eq!(all(folder.path()), before);
    }
}
