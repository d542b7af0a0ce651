//! The programs that tests run. Each is asked by doing what the tests do with it, whoever put it on the machine;
//! where it cannot do that, Debian's is installed and stands before the machine's own.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::debian;

/// What tests need.
pub struct Tool {
    /// The programs that come together, by Debian's names.
    pub programs: &'static [&'static str],
    /// The packages that have them, or others that have them too.
    pub packages: &'static [&'static [&'static str]],
    /// Does with them what the tests do, and says what went wrong.
    pub attempt: fn(&Tools) -> Result<(), String>,
}

/// A folder of links to Debian's programs, which stands first on `PATH`.
pub struct Tools {
    folder: PathBuf,
    path: OsString,
}

impl Tools {
    /// All of these, or what is wrong with the first that is not to be had.
    pub fn ensure(needed: &[Tool]) -> Result<Self, String> {
        let tools = Self::empty().map_err(|error| format!("no folder for tools: {error}"))?;
        for tool in needed {
            tools.get(tool)?;
        }
        Ok(tools)
    }

    /// Finds out whether the machine's own can be used, and gets Debian's otherwise.
    pub fn get(&self, tool: &Tool) -> Result<(), String> {
        let Err(fault) = (tool.attempt)(self) else { return Ok(()) };
        println!("{}", fault.trim_end());
        debian::install(tool.packages)?;
        for program in tool.programs {
            symlink(Path::new("/usr/bin").join(program), self.folder.join(program))
                .map_err(|error| format!("no link to `{program}`: {error}"))?;
        }
        (tool.attempt)(self).map_err(|fault| format!("Debian's own is not enough either: {fault}"))
    }

    /// With the machine's own programs alone.
    fn empty() -> Result<Self, Box<dyn std::error::Error>> {
        // Beside this very program, so below `target/`.
        let folder = env::current_exe()?.with_file_name("tools");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir(&folder)?;
        let machines = env::var_os("PATH").unwrap_or_default();
        let folders = [folder.clone()].into_iter().chain(env::split_paths(&machines));
        let path = env::join_paths(folders)?;
        Ok(Self { folder, path })
    }

    /// A program, and whatever it runs itself, of these or else of the machine's own.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", &self.path);
        command
    }

    /// Where Debian's program is, if it stands before the machine's own.
    pub fn debians(&self, program: &str) -> Option<PathBuf> {
        fs::read_link(self.folder.join(program)).ok()
    }
}
