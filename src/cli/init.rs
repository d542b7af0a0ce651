//! `twohats init`: a small playbook to start from.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::scaffold::STARTER;
use crate::source::PROJECT_FILE;

use super::Outcome;
use super::args::Init;
use super::screen::{counted, say};

/// A repository very often has one already, and its owner knows better what is in it.
const GITIGNORE: &str = ".gitignore";

pub fn run(args: &Init) -> Outcome {
    let dir = &args.dir;
    let there: Vec<&str> = STARTER
        .iter()
        .map(|(path, _)| *path)
        .filter(|path| *path != GITIGNORE && is_there(&dir.join(path)))
        .collect();
    if let Some(first) = there.first() {
        say(format_args!(
            "error: `{}` is there already, and nothing is ever overwritten",
            dir.join(first).display()
        ));
        say(match *first {
            PROJECT_FILE => {
                "help: this folder is a playbook already; `twohats check` tells how it is"
            }
            _ => "help: name another folder, as in `twohats init my-playbook`",
        });
        return Outcome::CouldNotRun;
    }
    let new = STARTER.iter().filter(|(path, _)| !is_there(&dir.join(path)));
    let mut made = 0;
    for (path, text) in new {
        made += 1;
        if let Err(error) = write(&dir.join(path), text) {
            say(format_args!("error: could not write `{}`: {error}", dir.join(path).display()));
            return Outcome::CouldNotRun;
        }
    }
    let shown = if dir == Path::new(".") { String::new() } else { format!(" {}", dir.display()) };
    say(format_args!("made {} for a new playbook", counted(made, "file")));
    say(format_args!(
        "next: `twohats serve{shown} --open` shows it while you write, `twohats build{shown}` makes `{}`",
        dir.join("public/index.html").display()
    ));
    Outcome::Clean
}

fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}
