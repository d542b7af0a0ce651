//! The languages of a book: what is said of each, and which way it is written.

use std::collections::BTreeMap;

use crate::markdown::Prose;

use super::{Id, Pair, RoleForms};

/// A language that a book is written in or translated into.
#[derive(Clone, Debug, Default)]
pub struct Language {
    /// `de`, `pt-BR`. The folder of its translations, in `content/` and in the site, has this name.
    pub tag: String,
    /// What it calls itself: `Deutsch`.
    pub name: String,
    /// The book's title, description and topics in this language, as far as they are translated.
    pub title: Option<String>,
    /// The description in this language, when it is translated.
    pub description: Option<String>,
    /// The titles of topics in this language, by topic; those that are translated.
    pub topics: BTreeMap<Id, String>,
    /// What the two hats are called in this language, where it says so.
    pub roles: Pair<RoleForms>,
    /// The lines at the foot of every page in this language, where it has its own.
    pub footer: Vec<Prose>,
}

impl Language {
    /// Whether it says what the hats are called.
    #[must_use]
    pub fn names_roles(&self) -> bool {
        self.roles.each().any(|(_, forms)| !forms.is_empty())
    }
}

/// How much of a book is translated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Files of content.
    pub files: Share,
    /// Titles, labels and passages.
    pub texts: Share,
}

/// Some of a number of things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many of them.
    pub some: usize,
    /// How many there are.
    pub all: usize,
}

impl Share {
    /// Counts more of the same things.
    pub fn add(&mut self, more: Self) {
        self.some += more.some;
        self.all += more.all;
    }

    /// Rounded down, so that only all is 100.
    #[must_use]
    pub fn per_cent(self) -> usize {
        100 * self.some / self.all.max(1)
    }
}

/// Languages that are written from right to left, unless their tag names another script.
const RIGHT_TO_LEFT: [&str; 14] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"];

/// Scripts that are written from right to left.
const SCRIPTS: [&str; 6] = ["adlm", "arab", "hebr", "nkoo", "syrc", "thaa"];

/// `ltr` or `rtl`.
#[must_use]
pub fn direction(tag: &str) -> &'static str {
    let tag = tag.to_lowercase();
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_rtl = match parts.find(|part| part.len() == 4) {
        Some(script) => SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&language),
    };
    if is_rtl { "rtl" } else { "ltr" }
}

/// The attributes of words in a language that is not the page's: ` lang="en" dir="ltr"`.
#[must_use]
pub fn in_language(tag: &str) -> String {
    format!(" lang=\"{tag}\" dir=\"{}\"", direction(tag))
}

/// Whether a text is a tag: a language of two or three small letters, and parts such as `BR` after hyphens.
#[must_use]
pub fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|letter| letter.is_ascii_lowercase())
        && parts.all(|part| {
            (1..=8).contains(&part.len())
                && part.bytes().all(|letter| letter.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::{direction, is_tag};

    #[test]
    fn the_direction_is_that_of_the_script() {
        for rtl in ["ar", "he-IL", "fa", "ur", "AR-eg", "pa-Arab", "ks"] {
            assert_eq!(direction(rtl), "rtl", "{rtl}");
        }
        for ltr in ["en", "de", "", "ks-Deva", "zh-Hant-TW", "arn"] {
            assert_eq!(direction(ltr), "ltr", "{ltr}");
        }
    }

    #[test]
    fn a_tag_can_be_the_name_of_a_folder() {
        for good in ["de", "pt-BR", "zh-Hant-TW", "gsw"] {
            assert!(is_tag(good), "{good}");
        }
        for bad in ["", "d", "DE", "topics", "de-", "de/at", "de_AT", "../x", "dé"] {
            assert!(!is_tag(bad), "{bad}");
        }
    }
}
