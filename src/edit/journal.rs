//! What was saved, kept so that it can be taken back later, after a crash too. It must not know what files mean, nor
//! which saves there are.
//!
//! A line a save: when, which file, and the part that changed. The whole text before it stands there where it is not
//! what the save before left. A line is on the disk before its file is; one whose text is not in the file was never
//! carried out, and one that is torn is none.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::difference::difference;
use super::edits::Edits;
use super::error::Error;
use super::put::{Put, changed};
use super::write::{Work, puts};

/// The folder of what a project keeps for itself; what is in it is neither committed nor published.
const FOLDER: &str = ".twohats";

/// The largest journal in bytes; of a larger one the older half goes.
const MOST: u64 = 20_000_000;

/// The journal of a project.
#[derive(Debug)]
pub struct Journal {
    root: PathBuf,
    path: PathBuf,
    most: u64,
    saves: Vec<Save>,
}

/// A save of one file, with its texts as they are on the disk.
#[derive(Clone, Debug)]
struct Save {
    time: u64,
    file: String,
    before: String,
    after: String,
    /// How many saves it takes back; none where somebody wrote.
    takes_back: usize,
}

/// A save as a line of the journal.
#[derive(Serialize, Deserialize)]
struct Line {
    time: u64,
    file: String,
    /// The text before; where it is missing, the one that the last save of the file left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<String>,
    /// The bytes that are taken out, and what is put there.
    cut: (usize, usize),
    put: String,
    #[serde(default)]
    takes_back: usize,
}

impl Journal {
    /// Opens the journal of the project at `root`, which may have none yet.
    ///
    /// # Errors
    /// When there is one that cannot be read.
    pub fn open(root: &Path) -> Result<Self, Error> {
        let path = root.join(FOLDER).join("edits").join("journal");
        let text = match fs::read(&path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => String::new(),
            Err(cause) => return Err(Error::of(&path)(cause)),
        };
        Ok(Self { root: root.to_owned(), path, most: MOST, saves: saves(&text) })
    }

    /// Makes edits of texts in the project, and keeps what the files were before.
    ///
    /// # Errors
    /// When the journal or a file cannot be written, or a file is not what was read; then every file is as it was.
    pub fn write(&mut self, edits: &Edits, time: SystemTime) -> Result<(), Error> {
        let files: Vec<&str> = edits.by_file().into_keys().collect();
        let mut puts = puts(&self.root, edits)?;
        puts.retain(|put| put.before != put.after);
        // A file of several names is kept under the first.
        let named = puts.iter().map(|put| {
            let file = files.iter().find(|file| self.root.join(file) == put.path);
            Save::of(put, file.copied().unwrap_or_default(), time, 0)
        });
        let saves: Vec<Save> = named.collect();
        if saves.is_empty() {
            return Ok(());
        }
        self.note(saves)?;
        Work { puts, moves: Vec::new() }.run().map(drop)
    }

    /// Takes the last save of a file back that was not taken back yet. Whether there was one.
    ///
    /// # Errors
    /// When somebody else wrote the file since, or it cannot be written; then it is as it was.
    pub fn undo(&mut self, file: &str, time: SystemTime) -> Result<bool, Error> {
        self.take_back(file, time, |_, taken| taken == 1)
    }

    /// Takes back everything that was saved from a time on, and gives the files that changed. What somebody else wrote
    /// since is left alone, and given as an error beside them.
    pub fn undo_since(&mut self, from: SystemTime, time: SystemTime) -> (Vec<String>, Vec<Error>) {
        let (from, mut done, mut errors) = (millis(from), Vec::new(), Vec::new());
        let files: BTreeSet<String> = self.saves.iter().map(|save| save.file.clone()).collect();
        for file in files {
            match self.take_back(&file, time, |save, _| save.time < from) {
                Ok(true) => done.push(file),
                Ok(false) => {}
                Err(error) => errors.push(error),
            }
        }
        (done, errors)
    }

    /// Takes saves of a file back until `is_enough` says so of the next one and of how many were taken back.
    fn take_back(
        &mut self,
        file: &str,
        time: SystemTime,
        is_enough: impl Fn(&Save, usize) -> bool,
    ) -> Result<bool, Error> {
        let path = self.root.join(file);
        let now = fs::read_to_string(&path).map_err(Error::of(&path))?;
        let (mut text, mut skip, mut taken) = (now.as_str(), 0, 0);
        let mut back = None;
        for save in self.saves.iter().rev().filter(|save| save.file == file) {
            if save.takes_back == 0 && skip == 0 && is_enough(save, taken) {
                break;
            }
            if save.after != text {
                // It was not carried out.
                if save.before == text {
                    continue;
                }
                if taken == 0 {
                    return Err(Error::of(&path)(changed()));
                }
                break;
            }
            text = &save.before;
            if save.takes_back > 0 {
                skip += save.takes_back;
            } else if skip > 0 {
                skip -= 1;
            } else {
                taken += 1;
                back = Some(&save.before);
            }
        }
        let Some(after) = back.cloned() else { return Ok(false) };
        let put = Put { path, before: now.into_bytes(), after: after.into_bytes() };
        self.note(vec![Save::of(&put, file, time, taken)])?;
        Work { puts: vec![put], moves: Vec::new() }.run()?;
        Ok(true)
    }

