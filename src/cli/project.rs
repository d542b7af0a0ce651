//! From a folder to a site that is ready to be rendered: the same for every command.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::build::{Memory, Options, build};
use crate::diagnostic::Noted;
use crate::load;
use crate::publish::published_ids;
use crate::render::Site;
use crate::source::{
    Error, Listing, PUBLISHED, Source, Sources, find_project, read, read_listed, shown_path,
};

/// A project that was read.
pub(super) struct Project {
    pub root: PathBuf,
    pub sources: Sources,
}

impl Project {
    /// Reads the project at or above `dir`.
    pub(super) fn read(dir: &Path) -> Result<Self, Error> {
        let root = find_project(dir)?;
        Ok(Self { sources: read(&root, load::allowed)?, root })
    }

    /// Reads the project at `root`, whose files were listed.
    pub(super) fn read_listed(root: &Path, listing: Listing<'_>) -> Result<Self, Error> {
        Ok(Self { sources: read_listed(root, listing)?, root: root.to_owned() })
    }

    /// The site, with what was noticed. The ids in `output`, or in the folder that the book names, are compared when
    /// the project keeps no copy of what was published.
    pub(super) fn make(&self, output: Option<&Path>, options: Options) -> Noted<Option<Site>> {
        let published = published(&self.sources, &self.root, output);
        let options = Options { published, ..options };
        build(&self.sources, &options, &mut Memory::default())
    }
}

/// The ids that were published last, in `output` or in the folder that the book names.
pub(super) fn published(
    sources: &Sources,
    root: &Path,
    output: Option<&Path>,
) -> Option<Arc<Source>> {
    let book = load::settings(sources);
    let folder = output.map_or_else(|| root.join(&book.output), Path::to_owned);
    let text = published_ids(&book, root, &folder)?;
    let shown = output.map_or(book.output, shown_path);
    Some(Arc::new(Source::new(format!("{shown}/{PUBLISHED}"), &text)))
}
