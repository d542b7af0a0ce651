//! One file of a theme. It must not know what is done with it.

use std::sync::Arc;

use crate::source::{Asset, Source};

/// A file of a theme, by its path in the theme's folder.
#[derive(Clone)]
pub(super) enum File {
    Text(Arc<Source>),
    Bytes(Asset),
}

/// Whether the file at a path of the theme is in a folder, and ends as the files there do.
pub(super) fn is_of(path: &str, folder: &str, ending: &str) -> bool {
    let is_in = path.split_once('/').is_some_and(|(top, _)| top == folder);
    is_in && path.rsplit_once('.').is_some_and(|(_, found)| found == ending)
}

impl File {
    /// What is in it, unless it is no text.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(source) => Some(source.text()),
            Self::Bytes(_) => None,
        }
    }

    /// What is in it.
    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(source) => source.text().as_bytes(),
            Self::Bytes(asset) => asset.head(),
        }
    }
}
