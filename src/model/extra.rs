//! Notes that an author or an owner keeps below `extra`. Nothing of Twohats reads them; layouts of a theme may.

use std::collections::BTreeMap;

use serde::Serialize;

/// A note as it was written: every scalar is a text.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Extra {
    /// A scalar.
    Text(String),
    /// One after another.
    List(Vec<Self>),
    /// Each by its key.
    Group(BTreeMap<String, Self>),
}
