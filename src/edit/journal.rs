//! What was saved, kept so that it can be taken back later, after a crash too. It must not know what files mean, nor
//! which saves there are.
//!
//! A line a save: when, and for each file the bytes that changed with the marks of the whole text before and after, or
//! its other name, or that it was made. A file that is taken away gets a name in a folder beside. A line is on the disk
//! before the files are; the last one is looked at before the next is written, and what was carried out of it in part
//! alone is taken back. A line that is torn is none.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::back::{Back, Made};
use super::create::{is_there, make};
use super::edits::Edits;
use super::error::Error;
use super::log::{EDITS, Log, Most};
use super::put::beside;
use super::save::{Save, Step, is_inside, mark, millis, name};
use super::write::{Work, puts};

/// How much is kept.
const MOST: Most = Most { lines: 20_000_000, files: 200_000_000 };

const OUTSIDE: &str = "it is outside the project";

/// The journal of a project.
#[derive(Debug)]
pub struct Journal {
    root: PathBuf,
    log: Log,
}

impl Journal {
    /// Opens the journal of the project at `root`, which may have none yet.
    ///
    /// # Errors
    /// When there is one that cannot be read.
    pub fn open(root: &Path) -> Result<Self, Error> {
        Ok(Self { root: root.to_owned(), log: Log::open(root, MOST)? })
    }

    /// Makes edits in the project, and keeps what the files were before.
    ///
    /// # Errors
    /// When the journal or a file cannot be written, or a file is not what was read; then every file is as it was.
    pub fn write(&mut self, edits: &Edits, time: SystemTime) -> Result<(), Error> {
        self.write_in(edits, time, None)
    }

    /// The same as a part of a sitting, as of an open text: what was saved in one after another goes back at once.
    ///
    /// # Errors
    /// As those of `write`.
    pub fn write_in(
        &mut self,
        edits: &Edits,
        time: SystemTime,
        sitting: Option<&str>,
    ) -> Result<(), Error> {
        let _alone = self.begin()?;
        let mut puts = puts(&self.root, edits)?;
        puts.retain(|put| put.before != put.after);
        let moves = edits.moves.iter();
        let moves = moves.map(|(from, to)| (self.root.join(from), self.root.join(to)));
        let work = Work { puts, moves: moves.collect() };
        let steps = Step::all(&self.root, &work);
        if steps.is_empty() {
            return Ok(());
        }
        let sitting = sitting.map(str::to_owned);
        let save = Save { sitting, ..self.save(steps, Vec::new(), time) };
        self.carried_out(save, || work.run().map(drop))
    }

    /// Makes a file that is not there yet, and the folders above it.
    ///
    /// # Errors
    /// When it is there, or it or the journal cannot be written; then nothing is there.
    pub fn make(&mut self, file: &str, bytes: &[u8], time: SystemTime) -> Result<(), Error> {
        let _alone = self.begin()?;
        let path = self.root.join(file);
        if is_there(&path) || !is_inside(file) {
            let why = if is_inside(file) { "it is there already" } else { OUTSIDE };
            return Err(Error::of(&path)(io::Error::other(why)));
        }
        let steps = vec![Step::Make { file: file.to_owned(), mark: mark(bytes) }];
        let save = self.save(steps, Vec::new(), time);
        self.carried_out(save, || make(&path, bytes))
    }

    /// Takes a file away, so that it can be put back as it was.
    ///
    /// # Errors
    /// When it is no file, read-only, or a link that leads from its place, or the disk fails; then it is still there.
    pub fn remove(&mut self, file: &str, time: SystemTime) -> Result<(), Error> {
        let _alone = self.begin()?;
        let path = self.root.join(file);
        if !is_inside(file) {
            return Err(Error::of(&path)(io::Error::other(OUTSIDE)));
        }
        let about = fs::metadata(&path).map_err(Error::of(&path))?;
        if !about.is_file() || about.permissions().readonly() {
            let why = if about.is_file() { "it is read-only" } else { "it is no file" };
            return Err(Error::of(&path)(io::Error::other(why)));
        }
        let away = self.log.away().map(|away| self.root.join(away));
        let work = Work { puts: Vec::new(), moves: [path].into_iter().zip(away).collect() };
        self.carry_out(&work, Vec::new(), time)
    }

    /// Takes the last save of a file back that was not taken back yet, with all that was saved together with it, and those
    /// of its sitting.
    /// Whether there was one.
    ///
    /// # Errors
    /// When somebody else changed a file of it since, or saved one again, or the disk fails; then all is as it was.
    pub fn undo(&mut self, file: &str, time: SystemTime) -> Result<bool, Error> {
        if !self.log.is_there() {
            return Ok(false);
        }
        let _alone = self.begin()?;
        let Some(last) = self.last_of(file).cloned() else { return Ok(false) };
        let is_of_it = |save: &Save| {
            let is_of_sitting = last.sitting.is_some() && save.sitting == last.sitting;
            save.id == last.id || is_of_sitting
        };
        let (done, mut errors) = self.take_back(is_of_it, time);
        match errors.pop() {
            Some(error) => Err(error),
            None if done.is_empty() => {
                let why = "what was saved with it was saved again since; take that back first";
                Err(Error::of(&self.root.join(file))(io::Error::other(why)))
            }
            None => Ok(true),
        }
    }

