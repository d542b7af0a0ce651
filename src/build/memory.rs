//! What a pass keeps for the next one.

use crate::load;
use crate::plan::LastLogo;

/// What is not made anew where its file is the one of the last time.
#[derive(Debug, Default)]
pub struct Memory {
    /// What was read of texts, and how it was listed.
    pub(super) read: load::Memory,
    /// The logo for pictures beside links.
    pub(super) logo: LastLogo,
}
