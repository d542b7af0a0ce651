//! The address of a thing of content, without an ending: parsed once, where its file lies.

use std::fmt;
use std::sync::Arc;

use crate::markdown::composed;

use super::{Kind, OWN_PAGES, SitePath, Slug};

/// The name of the page of a folder of guidance.
const CHAPTER: &str = "index";

/// The names that its file may have, in letters of any case.
const CHAPTER_NAMES: [&str; 2] = [CHAPTER, "readme"];

/// The folder of a kind, perhaps folders in it, and a name: `scenarios/scope-creep`. It is the path of the page
/// without `.html`, and that of the file below `content/` without its ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePath(Arc<str>);

impl PagePath {
    /// Takes an address apart and keeps it when all its parts are what they must be.
    ///
    /// ```
    /// use twohats::model::{Kind, PagePath};
    /// let path = PagePath::parse("scenarios/team/late").expect("a scenario");
    /// assert_eq!((path.kind(), path.folder(), path.name()), (Kind::Scenario, "scenarios/team", "late"));
    /// assert_eq!(path.page().as_str(), "scenarios/team/late.html");
    /// assert_eq!(PagePath::parse("scenario/late"), None);
    /// ```
    #[must_use]
    pub fn parse(address: &str) -> Option<Self> {
        let address = composed(address);
        let (folder, inside) = address.split_once('/')?;
        Kind::of_content(folder)?;
        let (before, name) = address.rsplit_once('/')?;
        if folder == Kind::Guide.folder() && is_chapter_name(name) {
            let folders = inside.rsplit_once('/').map_or("", |(folders, _)| folders);
            let is_whole = folders.is_empty() || folders.split('/').all(Slug::is_slug);
            return is_whole.then(|| Self(format!("{before}/{CHAPTER}").into()));
        }
        inside.split('/').all(Slug::is_slug).then(|| Self(address.into()))
    }

    /// The address of the page of a folder of guidance.
    #[must_use]
    pub fn chapter(folder: &str) -> Option<Self> {
        Self::parse(&format!("{folder}/{CHAPTER}")).filter(Self::is_chapter)
    }

    /// Whether it is the page of its folder: the file is called `index.md` or `README.md`.
    #[must_use]
    pub fn is_chapter(&self) -> bool {
        !self.is_own() && self.kind() == Kind::Guide && self.name() == CHAPTER
    }

    /// The path as one writes it: `scenarios/late`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The kind whose folder it starts with.
    #[must_use]
    pub fn kind(&self) -> Kind {
        let folder = self.0.split('/').next();
        folder.and_then(Kind::of_content).expect("an address begins with the folder of a kind")
    }

    /// The name of the thing within its kind.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// What it is known by within its kind: its name. Guides lie in chapters, and two of one name may lie in two: theirs
    /// has the folders too.
    #[must_use]
    pub fn id(&self) -> Slug {
        if self.is_own() {
            return Slug::apart(&self.0);
        }
        let id = if self.kind() == Kind::Guide { self.inside() } else { self.name() };
        Slug::within(id).expect("every part of an address is a slug")
    }

    /// Whether it is what this kind's things are known by with this id.
    #[must_use]
    pub fn is_called(&self, kind: Kind, id: &str) -> bool {
        // Most names that are asked for end otherwise, and need no more of a look. That of an own page begins with `/`.
        self.0.ends_with(id.trim_start_matches('/'))
            && self.kind() == kind
            && self.id().as_str() == id
    }

    /// Whether it is a page of the owner's own, which is in no list.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.0.split('/').next() == Some(OWN_PAGES)
    }

    /// The path from the folder of its kind.
    #[must_use]
    pub fn inside(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, inside)| inside)
    }

    /// The folder that it is in.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The path of its page in the site.
    #[must_use]
    pub fn page(&self) -> SitePath {
        self.with_ending("html")
    }

    /// Whether its page has this path.
    #[must_use]
    pub fn is_of(&self, page: &SitePath) -> bool {
        page.as_str().strip_prefix(self.as_str()) == Some(".html")
    }

    /// The path of its file, from `content/`.
    #[must_use]
    pub fn source(&self) -> SitePath {
        self.with_ending(self.kind().extension())
    }

    /// The path of what stands in the site beside its page.
    #[must_use]
    pub fn with_ending(&self, ending: &str) -> SitePath {
        SitePath::made([self.as_str(), ".", ending].concat())
    }
}

/// Whether a file of guidance that is called so, without its ending, is the page of its folder.
#[must_use]
pub fn is_chapter_name(name: &str) -> bool {
    CHAPTER_NAMES.iter().any(|own| name.eq_ignore_ascii_case(own))
}

impl fmt::Display for PagePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::PagePath;
    use crate::model::Kind;

    #[test]
    fn an_address_is_found_again_from_its_parts_its_page_and_its_file() {
        for kind in Kind::ALL {
            for inside in ["late", "team/late", "会議/später-2"] {
                let path = PagePath::parse(&format!("{}/{inside}", kind.folder()));
                let path = path.expect("it is an address");
                assert_eq!(path.kind(), kind);
                let again = format!("{}/{}", path.folder(), path.name());
                assert_eq!(PagePath::parse(&again).as_ref(), Some(&path));
                assert_eq!(PagePath::parse(path.page().stem()).as_ref(), Some(&path));
                assert_eq!(PagePath::parse(path.source().stem()).as_ref(), Some(&path));
            }
        }
    }

    #[test]
    fn what_is_in_no_kinds_folder_or_has_another_name_is_no_address() {
        for address in ["late", "scenarios", "scenarios/", "scenario/late", "scenarios/Late", "a/b"]
        {
            assert_eq!(PagePath::parse(address), None, "{address}");
        }
    }
}