    /// Keeps saves; they are on the disk when this returns.
    fn note(&mut self, saves: Vec<Save>) -> Result<(), Error> {
        let lasts = self.saves.iter().map(|save| (save.file.as_str(), save.after.as_str()));
        let lines = lines(&saves, lasts.collect());
        let size = fs::metadata(&self.path).map_or(0, |journal| journal.len());
        self.saves.extend(saves);
        if size + lines.len() as u64 > self.most {
            return self.shorten().map_err(Error::of(&self.path));
        }
        let append = || {
            self.make_folder()?;
            let mut journal = File::options().append(true).create(true).open(&self.path)?;
            // A line that a crash tore ends here.
            journal.write_all(b"\n")?;
            journal.write_all(lines.as_bytes())?;
            journal.sync_data()
        };
        append().map_err(Error::of(&self.path))
    }

    /// Writes the newer half anew.
    fn shorten(&mut self) -> io::Result<()> {
        let most = usize::try_from(self.most / 2).unwrap_or(usize::MAX);
        self.saves.drain(..first_kept(&self.saves, most));
        self.make_folder()?;
        let beside = self.path.with_extension("new");
        let mut new = File::create(&beside)?;
        new.write_all(lines(&self.saves, BTreeMap::new()).as_bytes())?;
        new.sync_all()?;
        fs::rename(&beside, &self.path)
    }

    fn make_folder(&self) -> io::Result<()> {
        let folder = self.root.join(FOLDER);
        fs::create_dir_all(folder.join("edits"))?;
        let ignore = folder.join(".gitignore");
        if ignore.symlink_metadata().is_ok() { Ok(()) } else { fs::write(ignore, "*\n") }
    }
}

impl Save {
    fn of(put: &Put, file: &str, time: SystemTime, takes_back: usize) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (before, after) = (text(&put.before), text(&put.after));
        Self { time: millis(time), file: file.to_owned(), before, after, takes_back }
    }
}

/// Reads the lines of a journal.
fn saves(text: &str) -> Vec<Save> {
    let mut last: BTreeMap<String, String> = BTreeMap::new();
    let mut saves = Vec::new();
    for line in text.lines() {
        let Ok(line) = serde_json::from_str::<Line>(line) else { continue };
        let before = line.before.or_else(|| last.get(&line.file).cloned());
        let (start, end) = line.cut;
        let Some(before) = before.filter(|before| before.get(start..end).is_some()) else {
            continue;
        };
        let after = [&before[..start], &line.put, &before[end..]].concat();
        last.insert(line.file.clone(), after.clone());
        let Line { time, file, takes_back, .. } = line;
        saves.push(Save { time, file, before, after, takes_back });
    }
    saves
}

/// The first of the newest saves whose lines together are shorter than this; the last one is always kept.
fn first_kept(saves: &[Save], most: usize) -> usize {
    // Of each file the text before its first save so far, and how much longer that makes its line.
    let mut firsts: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    let mut size = 0;
    let newest_first = saves.iter().enumerate().rev().take_while(|(at, save)| {
        let alone = |last| lines(std::slice::from_ref(*save), last).len();
        let known = BTreeMap::from([(save.file.as_str(), save.before.as_str())]);
        let whole = alone(BTreeMap::new());
        size += whole;
        match firsts.insert(&save.file, (&save.before, whole - alone(known))) {
            Some((before, more)) if before == save.after => size -= more,
            _ => {}
        }
        at + 1 == saves.len() || size < most
    });
    newest_first.last().map_or(0, |(at, _)| at)
}

/// Writes saves as lines. `last` says which text each file had before.
fn lines<'s>(saves: &'s [Save], mut last: BTreeMap<&'s str, &'s str>) -> String {
    let mut lines = String::new();
    for save in saves {
        let (cut, put) = difference(&save.before, &save.after);
        let is_known = last.insert(&save.file, &save.after) == Some(&save.before);
        let line = Line {
            time: save.time,
            file: save.file.clone(),
            before: (!is_known).then(|| save.before.clone()),
            cut,
            put: put.to_owned(),
            takes_back: save.takes_back,
        };
        lines.push_str(&serde_json::to_string(&line).unwrap_or_default());
        lines.push('\n');
    }
    lines
}

fn millis(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Save, first_kept, lines};

    #[test]
    fn as_many_of_the_newest_saves_are_kept_as_have_room() {
        let save = |(at, file): (usize, &str)| {
            // Each fourth is of a file that somebody else wrote meanwhile.
            let before = format!("one \"{}\" é\n", if at % 4 == 3 { 100 + at } else { at });
            let after = format!("one \"{}\" é\n", at + 2);
            Save { time: 1, file: file.to_owned(), before, after, takes_back: at % 3 }
        };
        let saves: Vec<Save> =
            ["a", "b"].into_iter().cycle().take(12).enumerate().map(save).collect();
        let size = |from: usize| lines(&saves[from..], BTreeMap::new()).len();
        for most in 0..size(0) + 2 {
            let plain = (0..11).rev().take_while(|from| size(*from) < most).last().unwrap_or(11);
            assert_eq!(first_kept(&saves, most), plain, "{most}");
        }
    }
}
