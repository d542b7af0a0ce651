//! A file that is changed: its tree, and what is declared for it. It must not know the changes.

use std::ops::Range;
use std::sync::Arc;

use crate::load::{File, front_matter, is_translation, may_be_left_out};
use crate::model::Kind;
use crate::schema::Need;
use crate::source::Source;
use crate::tree::{Node, parse_toml, parse_yaml_part};

use super::change::Change;
use super::declared::Declared;
use super::fresh::Habits;
use super::place::Place;
use super::refusal::Refusal;
use super::spot::{Language, Spot};

/// A file as it is read.
pub(super) struct Document {
    pub file: File,
    root: Node,
    pub habits: Habits,
    language: Language,
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
        let (language, keys, body) = match file {
            File::Content(Kind::Guide) => match front_matter(text) {
                Some((keys, body)) => (Language::Yaml, keys, Some(body)),
                // It is begun, and not as it must be: to put another one above would hide its keys.
                None if text.trim_start().starts_with("---") => {
                    return Err(Refusal::Unreadable(Vec::new()));
                }
                None => (Language::Yaml, 0..0, Some(0..text.len())),
            },
            File::Content(_) | File::Home => (Language::Yaml, 0..text.len(), None),
            File::Book => (Language::Toml, 0..text.len(), None),
        };
        let start = keys.start;
        let root = match language {
            Language::Yaml => {
                let read = parse_yaml_part(source, keys);
                read.value.ok_or(Refusal::Unreadable(read.notes))?
            }
            Language::Toml => {
                let read = parse_toml(source);
                if !read.notes.is_empty() {
                    return Err(Refusal::Unreadable(read.notes));
                }
                read.value
            }
        };
        let habits = Habits::of(&root);
        Ok(Self { file, root, habits, language, declared: Declared::file(file.map()), start, body })
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

    /// Whether what stands at a place must be there. A translation may leave out what its original says.
    pub(super) fn need(&self, place: &Place, need: Need) -> Need {
        let path = self.root.span.source().path();
        let is_translated = matches!(self.file, File::Content(_)) && is_translation(path);
        if is_translated && may_be_left_out(&place.to_string()) {
            return Need::Optional;
        }
        need
    }

    pub(super) fn root(&self) -> &Node {
        &self.root
    }

    pub(super) fn top(&self) -> Spot<'_> {
        Spot::root(&self.root, self.language, self.declared, self.start)
    }
}
