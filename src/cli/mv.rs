//! `twohats mv`: moves a file of content, and all that names it follows. All files are changed, or none.

use std::path::Path;

use crate::edit::{Edits, write};
use crate::rename::{Refusal, rename};
use crate::source::PROJECT_FILE;

use super::args::Mv;
use super::outcome::{Error, Outcome};
use super::project::Project;
use super::schemas::refresh;
use super::screen::{counted, say};

pub(super) fn run(args: &Mv) -> Result<Outcome, Error> {
    let Project { root, sources } = Project::read(&args.dir)?;
    let (old, new) = (from_root(&root, &args.old), from_root(&root, &args.new));
    let edits = rename(&sources, &old, &new).map_err(|refusal| match refusal {
        Refusal::Faults(faults) => {
            let undone = "nothing was moved: mend these first, so that nothing is overlooked";
            Error::Faults(faults, undone)
        }
        Refusal::Left(faults) => {
            Error::Faults(faults, "nothing was moved: it would leave these faults")
        }
        Refusal::Asked(why, help) => Error::Asked(why, help),
    })?;
    if !args.dry_run {
        let left = "nothing was moved: all files are as they were";
        // A page that moved moves back by the same command.
        let _ = write(&root, &edits).map_err(|cause| Error::Failed(cause.into(), Some(left)))?;
    }
    tell(&edits, args.dry_run);
    if !args.dry_run {
        refresh(&root, &edits.sources(&sources))?;
    }
    Ok(Outcome::Clean)
}

fn tell(done: &Edits, dry_run: bool) {
    let would = if dry_run { "would have " } else { "" };
    for (from, to) in &done.moves {
        say(format_args!("{would}moved `{from}` to `{to}`"));
    }
    let files = done.by_file();
    for (path, edits) in &files {
        let path = done.after(path);
        say(format_args!("{would}changed `{path}` in {}", counted(edits.len(), "place")));
    }
    if files.contains_key(PROJECT_FILE) && !dry_run {
        say("the old address leads to the new one; `twohats check` finds no fault");
    }
}

/// A path as the project's root sees it, when it is one of a file that is there; else as it was typed.
fn from_root(root: &Path, typed: &str) -> String {
    let typed = typed.replace('\\', "/");
    let path = Path::new(&typed);
    let (folder, name) = (path.parent(), path.file_name());
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty() || path.is_file());
    let real = folder.and_then(|folder| {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        Some(folder.canonicalize().ok()?.join(name?))
    });
    let inside = real.as_deref().and_then(|real| real.strip_prefix(root).ok());
    match inside.and_then(Path::to_str) {
        Some(inside) if inside.starts_with("content") => inside.replace('\\', "/"),
        _ => typed,
    }
}
