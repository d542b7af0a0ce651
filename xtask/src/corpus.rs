//! A book of any size in a folder of its own. One scenario of it is saved again and again.

use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::time::Instant;

use tempfile::TempDir;
use testkit::corpus as text;

pub struct Corpus {
    folder: TempDir,
    size: usize,
    saves: Cell<usize>,
}

impl Corpus {
    pub fn make(size: usize) -> Result<Self, String> {
        let folder = TempDir::with_prefix("twohats-corpus-").map_err(|error| error.to_string())?;
        let corpus = Self { folder, size: size.max(1), saves: Cell::new(0) };
        for (path, text) in text::files(corpus.size) {
            corpus.write(&path, &text)?;
        }
        Ok(corpus)
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The address of the scenario that is saved.
    pub fn page(&self) -> String {
        format!("/scenarios/s{}.html", self.saved())
    }

    /// What the next save will show.
    pub fn next_words(&self) -> String {
        format!("Saved for the {}th time.", self.saves.get() + 1)
    }

    /// Saves the scenario with new words. Gives them, and when the write was done.
    pub fn save(&self) -> Result<(String, Instant), String> {
        let words = self.next_words();
        self.saves.set(self.saves.get() + 1);
        let number = self.saved();
        let scenario = text::scenario(number, &words, self.size);
        self.write(&text::scenario_path(number), &scenario)?;
        Ok((words, Instant::now()))
    }

    fn saved(&self) -> usize {
        self.size / 2
    }

    fn write(&self, path: &str, text: &str) -> Result<(), String> {
        let path = self.folder.path().join(path);
        let folder = path.parent().ok_or("a file is in a folder")?;
        let made = fs::create_dir_all(folder).and_then(|()| fs::write(&path, text));
        made.map_err(|error| format!("{}: {error}", path.display()))
    }
}
