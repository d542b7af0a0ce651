//! What a build did. It must not know how.

/// What a build did to the output folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files of the site, and the sum of their sizes in bytes.
    pub files: usize,
    pub bytes: u64,
    pub added: usize,
    pub changed: usize,
    pub removed: usize,
}
