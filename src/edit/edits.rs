//! Edits of many files together, and what a book is after them. It must not know files.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::source::{Source, Sources};

use super::text::{Edit, apply};

/// What changes together: texts are edited, then files are moved.
#[derive(Clone, Debug, Default)]
pub struct Edits {
    /// Those of one file in the order in which they are made, whatever stands between them.
    pub texts: Vec<Edit>,
    /// Paths before and after, from the project's root.
    pub moves: Vec<(String, String)>,
}

impl Edits {
    /// The edits of each file, by the path that it had before.
    #[must_use]
    pub fn by_file(&self) -> BTreeMap<&str, Vec<&Edit>> {
        let mut files: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
        for edit in &self.texts {
            files.entry(edit.span.source().path()).or_default().push(edit);
        }
        files
    }

    /// The path of a file once these edits are made.
    #[must_use]
    pub fn after<'a>(&'a self, path: &'a str) -> &'a str {
        let moved = self.moves.iter().find(|(from, _)| from == path);
        moved.map_or(path, |(_, to)| to)
    }

    /// Where each file goes that moves.
    #[must_use]
    pub fn ways(&self) -> BTreeMap<&str, &str> {
        // Of two moves of a file the first counts.
        self.moves.iter().rev().map(|(from, to)| (&**from, &**to)).collect()
    }

    /// Makes these edits in sources, which must be those that they were made of. A file that nothing changes keeps its
    /// text.
    #[must_use]
    pub fn sources(&self, before: &Sources) -> Sources {
        let (edits, ways) = (self.by_file(), self.ways());
        let after = |path| *ways.get(path).unwrap_or(&path);
        let texts = before.texts.iter().map(|(path, source)| {
            let (after, edits) = (after(path.as_str()), edits.get(path.as_str()));
            if edits.is_none() && after == path {
                return (path.clone(), Arc::clone(source));
            }
            let text = apply(source.text(), edits.map_or(&[], Vec::as_slice));
            let text = text.expect("edits are used with the sources that they were made of");
            (after.to_owned(), Arc::new(Source::new(after, &text)))
        });
        let assets = before.assets.iter();
        let assets = assets.map(|(path, asset)| (after(path).to_owned(), asset.clone()));
        Sources { texts: texts.collect(), assets: assets.collect(), ..before.clone() }
    }
}
