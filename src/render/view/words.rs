//! Words that are no prose and may be in another language than the page that shows them.

use std::ops::Deref;
use std::slice::SliceIndex;

use serde::{Serialize, Serializer};
use tera::Value;

use crate::markdown::escape;

/// Plain words, as of a title. A layout prints them like any text. Where they are in another language than
/// the page, they stand in an element that says so.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    text: String,
    /// The attributes of that element, each with a space before it; empty for none.
    marks: String,
}

impl Words {
    pub(crate) fn new(text: impl Into<String>, marks: String) -> Self {
        Self { text: text.into(), marks }
    }

    /// A part of them, without gaps at its ends.
    pub(crate) fn part(&self, range: impl SliceIndex<str, Output = str>) -> Self {
        Self::new(self.text[range].trim(), self.marks.clone())
    }
}

impl<T: Into<String>> From<T> for Words {
    fn from(text: T) -> Self {
        Self::new(text, String::new())
    }
}

impl Deref for Words {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.marks.is_empty() {
            return serializer.serialize_str(&self.text);
        }
        let html = format!("<span{}>{}</span>", self.marks, escape(&self.text));
        Value::safe_string(&html).serialize(serializer)
    }
}
