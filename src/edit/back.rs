//! Saves are taken back in memory, the newest first, against the files as they are: what comes out is the work that
//! does it on the disk. It must not know which saves are to go, nor write.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::create::is_there;
use super::error::Error;
use super::put::{Put, changed};
use super::save::{Save, Step, mark};
use super::write::Work;

/// Which steps of a save must have been made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Made {
    All,
    /// Those that were not made are left out, as after a crash.
    InPart,
}

/// The project as it is once saves are taken back.
pub(super) struct Back<'r> {
    root: &'r Path,
    files: Vec<OnDisk>,
    /// Which file has which name; of names that nobody asked for the disk knows.
    names: BTreeMap<String, Option<usize>>,
    moves: Vec<(String, String)>,
    /// Names for files that are no part of the project any more.
    away: Box<dyn Iterator<Item = String>>,
}

/// A file that is there.
struct OnDisk {
    path: PathBuf,
    /// Its bytes, where they were asked for.
    text: Option<Text>,
}

struct Text {
    disk: Vec<u8>,
    now: Vec<u8>,
    mark: String,
}

/// A save that is being taken back.
#[derive(Default)]
struct Draft<'s> {
    names: BTreeMap<String, Option<usize>>,
    puts: Vec<(usize, &'s Step)>,
    /// The mark of each text that changes.
    marks: BTreeMap<usize, &'s str>,
    moves: Vec<(String, String)>,
}

impl<'r> Back<'r> {
    /// The project at `root`. Files that saves made go to the names in `away`.
    pub(super) fn new(root: &'r Path, away: impl Iterator<Item = String> + 'static) -> Self {
        let (files, names, moves) = (Vec::new(), BTreeMap::new(), Vec::new());
        Self { root, files, names, moves, away: Box::new(away) }
    }

    /// Takes a save back, or nothing of it, and says how many of its steps there were to take back.
    pub(super) fn take(&mut self, save: &Save, made: Made) -> Result<usize, Error> {
        let mut draft = Draft::default();
        let (mut taken, in_part) = (0, made == Made::InPart);
        for step in save.steps.iter().rev() {
            let is_made = match step {
                Step::Put { file, before, after, .. } => {
                    let found = self.find(&draft, file).ok_or_else(|| self.gone(file))?;
                    match self.mark(&draft, found)? {
                        mark if mark == after => {
                            draft.puts.push((found, step));
                            draft.marks.insert(found, before);
                            true
                        }
                        mark if in_part && mark == before => false,
                        _ => return Err(self.refused(file, changed())),
                    }
                }
                Step::Move { from, to } => match [from, to].map(|name| self.find(&draft, name)) {
                    [None, Some(found)] => {
                        draft.rename(found, to, from);
                        true
                    }
                    [Some(_), None] if in_part => false,
                    [Some(_), _] => {
                        let taken = io::Error::other("it is there already");
                        return Err(self.refused(from, taken));
                    }
                    [None, None] => return Err(self.gone(to)),
                },
                Step::Make { file, mark } => match self.find(&draft, file) {
                    Some(found) if self.mark(&draft, found)? == mark => {
                        let away = self.away.next().ok_or_else(|| self.gone(file))?;
                        draft.rename(found, file, &away);
                        true
                    }
                    None if in_part => false,
                    None => return Err(self.gone(file)),
                    Some(_) => return Err(self.refused(file, changed())),
                },
            };
            taken += usize::from(is_made);
        }
        self.keep(draft);
        Ok(taken)
    }

    fn keep(&mut self, draft: Draft<'_>) {
        for (found, step) in draft.puts {
            if let (Step::Put { at, old, new, before, .. }, Some(text)) =
                (step, &mut self.files[found].text)
            {
                let range = *at..at.saturating_add(new.len());
                // Where that is not what stands there, the mark of what comes out will say so.
                if text.now.get(range.clone()) == Some(new.as_bytes()) {
                    text.now.splice(range, old.bytes());
                }
                text.mark.clone_from(before);
            }
        }
        self.names.extend(draft.names);
        self.moves.extend(draft.moves);
    }

    /// What is to be done on the disk.
    pub(super) fn work(self) -> Result<Work, Error> {
        let mut puts = Vec::new();
        for OnDisk { path, text } in self.files {
            let Some(Text { disk, now, mark: wanted }) = text.filter(|text| text.disk != text.now)
            else {
                continue;
            };
            if mark(&now) != wanted {
                return Err(Error::of(&path)(changed()));
            }
            puts.push(Put { path, before: disk, after: now });
        }
        let moves = self.moves.iter();
        let moves = moves.map(|(from, to)| (self.root.join(from), self.root.join(to)));
        Ok(Work { puts, moves: moves.collect() })
    }

    /// The file that has a name, if there is one.
    fn find(&mut self, draft: &Draft<'_>, name: &str) -> Option<usize> {
        if let Some(found) = draft.names.get(name).or_else(|| self.names.get(name)) {
            return *found;
        }
        let path = self.root.join(name);
        let found = is_there(&path).then_some(self.files.len());
        self.files.extend(found.map(|_| OnDisk { path, text: None }));
        self.names.insert(name.to_owned(), found);
        found
    }

    /// The mark of a file's bytes.
    fn mark<'m>(&'m mut self, draft: &'m Draft<'_>, found: usize) -> Result<&'m str, Error> {
        if let Some(mark) = draft.marks.get(&found) {
            return Ok(mark);
        }
        let OnDisk { path, text } = &mut self.files[found];
        let text = match text {
            Some(text) => text,
            None => text.insert(Text::read(path).map_err(Error::of(path))?),
        };
        Ok(&text.mark)
    }

    fn refused(&self, name: &str, cause: io::Error) -> Error {
        Error::of(&self.root.join(name))(cause)
    }

    fn gone(&self, name: &str) -> Error {
        self.refused(name, io::Error::other("it is not there any more"))
    }
}

impl Draft<'_> {
    fn rename(&mut self, found: usize, from: &str, to: &str) {
        self.names.insert(from.to_owned(), None);
        self.names.insert(to.to_owned(), Some(found));
        self.moves.push((from.to_owned(), to.to_owned()));
    }
}

impl Text {
    fn read(path: &Path) -> io::Result<Self> {
        let disk = fs::read(path)?;
        if fs::metadata(path)?.permissions().readonly() {
            return Err(io::Error::other("it is read-only"));
        }
        let mark = mark(&disk);
        Ok(Self { now: disk.clone(), disk, mark })
    }
}
