//! Shares of a site's files: several machines render one each, and all together are the site.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::model::SitePath;

use super::Site;

/// More machines than anybody has: what is typed by mistake is told instead of tried.
const MOST: usize = 1_000;

/// One of so many shares, written as in `2/4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Share {
    number: usize,
    of: usize,
}

impl Share {
    /// All shares of a site that is in so many as this.
    pub fn all(self) -> impl Iterator<Item = Self> {
        (1..=self.of).map(move |number| Self { number, ..self })
    }

    /// Whether the index of the search is in it: in the last one, so that the others need not make it.
    #[must_use]
    pub fn has_index(self) -> bool {
        self.number == self.of
    }
}

impl FromStr for Share {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text.split_once('/').map(|(number, of)| (number.parse(), of.parse()));
        match numbers {
            Some((Ok(number), Ok(of))) if (1..=of).contains(&number) && of <= MOST => {
                Ok(Self { number, of })
            }
            _ => Err(format!("write which part of how many, as in `2/4`; at most {MOST}")),
        }
    }
}

impl TryFrom<String> for Share {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Share> for String {
    fn from(share: Share) -> Self {
        share.to_string()
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl Site {
    /// The paths of the files of a share, or of all.
    #[must_use]
    pub fn paths_of(&self, share: Option<Share>) -> Vec<SitePath> {
        let Some(share) = share else { return self.paths() };
        // Neighbours cost much the same, so they go to different machines.
        let pages =
            self.page_paths().enumerate().filter(|(at, _)| at % share.of + 1 == share.number);
        let index = share.has_index().then(|| self.index_paths()).into_iter().flatten();
        pages.map(|(_, path)| path).chain(index).collect()
    }
}
