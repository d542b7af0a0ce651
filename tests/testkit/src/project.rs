//! A project in a folder of its own, and the program run on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::Book;

/// A project's folder that goes away with the test.
#[must_use]
pub struct Project {
    folder: TempDir,
}

/// What a run said, and how it ended.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Project {
    /// A book with nothing but a title.
    pub fn new() -> Self {
        Book::new().on_disk()
    }

    /// A book with one small scenario, one guide and one template.
    pub fn small() -> Self {
        Book::small().on_disk()
    }

    /// With these files.
    pub(crate) fn of(files: &BTreeMap<String, Vec<u8>>) -> Self {
        let project = Self { folder: tempfile::tempdir().expect("a folder for the test") };
        for (path, bytes) in files {
            project.put(path, bytes);
        }
        project
    }

    pub fn file(self, path: &str, text: &str) -> Self {
        self.write(path, text);
        self
    }

    pub fn write(&self, path: &str, text: &str) {
        self.put(path, text.as_bytes());
    }

    fn put(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a path in the project has a folder"))
            .expect("a folder is made");
        fs::write(path, bytes).expect("a file is written");
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("a file is removed");
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Runs the program in the project's folder.
    pub fn run(&self, args: &[&str]) -> Run {
        run(self.command(args))
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = twohats();
        command.args(args).current_dir(self.folder.path()).stdin(Stdio::null());
        // Colours and the day are for a test to choose, not for the machine.
        command.env_remove("CLICOLOR_FORCE").env_remove("SOURCE_DATE_EPOCH");
        command
    }

    /// Builds, and asserts that it went well.
    pub fn build(&self) -> Tree {
        let run = self.run(&["build"]);
        assert_eq!(run.code, 0, "{}", run.err);
        tree(&self.path("public"))
    }
}

/// The program under test.
pub fn twohats() -> Command {
    let program = std::env::var_os("CARGO_BIN_EXE_twohats");
    Command::new(program.expect("cargo runs the tests, and says where it put the program"))
}

pub fn run(mut command: Command) -> Run {
    let Output { status, stdout, stderr } = command.output().expect("the program starts");
    Run {
        code: status.code().unwrap_or(-1),
        out: String::from_utf8(stdout).expect("output is UTF-8"),
        err: String::from_utf8(stderr).expect("output is UTF-8"),
    }
}

/// The bytes of every file by its path, our own folder left out.
pub type Tree = BTreeMap<String, Vec<u8>>;

pub fn tree(folder: &Path) -> Tree {
    let files = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("the output can be walked"));
    let files = files.filter(|entry| entry.file_type().is_file());
    let named = files.map(|entry| {
        let path = entry.path().strip_prefix(folder).expect("a file is in its folder");
        (path.to_string_lossy().replace('\\', "/"), entry.path().to_owned())
    });
    named
        .filter(|(name, _)| !name.starts_with(".twohats/"))
        .map(|(name, path)| (name, fs::read(path).expect("a file of the output can be read")))
        .collect()
}
