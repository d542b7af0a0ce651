//! Where a link leads: one answer for the check that reports it and the page that shows it.

use super::address::decode;
use super::{CARDS, COPIES, DRILL, Entry, FINDER, Kind, Playbook};

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The path in the site.
    pub path: String,
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
    /// The source is there, at this path from the project's root, and its page has no such id.
    NoAnchor {
        source: String,
        anchor: String,
        anchors: Vec<String>,
    },
    Draft,
    /// The file is there and has faults of its own, which are told already.
    Broken,
}

impl Playbook {
    /// Follows a link that stands in the file with the address `from`: relative to its file, or from `content/` with a `/` in front.
    /// It may name a source (`which-hat-when.md`), its page (`which-hat-when.html`), a kind's folder, or
    /// a file that is carried along.
    ///
    /// # Errors
    /// When nothing stands there.
    pub fn follow(&self, from: &str, link: &str) -> Result<Target, Fault> {
        let path_end = link.find(['?', '#']).unwrap_or(link.len());
        let (path, rest) = link.split_at(path_end);
        let anchor = rest.split_once('#').map(|(_, anchor)| decode(anchor)).unwrap_or_default();
        if path.is_empty() {
            let entry = self.at(from).ok_or(Fault::Broken)?;
            return self.on_page(entry, rest, &anchor);
        }
        let path = decode(path);
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let Some(path) = resolve(folder, &path) else { return Err(Fault::NoFile(path)) };
        if self.is_broken(&path) {
            return Err(Fault::Broken);
        }
        if let Some(entry) = self.source_or_page(&path) {
            return self.on_page(entry, rest, &anchor);
        }
        let rest = rest.to_owned();
        if self.assets.contains_key(&path) {
            return Ok(Target { path, rest, is_shared: false });
        }
        if self.shared.contains_key(&path) {
            return Ok(Target { path, rest, is_shared: true });
        }
        match self.list(&path) {
            Some(path) => Ok(Target { path, rest, is_shared: false }),
            None => Err(Fault::NoFile(path)),
        }
    }

    /// A link as it would be written from `content/`, with a `/` in front. `None` when it leads out of it.
    #[must_use]
    pub fn whole(from: &str, link: &str) -> Option<String> {
        let (path, rest) = link.split_at(link.find(['?', '#']).unwrap_or(link.len()));
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = if path.is_empty() { from.to_owned() } else { resolve(folder, &decode(path))? };
        Some(format!("/{path}{rest}"))
    }

    fn on_page(&self, entry: &Entry, rest: &str, anchor: &str) -> Result<Target, Fault> {
        if self.leaves_out(entry) {
            return Err(Fault::Draft);
        }
        let path = entry.page();
        // `#top` is every page's, and `#:~:text=` is the browser's own search.
        let known = anchor.is_empty() || anchor == "top" || anchor.starts_with(":~:");
        if !known && !entry.ids.iter().any(|id| *id == anchor) {
            let anchors = entry.anchors();
            if !anchors.iter().any(|one| *one == anchor) {
                let source = entry.head.source.path().to_owned();
                return Err(Fault::NoAnchor { source, anchor: anchor.to_owned(), anchors });
            }
        }
        Ok(Target { path, rest: rest.to_owned(), is_shared: false })
    }

    fn source_or_page(&self, path: &str) -> Option<&Entry> {
        let (stem, ending) = path.rsplit_once('.')?;
        self.at(stem).filter(|entry| ending == "html" || ending == entry.kind().extension())
    }

    /// The list page that a folder's name, or `index.html` in it, stands for, or a page that is made of many.
    fn list(&self, path: &str) -> Option<String> {
        let folder = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
        if folder.is_empty() {
            return Some("index.html".to_owned());
        }
        let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder);
        let mut entries = self.entries.values().filter(|entry| !self.leaves_out(entry));
        let is_there = entries.any(|entry| match path {
            FINDER => entry.scenario().is_some(),
            COPIES => entry.template().is_some(),
            DRILL => entry.scenario().is_some_and(|scenario| scenario.first.is_some()),
            CARDS => entry.scenario().is_some_and(|scenario| scenario.practice.is_some()),
            _ => Some(entry.kind()) == kind,
        });
        is_there.then(|| kind.map_or_else(|| path.to_owned(), Kind::list))
    }

    /// Every file that a link may name, as a path from `content/`.
    #[must_use]
    pub fn files(&self) -> Vec<String> {
        let sources = self
            .entries
            .values()
            .map(|entry| format!("{}.{}", entry.head.stem, entry.kind().extension()));
        sources.chain(self.assets.keys().chain(self.shared.keys()).cloned()).collect()
    }
}

/// A path below `content/`, or `None` when it leads out of it.
#[must_use]
pub fn resolve(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = match path.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
