//! Which book a site is of: two books in one folder would take each other's pages away.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::Book;

use super::failure::Failure;
use super::way::way;

/// A book, as others than itself know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Owner {
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    /// The way from the output folder to its project.
    project: String,
}

impl Owner {
    pub(super) fn new(book: &Book, project: &Path, output: &Path) -> Self {
        Self { title: book.title.clone(), id: book.id.clone(), project: way(output, project) }
    }

    /// Whether it goes by the title and the id of this book.
    pub(super) fn is_called(&self, book: &Book) -> bool {
        self.title == book.title && self.id == book.id
    }

    /// Whether it is the same book, which may have been moved or have got another title.
    fn is(&self, other: &Self) -> bool {
        let is_known = self.id.is_some() && self.id == other.id;
        is_known || self.project == other.project
    }

    /// Refuses a folder that has the site of another book.
    pub(super) fn refuse_other(&self, before: Option<&Self>, output: &Path) -> Result<(), Failure> {
        let Some(before) = before.filter(|before| !self.is(before)) else { return Ok(()) };
        let why = format!(
            "it has the site of the book `{}` in `{}`; name another folder, or empty this one",
            before.title, before.project
        );
        Err(Failure::Refused { output: output.to_owned(), why })
    }
}
