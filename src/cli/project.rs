//! From a folder to a site that is ready to be rendered: the same for every command.

use std::path::{Path, PathBuf};

use crate::diagnostic::Noted;
use crate::load;
use crate::publish::published_ids;
use crate::render::Site;
use crate::source::{Error, PUBLISHED, Sources, find_project, read};

/// A project that was read.
pub struct Project {
    pub root: PathBuf,
    pub sources: Sources,
}

impl Project {
    /// Reads the project at or above `dir`.
    pub fn read(dir: &Path) -> Result<Self, Error> {
        let root = find_project(dir)?;
        Ok(Self { sources: read(&root)?, root })
    }

    /// The site, with what was noticed. The ids in `output`, or in the folder that the book names, are compared when
    /// the project keeps no copy of what was published.
    pub fn make(&mut self, output: Option<&Path>) -> Noted<Option<Site>> {
        let named = load::output(&self.sources);
        let folder = output.map_or_else(|| self.root.join(&named), Path::to_owned);
        if let Some(text) = published_ids(&folder) {
            let shown = output.map_or(named, |output| output.display().to_string());
            self.sources.add_published(&format!("{shown}/{PUBLISHED}"), &text);
        }
        Site::make(&self.sources)
    }
}
