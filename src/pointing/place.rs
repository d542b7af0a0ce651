//! A place in a file of a project, as it is told from one program to another.

use serde::{Deserialize, Serialize};

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    /// From the root of the project.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In letters, from 1.
    pub column: usize,
}
