//! The name of a thing within its kind: that of its file without the ending; that of a guide has its folders too.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::markdown::{composed, is_mark};

/// Lower-case letters and digits of any script, with the signs that belong to them, hyphens and underscores.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

impl Slug {
    /// A name, when nothing stands in it that has no place in an address.
    ///
    /// ```
    /// use twohats::model::Slug;
    /// assert!(Slug::parse("scope-creep").is_some());
    /// assert!(Slug::parse("Scope creep").is_none());
    /// ```
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let name = composed(name);
        Self::is_slug(&name).then(|| Self(name.into()))
    }

    /// The name of what lies in folders of its kind, with them: `team/late`.
    #[must_use]
    pub fn within(path: &str) -> Option<Self> {
        let path = composed(path);
        path.split('/').all(Self::is_slug).then(|| Self(path.into()))
    }

    /// The name of what no other thing names by its id, only by its address: no id that is written begins with `/`.
    pub(super) fn apart(address: &str) -> Self {
        Self(format!("/{address}").into())
    }

    pub(super) fn is_slug(name: &str) -> bool {
        // Most names are plain, and every address that is read asks for its parts.
        // Every byte is looked at, whatever was found before: so the machine looks at many at a time.
        let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_');
        if name.bytes().fold(true, |plain, byte| plain & is_plain(byte)) {
            return !name.is_empty();
        }
        let is_own_lower_case = |letter: char| letter.to_lowercase().eq([letter]);
        let mut follows_letter = false;
        let mut fits = |letter: char| {
            let is_of_letter = letter.is_alphanumeric() || (follows_letter && is_mark(letter));
            follows_letter = is_of_letter;
            (is_of_letter && is_own_lower_case(letter)) || matches!(letter, '-' | '_')
        };
        !name.is_empty() && name.chars().all(&mut fits)
    }

    /// The name as it stands in addresses.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for Slug {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
