//! One file of a theme. It must not know what is done with it.

use std::sync::Arc;

use crate::source::{Asset, Source};

/// A file of a theme, by its path in the theme's folder.
#[derive(Clone)]
pub(super) enum File {
    Text(Arc<Source>),
    Bytes(Asset),
}

impl File {
    /// What is in it.
    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(source) => source.text().as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}