    /// Takes back everything that was saved from a time on, and gives every path that changed. What somebody else wrote
    /// since is left alone, and given as an error beside them.
    pub fn undo_since(&mut self, from: SystemTime, time: SystemTime) -> (Vec<String>, Vec<Error>) {
        if !self.log.is_there() {
            return (Vec::new(), Vec::new());
        }
        let from = millis(from);
        match self.begin() {
            Ok(_alone) => self.take_back(|save| save.time >= from, time),
            Err(error) => (Vec::new(), vec![error]),
        }
    }

    /// Whether something was saved in a file that was not taken back yet.
    #[must_use]
    pub fn can_undo(&self, file: &str) -> bool {
        self.last_of(file).is_some()
    }

    /// The last save of a file that was not taken back yet.
    fn last_of(&self, file: &str) -> Option<&Save> {
        self.standing().find(|save| save.files().any(|one| one == file))
    }

    /// What was saved and not taken back, the newest first.
    fn standing(&self) -> impl Iterator<Item = &Save> {
        let gone = self.log.saves.iter().flat_map(|save| save.takes_back.iter().copied());
        let gone: BTreeSet<u64> = gone.collect();
        let saves = self.log.saves.iter().rev();
        saves.filter(move |save| save.takes_back.is_empty() && !gone.contains(&save.id))
    }

    /// Takes back what is wanted, if nothing that is not was saved over it.
    fn take_back(
        &mut self,
        is_wanted: impl Fn(&Save) -> bool,
        time: SystemTime,
    ) -> (Vec<String>, Vec<Error>) {
        let mut back = Back::new(&self.root, self.log.away());
        let (mut done, mut left) = (BTreeSet::new(), BTreeSet::new());
        let (mut takes_back, mut errors) = (Vec::new(), Vec::new());
        for save in self.standing() {
            let is_free = !save.files().any(|file| left.contains(file));
            match (is_wanted(save) && is_free).then(|| back.take(save, Made::All)) {
                Some(Ok(_)) => {
                    takes_back.push(save.id);
                    done.extend(save.files().map(str::to_owned));
                    continue;
                }
                // Of a file that went back as far as it could, nothing is to be told.
                Some(Err(error)) if !save.files().any(|file| done.contains(file)) => {
                    errors.push(error);
                }
                _ => {}
            }
            left.extend(save.files());
        }
        if takes_back.is_empty() {
            return (Vec::new(), errors);
        }
        match back.work().and_then(|work| self.carry_out(&work, takes_back, time)) {
            Ok(()) => {
                self.remove_folders(&done);
                done.retain(|file| !file.starts_with(EDITS));
                (done.into_iter().collect(), errors)
            }
            Err(error) => {
                errors.push(error);
                (Vec::new(), errors)
            }
        }
    }

    /// Removes the folders above files that were made for saves and are empty now.
    fn remove_folders(&self, files: &BTreeSet<String>) {
        let made = self.log.saves.iter().flat_map(|save| save.folders.iter().map(String::as_str));
        let made: BTreeSet<&str> = made.collect();
        let above = files.iter().flat_map(|file| Path::new(file).ancestors().skip(1));
        let above: BTreeSet<&str> = above.filter_map(Path::to_str).collect();
        for folder in made.intersection(&above).collect::<Vec<_>>().into_iter().rev() {
            // Somebody may have put something there.
            let _ = fs::remove_dir(self.root.join(folder));
        }
    }

    /// Keeps what work does, and does it.
    fn carry_out(
        &mut self,
        work: &Work,
        takes_back: Vec<u64>,
        time: SystemTime,
    ) -> Result<(), Error> {
        let steps = Step::all(&self.root, work);
        if steps.is_empty() && takes_back.is_empty() {
            return Ok(());
        }
        let save = self.save(steps, takes_back, time);
        self.carried_out(save, || work.run().map(drop))
    }

    fn carried_out(
        &mut self,
        save: Save,
        carry_out: impl FnOnce() -> Result<(), Error>,
    ) -> Result<(), Error> {
        let takes_away = save.files().any(|file| file.starts_with(EDITS));
        self.log.keep(save)?;
        if let Err(error) = carry_out() {
            // Where that fails too, whoever opens the journal next sees that it was not carried out.
            let _ = self.log.void();
            return Err(error);
        }
        self.log.is_settled = true;
        if takes_away {
            self.log.tidy();
        }
        Ok(())
    }

    fn save(&self, steps: Vec<Step>, takes_back: Vec<u64>, time: SystemTime) -> Save {
        let new = steps.iter().filter_map(|step| match step {
            Step::Make { file, .. } | Step::Move { to: file, .. } => Some(file),
            Step::Put { .. } => None,
        });
        let inside = new.filter(|file| !file.starts_with(EDITS));
        let folders: BTreeSet<String> = inside.flat_map(|file| self.missing(file)).collect();
        let folders = folders.into_iter().collect();
        Save { id: self.log.next(), time: millis(time), takes_back, sitting: None, folders, steps }
    }

