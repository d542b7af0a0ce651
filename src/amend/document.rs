//! A file that is changed: its tree, and what is declared for it. It must not know the changes.

use std::ops::Range;
use std::sync::Arc;

use crate::load::{File, front_matter};
use crate::model::Kind;
use crate::source::Source;
use crate::tree::{Node, parse_yaml_part};

use super::change::Change;
use super::declared::Declared;
use super::fresh::Habits;
use super::refusal::Refusal;
use super::spot::Spot;

/// A file as it is read.
pub(super) struct Document {
    pub file: File,
    root: Node,
    pub habits: Habits,
    declared: Declared,
    /// Where its keys begin.
    start: usize,
    /// Where the text of a guide stands.
    pub body: Option<Range<usize>>,
}

impl Document {
    /// Reads a file as the loader does.
    pub(super) fn read(source: &Arc<Source>, file: File) -> Result<Self, Refusal> {
        let text = source.text();
        // A second byte order mark would be taken for the first when the file is read again.
        if text.starts_with('\u{feff}') {
            return Err(Refusal::Unreadable(Vec::new()));
        }
        let (keys, body) = match file {
            File::Content(Kind::Guide) => match front_matter(text) {
                Some((keys, body)) => (keys, Some(body)),
                // It is begun, and not as it must be: to put another one above would hide its keys.
                None if text.trim_start().starts_with("---") => {
                    return Err(Refusal::Unreadable(Vec::new()));
                }
                None => (0..0, Some(0..text.len())),
            },
            File::Content(_) | File::Home => (0..text.len(), None),
            File::Book => return Err(Refusal::NoYaml),
        };
        let start = keys.start;
        let read = parse_yaml_part(source, keys);
        let root = read.value.ok_or(Refusal::Unreadable(read.notes))?;
        let habits = Habits::of(&root);
        Ok(Self { file, root, habits, declared: Declared::file(file.map()), start, body })
    }

    /// Whether a guide has no front matter, and a change is made there, or makes a text that begins as if it had one.
    pub(super) fn needs_front_matter(&self, change: &Change) -> bool {
        let has_none = self.body.as_ref().is_some_and(|body| body.start == 0);
        let is_there = match change {
            Change::Body(new) => new.starts_with("---"),
            _ => true,
        };
        has_none && is_there
    }

    /// The text of a guide.
    pub(super) fn body(&self) -> Option<&str> {
        let text = self.root.span.source().text();
        self.body.clone().map(|body| &text[body])
    }

    pub(super) fn root(&self) -> &Node {
        &self.root
    }

    pub(super) fn top(&self) -> Spot<'_> {
        Spot::root(&self.root, self.declared, self.start)
    }
}
