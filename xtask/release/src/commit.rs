//! The commit that is released.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tar::Archive;
use testkit::outcome::{Outcome, because};

use crate::other::{ask, program};

/// The version of the program.
pub fn version() -> String {
    twohats::cli::command().get_version().unwrap_or_default().to_owned()
}

/// What was committed last. All that is made is made of it, and of nothing that lies beside it.
pub struct Commit {
    root: PathBuf,
    id: String,
    /// When it was made, in seconds since 1970. It stands for the time at which anything of it is made.
    pub time: u64,
}

impl Commit {
    pub fn head() -> Outcome<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let git = |arguments: &[&str]| ask(&mut program("git", arguments, here));
        let changed = git(&["status", "--porcelain", "--untracked-files=no"])?;
        if !changed.is_empty() {
            return Err(format!("commit first, since what is released is a commit:\n{changed}"));
        }
        let (tags, version) = (git(&["tag", "--points-at", "HEAD", "v*"])?, version());
        if tags.lines().next().is_some() && !tags.lines().any(|tag| tag[1..] == version) {
            return Err(format!("this commit is {version}, and its tag is another: {tags}"));
        }
        let time = git(&["log", "-1", "--format=%ct"])?;
        let time = time.parse().map_err(because(&time))?;
        let root = git(&["rev-parse", "--show-toplevel"])?.into();
        Ok(Self { root, id: git(&["rev-parse", "HEAD"])?, time })
    }

    /// The folder of the repository.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Writes its files, and nothing else, into a folder, over those of another commit.
    pub fn export(&self, folder: &Path) -> Outcome {
        fs::create_dir_all(folder).map_err(because("no folder"))?;
        let mut git = Command::new("git");
        git.args(["archive", "--format=tar", &self.id]).current_dir(&self.root);
        let mut git = git.stdout(Stdio::piped()).spawn().map_err(because("cannot run git"))?;
        let mut files = Archive::new(git.stdout.take().ok_or("git prints to us")?);
        // As new as it is: else cargo would take another commit's for it that was built meanwhile.
        files.set_preserve_mtime(false);
        files.unpack(folder).map_err(because("cannot unpack the commit"))?;
        let status = git.wait().map_err(because("git"))?;
        if status.success() { Ok(()) } else { Err(format!("`git archive` failed ({status})")) }
    }
}
