//! What `book.toml` says.

use std::collections::BTreeMap;

use crate::diagnostic::Levels;
use crate::markdown::Html;
use crate::source::Spanned;

use super::Id;

/// The settings of a playbook.
#[derive(Clone, Debug)]
pub struct Book {
    pub title: String,
    /// What copies on a reader's device are known by, so that they outlive another title and another address.
    pub id: Option<Id>,
    /// Plain text; may be empty.
    pub description: String,
    /// A language tag, `en` when nothing is said.
    pub language: String,
    /// Where the site is published, ending in `/`.
    pub site_url: Option<String>,
    /// The folder in `themes/` that lies over the default theme.
    pub theme: Option<Spanned<Id>>,
    /// The topics by id, with their titles. Empty: every topic that is used is one.
    pub topics: BTreeMap<Id, String>,
    /// Templates that are meant to be gone.
    pub retired: Vec<Spanned<Id>>,
    /// Old addresses, and what took their place.
    pub redirects: Vec<Redirect>,
    pub html: Html,
    /// How bad the rules are in this book.
    pub levels: Levels,
    /// Links that are not followed, as patterns in which `*` stands for anything.
    pub ignored_links: Vec<String>,
    /// After how many months a page is to be reviewed again.
    pub review_months: u32,
    /// The folder that the site is written to, from the project's root.
    pub output: String,
}

/// An old address.
#[derive(Clone, Debug)]
pub struct Redirect {
    /// The path in the site that a page had.
    pub from: Spanned<String>,
    /// The path of the page that took its place, as a link from the site's root.
    pub to: Spanned<String>,
}

impl Book {
    /// The title of a topic: as set in `book.toml`, else made from its id.
    #[must_use]
    pub fn topic_title(&self, id: &str) -> String {
        self.topics.get(id).cloned().unwrap_or_else(|| {
            let words = id.replace(['-', '_'], " ");
            let mut letters = words.chars();
            letters
                .next()
                .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        })
    }
}
