//! A short mark of some bytes, another whenever they change, and the names of files that carry one. What a browser kept
//! under an old name is never taken for what is there now.

use super::SitePath;

/// How many letters a mark has in a name.
const LETTERS: usize = 8;

/// A number that is made of bytes, the same on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark(u64);

impl Mark {
    /// The mark of some bytes.
    ///
    /// ```
    /// use twohats::model::Mark;
    /// assert_eq!(Mark::of(b"late"), Mark::of(b"late"));
    /// assert_ne!(Mark::of(b"late"), Mark::of(b"latest"));
    /// ```
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::default().and(bytes)
    }

    /// The mark of what was marked so far and of bytes that follow.
    #[must_use]
    pub fn and(self, bytes: &[u8]) -> Self {
        const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
        let mix = |mark: u64, word: u64| (mark.rotate_left(29) ^ word).wrapping_mul(FACTOR);
        // Their number first, so that no two lists of parts run into the same mark.
        let mut mark = mix(self.0, bytes.len() as u64 ^ FACTOR);
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            mark = mix(mark, u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        mark = mix(mark, u64::from_le_bytes(last));
        Self(mark ^ (mark >> 32))
    }

    /// The mark as it stands in names and addresses: small letters and digits.
    #[must_use]
    pub fn letters(self) -> String {
        let spread = self.0.wrapping_mul(0xd6e8_feb8_6659_fd93);
        format!("{:08x}", spread >> 32)
    }
}

impl SitePath {
    /// The path with a mark in its name.
    ///
    /// ```
    /// use twohats::model::{Mark, SitePath};
    /// let path = SitePath::of("assets/style.css");
    /// let marked = path.marked(Mark::of(b"body {}"));
    /// assert!(marked.as_str().starts_with("assets/style.") && marked.as_str().ends_with(".css"));
    /// assert_eq!(marked.unmarked(), Some(path.clone()));
    /// assert_eq!(path.unmarked(), None);
    /// ```
    #[must_use]
    pub fn marked(&self, mark: Mark) -> Self {
        Self::made(format!("{}.{}.{}", self.stem(), mark.letters(), self.ending()))
    }

    /// The path without the mark in its name; `None` where there is none.
    #[must_use]
    pub fn unmarked(&self) -> Option<Self> {
        let (name, mark) = self.stem().rsplit_once('.')?;
        let is_letter = |letter: u8| letter.is_ascii_digit() || (b'a'..=b'f').contains(&letter);
        let is_mark = mark.len() == LETTERS && mark.bytes().all(is_letter);
        is_mark.then(|| Self::made(format!("{name}.{}", self.ending())))
    }
}
