//! Which book a site is of: two books in one folder would take each other's pages away.

use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::model::Book;

use super::failure::Failure;

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

/// The way from one folder to another, with `/`.
fn way(from: &Path, to: &Path) -> String {
    let common = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let up = from.components().skip(common).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(to.components().skip(common)).collect();
    way.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::way;

    #[test]
    fn the_way_leads_up_as_far_as_it_must() {
        for (from, to, there) in
            [("/a/b/public", "/a/b", ".."), ("/srv/site", "/home/me/book", "../../home/me/book")]
        {
            assert_eq!(way(Path::new(from), Path::new(to)), there);
        }
    }
}
