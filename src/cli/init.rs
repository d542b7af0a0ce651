//! `twohats init`: a playbook to start from.

use std::path::Path;

use crate::edit::{create, is_there};
use crate::markdown::slug;
use crate::scaffold::{Playbook, editor, playbook};
use crate::source::{PROJECT_FILE, shown_path};

use super::args::Init;
use super::outcome::{Error, Outcome};
use super::screen::{counted, say};

/// Files that a folder very often has already, and whose owner knows better what is in them.
const OWN: [&str; 2] = [".gitignore", ".vscode/settings.json"];

pub(super) fn run(args: &Init) -> Result<Outcome, Error> {
    let dir = &args.dir;
    let which = if args.full { Playbook::Full } else { Playbook::Small };
    let mut files = playbook(which, &id(dir));
    files.extend(editor());
    let taken = |path: &str| !OWN.contains(&path) && is_there(&dir.join(path));
    if let Some((first, _)) = files.iter().find(|(path, _)| taken(path)) {
        let help = match first.as_str() {
            PROJECT_FILE => "this folder is a playbook already; `twohats check` tells how it is",
            _ => "name another folder, as in `twohats init my-playbook`",
        };
        return Err(Error::is_there(shown_path(&dir.join(first)), help));
    }
    files.retain(|(path, _)| !is_there(&dir.join(path)));
    for (path, text) in &files {
        create(&dir.join(path), text)?;
    }
    let shown = if dir == Path::new(".") { String::new() } else { format!(" {}", shown_path(dir)) };
    say(format_args!("made {} for a new playbook", counted(files.len(), "file")));
    say(format_args!(
        "next: `twohats serve{shown} --open` shows it while you write, `twohats build{shown}` makes `{}`",
        shown_path(&dir.join("public/index.html"))
    ));
    Ok(Outcome::Clean)
}

/// What the new playbook is known by: the name of its folder.
fn id(dir: &Path) -> String {
    let whole = std::path::absolute(dir).unwrap_or_default();
    let name =
        whole.components().next_back().map(|name| name.as_os_str().to_string_lossy().into_owned());
    slug(&name.unwrap_or_default())
}
