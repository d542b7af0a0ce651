//! From a folder to a site that is ready to be rendered: the same for every command.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::build::{Options, build};
use crate::diagnostic::Noted;
use crate::load::{self, Memory};
use crate::publish::published_ids;
use crate::render::Site;
use crate::source::{Day, PUBLISHED, Source, Sources, find_project, read};

use super::screen::say;

/// A project that was read.
pub struct Opened {
    pub root: PathBuf,
    pub sources: Sources,
    /// The site, with what was noticed.
    pub made: Noted<Option<Site>>,
}

/// Reads the project at or above `dir`. The ids in `output`,
/// or in the folder that the book names, are compared when the project keeps no copy of what was published.
/// `today` is the day, when pages that are due for a review shall be told of.
/// `None`, with the reason said, when it cannot be read.
pub fn open(dir: &Path, output: Option<&Path>, today: Option<Day>) -> Option<Opened> {
    match find_project(dir).and_then(|root| Ok((read(&root)?, root))) {
        Ok((sources, root)) => {
            let named = load::output(&sources);
            let folder = output.map_or_else(|| root.join(&named), Path::to_owned);
            let published = published_ids(&folder).map(|text| {
                let shown = output.map_or(named, |output| output.display().to_string());
                Arc::new(Source::new(format!("{shown}/{PUBLISHED}"), &text))
            });
            let options = Options { today, published, ..Options::default() };
            let made = build(&sources, &options, &mut Memory::default());
            Some(Opened { root, sources, made })
        }
        Err(error) => {
            say(format_args!("error: {error}"));
            None
        }
    }
}
