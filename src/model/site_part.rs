//! Parts of a site that its owner may switch off.

use super::{DRILL, FINDER, GROUP, PRINT, PRINTED_ROLE_PLAY, ROLE_PLAY, SitePath};

/// A part of the site that a book may do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SitePart {
    /// Where signs are ticked.
    Finder,
    /// Which hat first?
    Drill,
    /// A situation with a group, and cards to play with.
    Group,
    /// Many pages as one, for paper.
    Print,
}

impl SitePart {
    /// The part to which a page belongs, by its path below the folder of its language.
    #[must_use]
    pub fn of(path: &SitePath) -> Option<Self> {
        let is_list = |name: &str| path.as_str().starts_with(&format!("lists/{name}-"));
        if *path == FINDER || is_list("finder") {
            Some(Self::Finder)
        } else if *path == DRILL {
            Some(Self::Drill)
        } else if [GROUP, ROLE_PLAY, PRINTED_ROLE_PLAY].contains(path)
            || is_list("group")
            || is_list("cards")
        {
            Some(Self::Group)
        } else if *path == PRINT || path.is_in("print") {
            Some(Self::Print)
        } else {
            None
        }
    }
}
