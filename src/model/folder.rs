//! The folder that a language has in `content/` and in the site.

use std::fmt;

use super::SitePath;

/// The folder of a translation; the book's own language has none, so its paths stay as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder(String);

impl Folder {
    /// The folder of a translation into the language with this tag.
    ///
    /// ```
    /// use twohats::model::{Folder, SitePath};
    /// let (folder, path) = (Folder::of("de"), SitePath::of("scenarios/a.html"));
    /// assert_eq!(folder.whole(&path).as_str(), "de/scenarios/a.html");
    /// assert_eq!(folder.inside(folder.whole(&path).as_str()), Some(path));
    /// ```
    #[must_use]
    pub fn of(tag: &str) -> Self {
        Self(format!("{tag}/"))
    }

    /// Empty, or the tag and a `/`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the folder of the book's own language, the site itself.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// The path in the whole site of one in this folder.
    #[must_use]
    pub fn whole(&self, path: &SitePath) -> SitePath {
        if self.is_root() { path.clone() } else { SitePath::made(format!("{self}{path}")) }
    }

    /// Whether a path in the whole site lies here.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        path.starts_with(&self.0)
    }

    /// The path in this folder of one in the whole site, when it lies here.
    #[must_use]
    pub fn inside(&self, path: &str) -> Option<SitePath> {
        path.strip_prefix(&self.0).map(|inside| SitePath::made(inside.to_owned()))
    }
}

impl fmt::Display for Folder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
