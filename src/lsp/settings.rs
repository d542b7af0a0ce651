//! What the server is told from outside: it stands in no file of the project.

use std::path::Path;
use std::sync::Arc;

use crate::source::{Day, Source, Sources};

/// What the server is told from outside.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Which day it is, when that is known.
    pub today: fn() -> Option<Day>,
    /// The list of template ids that the last build of the project in this folder has published.
    pub published: fn(&Sources, &Path) -> Option<Arc<Source>>,
}
