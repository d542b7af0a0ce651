//! From a folder to a site that is ready to be rendered: the same for every command.

use std::path::{Path, PathBuf};

use crate::diagnostic::Noted;
use crate::render::Site;
use crate::source::{find_project, read};

use super::screen::say;

/// Reads the project at or above `dir`: its root, and the site with what was noticed. `None`, with the
/// reason said, when it cannot be read.
pub fn open(dir: &Path) -> Option<(PathBuf, Noted<Option<Site>>)> {
    match find_project(dir).and_then(|root| Ok((read(&root)?, root))) {
        Ok((sources, root)) => Some((root, Site::make(&sources))),
        Err(error) => {
            say(format_args!("error: {error}"));
            None
        }
    }
}
