//! What `book.toml` says of who answers for folders and topics.

use crate::source::Spanned;

/// Who answers for what lies in a folder, or carries a topic.
#[derive(Clone, Debug)]
pub struct Assigned {
    /// The folder, as a path from `content/`, or the topic.
    pub of: Spanned<String>,
    /// A person, an office or a team, as readers are told.
    pub who: String,
}
