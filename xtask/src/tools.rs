//! The programs that tests run. Each is asked by doing what the tests do with it, whoever put it on the machine;
//! all that is missing is named at once, and where somebody says so Debian's is installed and stands before the machine's
//! own.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::Command;

use testkit::link_to;

use crate::debian;

/// The word that lets a chore install what is missing.
const INSTALL: &str = "--install";

/// What tests need.
pub struct Tool {
    /// What it is called, on a system that has other packages.
    pub name: &'static str,
    /// The programs that come together, by Debian's names.
    pub programs: &'static [&'static str],
    /// The packages that have them, or others that have them too.
    pub packages: &'static [&'static [&'static str]],
    /// Does with them what the tests do, and says what went wrong.
    pub attempt: fn(&Tools) -> Result<(), String>,
    /// What can be left out where it is not to be had, if anything can.
    pub without: Option<&'static str>,
}

/// A folder of links to Debian's programs, which stands first on `PATH`.
pub struct Tools {
    folder: PathBuf,
    path: OsString,
    /// The names of those that tests do without.
    left_out: Vec<&'static str>,
}

/// Takes the word out of a chore's arguments that lets it install what is missing. Was it there?
pub fn may_install(arguments: &mut Vec<OsString>) -> bool {
    let own = arguments.iter().position(|word| word == "--").unwrap_or(arguments.len());
    let at = arguments[..own].iter().position(|word| word == INSTALL);
    at.map(|at| arguments.remove(at)).is_some()
}

impl Tools {
    /// All of these. What is missing is installed when `install` says so, or whoever sits at the terminal. None when it
    /// is missing still: everything has been said then.
    pub fn ensure(needed: &[Tool], install: bool) -> Result<Option<Self>, String> {
        let mut tools = Self::empty().map_err(|error| format!("no folder for tools: {error}"))?;
        let missing: Vec<(&Tool, String)> =
            needed.iter().filter_map(|tool| Some((tool, (tool.attempt)(&tools).err()?))).collect();
        if missing.is_empty() {
            return Ok(Some(tools));
        }
        tell(&missing);
        // What can be left out is asked for with the rest: Debian's may be what is not enough.
        let is_needed = missing.iter().any(|(tool, _)| tool.without.is_none());
        if install || (is_needed && debian::is_here() && is_agreed()) {
            tools.install(needed)?;
            return Ok(Some(tools));
        }
        if is_needed {
            if debian::is_here() {
                eprintln!("nothing was installed: add `{INSTALL}` to have it installed");
            }
            return Ok(None);
        }
        for (tool, _) in &missing {
            tools.leave_out(tool);
        }
        Ok(Some(tools))
    }

    /// Gets Debian's of each that is missing.
    fn install(&mut self, needed: &[Tool]) -> Result<(), String> {
        debian::update()?;
        for tool in needed {
            // Asked anew: some can only be tried out when others are there.
            if (tool.attempt)(self).is_ok() {
                continue;
            }
            match self.get(tool) {
                Err(fault) if tool.without.is_some() => {
                    eprintln!("{fault}");
                    self.leave_out(tool);
                }
                done => done?,
            }
        }
        Ok(())
    }

    fn get(&self, tool: &Tool) -> Result<(), String> {
        debian::install(tool.packages)?;
        for program in tool.programs {
            link_to(Path::new("/usr/bin").join(program), self.folder.join(program))
                .map_err(|error| format!("no link to `{program}`: {error}"))?;
        }
        (tool.attempt)(self).map_err(|fault| format!("Debian's own is not enough either: {fault}"))
    }

    fn leave_out(&mut self, tool: &Tool) {
        println!("{} is left out", tool.without.unwrap_or_default());
        self.left_out.push(tool.name);
    }

    /// Whether the tests do without it.
    pub fn lacks(&self, tool: &Tool) -> bool {
        self.left_out.contains(&tool.name)
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
        Ok(Self { folder, path, left_out: Vec::new() })
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

/// Says all that is missing, and how one comes by it.
fn tell(missing: &[(&Tool, String)]) {
    eprintln!("missing:");
    for (tool, fault) in missing {
        eprintln!("  {} ({})", tool.name, fault.trim_end());
    }
    if debian::is_here() {
        let packages: Vec<&str> =
            missing.iter().flat_map(|(tool, _)| tool.packages[0]).copied().collect();
        eprintln!("Debian has it:\n  {}", debian::line(&packages));
    } else {
        eprintln!("install it from your system's packages, or from its makers");
    }
}

/// Asks whoever sits at the terminal, if anybody does.
fn is_agreed() -> bool {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return false;
    }
    eprint!("install it now? [y/N] ");
    let mut answer = String::new();
    io::stdin().read_line(&mut answer).is_ok() && matches!(answer.trim(), "y" | "Y" | "yes")
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::may_install;

    #[test]
    fn the_word_to_install_is_the_chores_own_and_what_comes_after_the_dashes_is_not() {
        let words = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
        let mut said = words("--test floors --install -- links");
        assert!(may_install(&mut said));
        assert_eq!(said, words("--test floors -- links"));
        assert!(!may_install(&mut said));
        let mut of_tests = words("-- --install");
        assert!(!may_install(&mut of_tests));
        assert_eq!(of_tests, words("-- --install"));
    }
}
