//! `twohats init`: a playbook to start from.

use std::path::{Path, PathBuf};

use crate::edit::{create, is_there};
use crate::markdown::slug;
use crate::scaffold::{EXTENSIONS, Forge, Playbook, SETTINGS, ci, editor, playbook};
use crate::schema::Known;
use crate::source::{PROJECT_FILE, Sources, shown_path};

use super::args::Init;
use super::outcome::{Error, Outcome};
use super::schemas::known_of;
use super::screen::{counted, say};

/// Files that a folder very often has already, and whose owner knows better what is in them.
const OWN: [&str; 3] = [".gitignore", SETTINGS, EXTENSIONS];

pub(super) fn run(args: &Init) -> Result<Outcome, Error> {
    let dir = &args.dir;
    let is_playbook = is_there(&dir.join(PROJECT_FILE));
    let mut files: Vec<(PathBuf, String)> = Vec::new();
    if is_playbook && args.ci.is_some() {
        let editor = editor(&Known::default()).into_iter();
        files.extend(editor.map(|(path, text)| (dir.join(path), text)));
        files.retain(|(path, _)| path.ends_with(EXTENSIONS));
    } else {
        let which = if args.full { Playbook::Full } else { Playbook::Small };
        let book = playbook(which, &id(dir));
        let sources = Sources::in_memory(book.iter().map(|file| (file.0.as_str(), &file.1)));
        let all = book.into_iter().chain(editor(&known_of(&sources)));
        files.extend(all.map(|(path, text)| (dir.join(path), text)));
    }
    files.extend(args.ci.map(|forge| workflows(forge, dir)));
    let is_own = |path: &PathBuf| OWN.iter().any(|own| *path == dir.join(own));
    if let Some((first, _)) = files.iter().find(|(path, _)| !is_own(path) && is_there(path)) {
        let help = if *first == dir.join(PROJECT_FILE) {
            "this folder is a playbook already; `twohats check` tells how it is"
        } else if is_playbook {
            "move it away, and take what you need of it into the new one"
        } else {
            "name another folder, as in `twohats init my-playbook`"
        };
        return Err(Error::is_there(shown_path(first), help));
    }
    files.retain(|(path, _)| !is_there(path));
    for (path, text) in &files {
        create(path, text)?;
    }
    let shown = if dir == Path::new(".") { String::new() } else { format!(" {}", shown_path(dir)) };
    let made = counted(files.len(), "file");
    if is_playbook {
        say(format_args!("made {made} for this playbook"));
    } else {
        say(format_args!("made {made} for a new playbook"));
        say(format_args!(
            "next: `twohats serve{shown} --open` shows it while you write, `twohats build{shown}` makes `{}`",
            shown_path(&dir.join("public/index.html"))
        ));
    }
    if let Some(forge) = args.ci {
        say(format_args!(
            "the workflows get Twohats by `cargo install twohats`, or from an archive that you name"
        ));
        say(match forge {
            Forge::Github => "on GitHub, choose Settings, Pages, Source: GitHub Actions, once",
            Forge::Gitlab => {
                "on GitLab there is nothing to switch on; Deploy, Pages names the address"
            }
        });
    }
    Ok(Outcome::Clean)
}

/// The workflows, where the forge looks for them: at the root of the repository in which the folder lies.
fn workflows(forge: Forge, dir: &Path) -> (PathBuf, String) {
    let whole = std::path::absolute(dir).unwrap_or_default();
    let root = whole.ancestors().find(|folder| is_there(&folder.join(".git")));
    let inside = root.and_then(|root| whole.strip_prefix(root).ok()).unwrap_or(Path::new(""));
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    let folder = if parts.is_empty() { ".".to_owned() } else { parts.join("/") };
    let (path, text) = ci(forge, &folder);
    // From the folder as it was named, so that messages show what was typed.
    let root = if parts.is_empty() { dir.to_owned() } else { root.unwrap_or(dir).to_owned() };
    (root.join(path), text)
}

/// What the new playbook is known by: the name of its folder.
fn id(dir: &Path) -> String {
    let whole = std::path::absolute(dir).unwrap_or_default();
    let name =
        whole.components().next_back().map(|name| name.as_os_str().to_string_lossy().into_owned());
    slug(&name.unwrap_or_default())
}
