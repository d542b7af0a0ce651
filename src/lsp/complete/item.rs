//! One thing that could be typed, and what is asked of whoever offers it.

use std::sync::Arc;

use crate::source::{Day, Source};

use super::super::client::Offers;
use super::super::project::Read;

/// One thing that could be typed.
pub(in crate::lsp) struct Item {
    pub label: String,
    /// The number that the protocol has for what it is.
    pub sort: Sign,
    pub detail: String,
    /// In Markdown.
    pub about: String,
    /// Other words by which it is found.
    pub also: String,
    /// What is put there.
    pub text: String,
    /// Whether that has places to be filled in.
    pub is_snippet: bool,
}

/// What a thing is to an editor, which shows a sign for it.
#[derive(Clone, Copy)]
pub(in crate::lsp) enum Sign {
    Key = 10,
    Word = 12,
    Page = 18,
    File = 17,
    Topic = 13,
    Field = 5,
    Place = 20,
}

impl Item {
    pub(in crate::lsp) fn new(label: impl Into<String>, sort: Sign) -> Self {
        let label = label.into();
        Self {
            text: label.clone(),
            label,
            sort,
            detail: String::new(),
            about: String::new(),
            also: String::new(),
            is_snippet: false,
        }
    }
}

/// What is asked of whoever completes.
pub(in crate::lsp) struct Wanted<'a> {
    pub read: &'a Read,
    pub source: &'a Arc<Source>,
    pub offset: usize,
    pub offers: Offers,
    pub today: Option<Day>,
}
