//! From a folder to a site that is ready to be rendered: the same for every command.

use std::path::{Path, PathBuf};

use crate::check::{Checked, check};
use crate::diagnostic::{Diagnostic, Noted, Severity, count, sort};
use crate::load::load;
use crate::plan::plan;
use crate::render::Site;
use crate::source::{find_project, read};
use crate::theme::theme;

use super::screen::say;

/// A project that was read, and what was noticed.
pub struct Project {
    pub root: PathBuf,
    /// There when nothing is wrong with the book.
    pub site: Option<Site>,
    pub notes: Vec<Diagnostic>,
}

/// Reads the project at or above `dir`. `None`, with the reason said, when it cannot be read.
pub fn open(dir: &Path) -> Option<Project> {
    let sources = find_project(dir).and_then(|root| Ok((read(&root)?, root)));
    let (sources, root) = match sources {
        Ok(found) => found,
        Err(error) => {
            say(format_args!("error: {error}"));
            return None;
        }
    };
    let loaded = load(&sources);
    let Noted { value: theme, notes: theme_notes } = theme(&sources, &loaded.value.book);
    let Noted { value: checked, mut notes } = check(loaded);
    let theme_is_whole = count(&theme_notes, Severity::Error) == 0;
    notes.extend(theme_notes);
    let site = checked.filter(|_| theme_is_whole).and_then(|checked: Checked| {
        let made = Site::new(plan(checked, theme));
        notes.extend(made.notes);
        made.value
    });
    sort(&mut notes);
    Some(Project { root, site, notes })
}
