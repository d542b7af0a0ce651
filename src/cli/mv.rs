//! `twohats mv`: moves a file of content, and all that names it follows. All files are changed, or none.

use std::fs;
use std::path::{Path, PathBuf};

use crate::rename::{Move, Refusal, apply, rename};
use crate::source::{find_project, read};

use super::Outcome;
use super::args::Mv;
use super::screen::{counted, say, show};

pub fn run(args: &Mv) -> Outcome {
    let opened = find_project(&args.dir).and_then(|root| Ok((read(&root)?, root)));
    let (sources, root) = match opened {
        Ok(opened) => opened,
        Err(error) => {
            say(format_args!("error: {error}"));
            return Outcome::CouldNotRun;
        }
    };
    let (old, new) = (from_root(&root, &args.old), from_root(&root, &args.new));
    let done = match rename(&sources, &old, &new) {
        Ok(done) => done,
        Err(Refusal::Faults(faults)) => {
            show(&faults);
            say("nothing was moved: mend these first, so that nothing is overlooked");
            return Outcome::Faults;
        }
        Err(Refusal::Left(faults)) => {
            show(&faults);
            say("nothing was moved: it would leave these faults");
            return Outcome::Faults;
        }
        Err(Refusal::Asked(words, help)) => {
            say(format_args!("error: {words}"));
            say(format_args!("help: {help}"));
            return Outcome::CouldNotRun;
        }
    };
    if !args.dry_run
        && let Err((path, error)) = write(&root, &done)
    {
        say(format_args!("error: could not write `{}`: {error}", path.display()));
        say("nothing was moved: all files are as they were");
        return Outcome::CouldNotRun;
    }
    tell(&done, args.dry_run);
    Outcome::Clean
}

fn tell(done: &Move, dry_run: bool) {
    let would = if dry_run { "would have " } else { "" };
    for (from, to) in &done.moves {
        say(format_args!("{would}moved `{from}` to `{to}`"));
    }
    for (path, edits) in &done.edits {
        let path = done.after(path);
        say(format_args!("{would}changed `{path}` in {}", counted(edits.len(), "place")));
    }
    let has_redirect = done.edits.contains_key(crate::source::PROJECT_FILE);
    if has_redirect && !dry_run {
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

type Fault = (PathBuf, std::io::Error);

/// Writes every new text beside its file first. Only then files change, and when one of them cannot, those
/// that did are put back.
fn write(root: &Path, done: &Move) -> Result<(), Fault> {
    let mut texts: Vec<(PathBuf, PathBuf)> = Vec::new();
    let staged = stage(root, done, &mut texts);
    let put = staged.and_then(|before| put(&texts, &before));
    let moved = put.and_then(|before| go(root, &done.moves).inspect_err(|_| put_back(&before)));
    for (beside, _) in &texts {
        // What is in place is not beside any more.
        let _ = fs::remove_file(beside);
    }
    moved
}

/// Whole files as they were.
type Before = Vec<(PathBuf, String)>;

fn stage(root: &Path, done: &Move, texts: &mut Vec<(PathBuf, PathBuf)>) -> Result<Before, Fault> {
    let mut before = Vec::new();
    for (path, edits) in &done.edits {
        let path = root.join(path);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let beside = path.with_file_name(format!(".{name}.twohats-new"));
        let fail = |error| (path.clone(), error);
        let written = fs::read_to_string(&path).map_err(fail)?;
        texts.push((beside.clone(), path.clone()));
        fs::write(&beside, apply(&written, edits)).map_err(|error| (beside.clone(), error))?;
        let permissions = fs::metadata(&path).map_err(fail)?.permissions();
        fs::set_permissions(&beside, permissions).map_err(fail)?;
        before.push((path, written));
    }
    Ok(before)
}

fn put(texts: &[(PathBuf, PathBuf)], before: &Before) -> Result<Before, Fault> {
    for (at, (beside, path)) in texts.iter().enumerate() {
        if let Err(error) = fs::rename(beside, path) {
            put_back(&before[..at]);
            return Err((path.clone(), error));
        }
    }
    Ok(before.clone())
}

fn go(root: &Path, moves: &[(String, String)]) -> Result<(), Fault> {
    for (at, (from, to)) in moves.iter().enumerate() {
        let (from, to) = (root.join(from), root.join(to));
        let folder = to.parent().map_or(Ok(()), fs::create_dir_all);
        if let Err(error) = folder.and_then(|()| fs::rename(&from, &to)) {
            for (from, to) in &moves[..at] {
                // The fault that led here is the one to tell.
                let _ = fs::rename(root.join(to), root.join(from));
            }
            return Err((to, error));
        }
    }
    Ok(())
}

fn put_back(before: &[(PathBuf, String)]) {
    for (path, text) in before {
        // The fault that led here is the one to tell.
        let _ = fs::write(path, text);
    }
}
