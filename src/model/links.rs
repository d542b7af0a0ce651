//! Where a link leads: one answer for the check that reports it and the page that shows it.

use super::address::{decode, encode};
use super::{
    COPIES, DRILL, Entry, FINDER, GROUP, HOME, Href, Kind, NEWS, PagePath, Playbook, ROLE_PLAY,
    SitePath,
};

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The path in the site.
    pub path: SitePath,
    /// What follows the path, with its mark: `?a=b`, `#say`, or nothing.
    pub rest: String,
    /// Whether it is a file that all languages share, whose path is from the root of the whole site.
    pub is_shared: bool,
}

/// Why a link leads nowhere.
#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    /// No such file; the path from `content/` that was looked for.
    NoFile(String),
    /// The source is there, and its page has no such id.
    NoAnchor {
        /// The address of the page.
        page: PagePath,
        /// The id that was looked for.
        anchor: String,
    },
    /// The file is there and is a draft, which the site leaves out.
    Draft,
    /// The file is there and has faults of its own, which are told already; its page may lack a place for them.
    Broken,
}

impl Playbook {
    /// Follows a link that stands in the file with the address `from`, and without one in `content/` itself: relative
    /// to its file, or from `content/` with a `/` in front. It may name a source (`which-hat-when.md`), its page (`which-hat-when.html`), a kind's folder, or
    /// a file that is carried along.
    ///
    /// # Errors
    /// When nothing stands there.
    pub fn follow(&self, from: Option<&PagePath>, link: &str) -> Result<Target, Fault> {
        let href = Href::cut(link);
        if href.path.is_empty() {
            let entry = from.and_then(|from| self.at(from.as_str())).ok_or(Fault::Broken)?;
            return self.on_page(entry, href);
        }
        let path = decode(href.path);
        let folder = from.map_or("", PagePath::folder);
        let Some(path) = SitePath::resolve(folder, &path) else { return Err(Fault::NoFile(path)) };
        if self.is_broken(&path) {
            return Err(Fault::Broken);
        }
        if let Some(entry) = self.source_or_page(&path).or_else(|| self.page_of(&path)) {
            return self.on_page(entry, href);
        }
        let rest = href.rest.to_owned();
        if self.assets.contains_key(&path) {
            return Ok(Target { path, rest, is_shared: false });
        }
        if self.shared.contains_key(&path) {
            return Ok(Target { path, rest, is_shared: true });
        }
        match self.list(&path) {
            Some(path) => Ok(Target { path, rest, is_shared: false }),
            None => Err(Fault::NoFile(path.into())),
        }
    }

    /// A link as it would be written from `content/`, with a `/` in front. `None` when it leads out of it.
    #[must_use]
    pub fn whole(from: Option<&PagePath>, link: &str) -> Option<String> {
        let Href { path, rest } = Href::cut(link);
        if path.is_empty() {
            return from.map(|from| format!("/{from}{rest}"));
        }
        let path = SitePath::resolve(from.map_or("", PagePath::folder), &decode(path))?;
        Some(format!("/{path}{rest}"))
    }

    fn on_page(&self, entry: &Entry, href: Href<'_>) -> Result<Target, Fault> {
        if self.leaves_out(entry) {
            return Err(Fault::Draft);
        }
        let anchor = href.anchor();
        // `#top` is every page's, and `#:~:text=` is the browser's own search.
        let known = anchor.is_empty() || anchor == "top" || anchor.starts_with(":~:");
        if !known && !entry.has_place(&anchor) {
            let Some(ours) = entry.second_name(&anchor) else {
                if !entry.is_whole {
                    return Err(Fault::Broken);
                }
                return Err(Fault::NoAnchor { page: entry.head.stem.clone(), anchor });
            };
            let before = href.rest.split('#').next().unwrap_or_default();
            let rest = format!("{before}#{}", encode(ours));
            return Ok(Target { path: entry.page(), rest, is_shared: false });
        }
        Ok(Target { path: entry.page(), rest: href.rest_composed(), is_shared: false })
    }

    fn source_or_page(&self, path: &SitePath) -> Option<&Entry> {
        let is_its = |kind: Kind| path.is_page() || path.ending() == kind.extension();
        self.at(path.stem()).filter(|entry| is_its(entry.kind()))
    }

    /// The page that the author of a folder of guidance wrote for it.
    fn page_of(&self, folder: &SitePath) -> Option<&Entry> {
        let stem = PagePath::chapter(folder.as_str())?;
        self.at(stem.as_str()).filter(|entry| !self.leaves_out(entry))
    }

    /// The list page that a folder's name, or `index.html` in it, stands for, or a page that is made of many.
    fn list(&self, path: &SitePath) -> Option<SitePath> {
        let folder = path.folder_of_index().map_or(path.as_str(), |_| path.folder());
        if folder.is_empty() {
            return Some(HOME);
        }
        if !self.book.has_part(path) {
            return None;
        }
        let mut entries = self.entries.values().filter(|entry| !self.leaves_out(entry));
        let is_made_of: fn(&Entry) -> bool = match path {
            path if *path == FINDER => |entry| entry.scenario().is_some(),
            path if *path == NEWS => |entry| !entry.head.changed.is_empty(),
            path if *path == COPIES => |entry| entry.template().is_some(),
            path if *path == DRILL => {
                |entry| entry.scenario().is_some_and(|scenario| scenario.first.is_some())
            }
            path if [ROLE_PLAY, GROUP].contains(path) => {
                |entry| entry.scenario().is_some_and(|scenario| scenario.practice.is_some())
            }
            _ => {
                if self.has_chapter(folder) {
                    return PagePath::chapter(folder).map(|stem| stem.page());
                }
                // Most links that lead nowhere are of no kind, and need no look at all pages.
                let kind = Kind::of_folder(folder)?;
                return entries.any(|entry| entry.kind() == kind).then(|| kind.list());
            }
        };
        entries.any(|entry| is_made_of(entry)).then(|| path.clone())
    }

    /// Every file that a link may name, as a path from `content/`.
    #[must_use]
    pub fn files(&self) -> Vec<SitePath> {
        let sources = self.entries.values().map(|entry| entry.head.stem.source());
        sources.chain(self.assets.keys().chain(self.shared.keys()).cloned()).collect()
    }
}