    /// The folders above a file that are not there.
    fn missing(&self, file: &str) -> Vec<String> {
        let path = self.root.join(file);
        let folders = path.ancestors().skip(1).take_while(|folder| !folder.exists());
        folders.map(|folder| name(&self.root, folder)).collect()
    }

    /// Has the journal for itself until what is given is dropped, and sees to it that the last save is whole.
    fn begin(&mut self) -> Result<File, Error> {
        let alone = self.log.lock()?;
        if !self.log.is_settled {
            self.settle()?;
        }
        Ok(alone)
    }

    /// Takes back what was carried out in part alone when a program ended.
    fn settle(&mut self) -> Result<(), Error> {
        self.log.is_settled = true;
        let Some(last) = self.log.saves.last() else { return Ok(()) };
        for file in last.files() {
            let _ = fs::remove_file(beside(&self.root.join(file)));
        }
        let mut back = Back::new(&self.root, self.log.away());
        // Where somebody else wrote since, everything is left as it is.
        let Ok(made) = back.take(last, Made::InPart) else { return Ok(()) };
        if made == last.steps.len() {
            return Ok(());
        }
        if back.work().and_then(|work| work.run()).is_err() {
            return Ok(());
        }
        let files = last.files().map(str::to_owned).collect();
        self.remove_folders(&files);
        self.log.void()?;
        self.log.tidy();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::Arc;
    use std::time::{Duration, SystemTime, UNIX_EPOCH};

    use super::Journal;
    use crate::edit::{Edit, Edits};
    use crate::source::Source;

    const FILE: &str = "content/a.yaml";

    fn at(second: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(second)
    }

    fn project() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder for the test");
        fs::create_dir(folder.path().join("content")).expect("it is made");
        fs::write(folder.path().join(FILE), "title: 0\n").expect("it is written");
        folder
    }

    fn text(root: &Path) -> String {
        fs::read_to_string(root.join(FILE)).expect("it is there")
    }

    fn title(root: &Path, title: &str) -> Edits {
        let source = Arc::new(Source::new(FILE, &text(root)));
        let end = source.text().len() - 1;
        Edits { texts: vec![Edit::new(&source, 7..end, title)], ..Edits::default() }
    }

    #[test]
    fn a_full_journal_is_halved_and_takes_back_what_is_left_of_it() {
        let folder = project();
        let root = folder.path();
        let mut journal = Journal::open(root).expect("it can be read");
        journal.log.most.lines = 2_000;
        for number in 1..30 {
            journal.write(&title(root, &number.to_string()), at(number)).expect("it is written");
            let size =
                fs::metadata(root.join(".twohats/edits/journal")).expect("it is there").len();
            assert!(size <= 2_000 && size == journal.log.size, "{size}, {}", journal.log.size);
        }
        let left = journal.log.saves.len();
        assert!((4..15).contains(&left), "{left}");
        let (done, errors) = journal.undo_since(at(0), at(40));
        assert_eq!((done.len(), errors.len()), (1, 0), "{errors:?}");
        assert_eq!(text(root), format!("title: {}\n", 29 - left));
    }

    #[test]
    fn of_files_that_were_taken_away_the_oldest_go_where_there_is_no_room() {
        let folder = project();
        let root = folder.path();
        let mut journal = Journal::open(root).expect("it can be read");
        journal.log.most.files = 25;
        for (second, name) in (1..).zip(["a.png", "b.png", "c.png"]) {
            journal.make(name, &[7; 10], at(second)).expect("it is made");
            journal.remove(name, at(second)).expect("it is taken away");
        }
        let kept = fs::read_dir(root.join(".twohats/edits/kept")).expect("it is there");
        assert_eq!(kept.count(), 2);
        let error = journal.undo("a.png", at(9)).expect_err("it is not kept");
        assert!(error.to_string().contains("it is not there any more"), "{error}");
        assert!(journal.undo("b.png", at(9)).expect("it is kept"));
        assert_eq!(fs::read(root.join("b.png")).expect("it is there"), [7; 10]);
    }

    #[test]
    fn a_save_that_fails_is_none_and_what_another_program_saved_is_known() {
        let folder = project();
        let root = folder.path();
        let [mut one, mut other] = [0, 1].map(|_| Journal::open(root).expect("it can be read"));
        one.write(&title(root, "1"), at(1)).expect("it is written");
        let old = title(root, "2");
        other.write(&title(root, "3"), at(3)).expect("it is written");
        one.write(&old, at(4)).expect_err("it is another text");
        let mut moved = title(root, "5");
        moved.moves = vec![(FILE.to_owned(), "content".to_owned())];
        one.write(&moved, at(5)).expect_err("the name is taken");
        assert_eq!(text(root), "title: 3\n");
        assert!(one.undo(FILE, at(6)).expect("it can be taken back"));
        assert!(other.undo(FILE, at(7)).expect("it can be taken back"));
        assert_eq!(text(root), "title: 0\n");
        assert!(!one.undo(FILE, at(8)).expect("nothing is left"));
    }
}
