//! A book that is open in an editor: what is on the disk with the open texts over it, and what it says.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};

use crate::build::Options;
use crate::load::{Memory, allowed, load};
use crate::model::{Drafts, Entry, Playbook};
use crate::source::{Error, Reader, Source, Sources, Span};

use super::address::address_of;
use super::client::Client;
use super::document::Document;
use super::judge::{Job, Judge};
use super::lookup::entry_of;
use super::position::Encoding;
use super::settings::Settings;

/// A book.
pub(super) struct Project {
    /// As the system knows it.
    pub root: PathBuf,
    /// As the editor writes it.
    shown: PathBuf,
    pub encoding: Encoding,
    /// The address of a rule's page, with `{rule}` in it, where the editor opens one.
    rule_page: Option<String>,
    reader: Reader,
    /// By their paths from the root.
    pub open: BTreeMap<String, Document>,
    /// Files that are open a second time, under another address: by that, their path and their text there. The one that was
    /// typed in last is worked on.
    beneath: BTreeMap<String, (String, Document)>,
    memory: Memory,
    last: BTreeMap<String, Arc<Entry>>,
    read: Option<Arc<Read>>,
    judge: Judge,
    /// Grows with every change.
    pub revision: u64,
    /// The revision that was judged last, or is being judged.
    asked: u64,
}

/// A book as it was read, drafts and all.
pub(super) struct Read {
    pub sources: Sources,
    pub playbook: Playbook,
    /// Of open texts, what they said when they could be read last.
    last: BTreeMap<String, Arc<Entry>>,
}

impl Read {
    /// Every entry in the book's own language, also of open texts that cannot be read at this moment.
    pub(super) fn known(&self) -> impl Iterator<Item = &Arc<Entry>> {
        let is_gone = |entry: &&Arc<Entry>| {
            let head = &entry.head;
            head.language.is_none() && self.playbook.at(head.stem.as_str()).is_none()
        };
        self.playbook.entries.values().chain(self.last.values().filter(is_gone))
    }

    /// What the file of a path says, or said before something was typed that cannot be read.
    pub(super) fn last(&self, path: &str) -> Option<&Arc<Entry>> {
        entry_of(&self.playbook, path).or_else(|| self.last.get(path))
    }
}

impl Project {
    pub(super) fn new(root: PathBuf, shown: PathBuf, client: &Client, judge: Judge) -> Self {
        let reader = Reader::new(&root, allowed);
        Self {
            root,
            shown,
            encoding: client.encoding,
            rule_page: client.rule_page.clone(),
            reader,
            open: BTreeMap::new(),
            beneath: BTreeMap::new(),
            memory: Memory::default(),
            last: BTreeMap::new(),
            read: None,
            judge,
            revision: 0,
            asked: 0,
        }
    }

    /// Looks at the disk. What cannot be read stays as it was.
    pub(super) fn look(&mut self) -> Result<(), Error> {
        let is_saved = |name: &str, document: &Document| {
            self.saved(name).is_some_and(|saved| saved.text() == document.source.text())
        };
        let saved = self.open.iter().filter(|(name, document)| is_saved(name, document));
        let saved: Vec<String> = saved.map(|(name, _)| name.clone()).collect();
        if !self.reader.read()?.is_empty() || self.revision == 0 {
            self.changed();
        }
        let there = &self.reader.sources().texts;
        for (name, document) in &mut self.open {
            let was_taken = document.is_gone || saved.contains(name);
            document.is_gone = was_taken && !there.contains_key(name);
        }
        Ok(())
    }

    /// Something is not as it was.
    pub(super) fn changed(&mut self) {
        self.revision += 1;
        self.read = None;
    }

    /// Takes a text that is opened, and works on it.
    pub(super) fn open(&mut self, name: String, document: Document) {
        self.beneath.remove(&document.uri);
        let uri = document.uri.clone();
        if let Some(other) = self.open.insert(name.clone(), document)
            && other.uri != uri
        {
            self.beneath.insert(other.uri.clone(), (name, other));
        }
        self.changed();
    }

    /// Whether the text at this address is another than the one of the same file that is worked on. Nothing is known of it until
    /// somebody types in it.
    pub(super) fn is_behind(&self, uri: &str) -> bool {
        self.beneath.get(uri).is_some_and(|(name, document)| {
            self.source(name).is_none_or(|above| above.text() != document.source.text())
        })
    }

    /// Changes the text at an address, and works on it.
    pub(super) fn change(&mut self, name: &str, uri: &str, change: impl FnOnce(&mut Document)) {
        if let Some((name, document)) = self.beneath.remove(uri) {
            self.open(name, document);
        }
        if let Some(open) = self.open.get_mut(name) {
            change(open);
            self.changed();
        }
    }

    /// Lets go of the text at an address. One of the same file that is open at another is worked on then.
    pub(super) fn close(&mut self, name: &str, uri: &str) {
        if self.beneath.remove(uri).is_none() {
            self.open.remove(name);
            let other = self.beneath.iter().find(|(_, (of, _))| of == name);
            let other = other.map(|(uri, _)| uri.clone());
            let other = other.and_then(|uri| self.beneath.remove(&uri));
            self.open.extend(other);
        }
        let _ = self.look();
        self.changed();
    }

    /// Every address at which the text of a file is shown as it is worked on.
    pub(super) fn addresses(&self, name: &str) -> Vec<String> {
        let now = self.source(name);
        let is_same = |document: &Document| {
            now.as_ref().is_some_and(|now| now.text() == document.source.text())
        };
        let others = self.beneath.iter().filter(|(_, (of, one))| of == name && is_same(one));
        [self.uri(name)].into_iter().chain(others.map(|(uri, _)| uri.clone())).collect()
    }

    /// Every open text.
    pub(super) fn documents(&self) -> impl Iterator<Item = &Document> {
        self.open.values().chain(self.beneath.values().map(|(_, document)| document))
    }

    /// The texts as they are now, unsaved ones too.
    pub(super) fn sources(&self) -> Sources {
        let there = self.open.values().filter(|document| !document.is_gone);
        self.reader.sources().with_texts(there.map(|document| &document.source))
    }

    /// What the book says now.
    pub(super) fn read(&mut self) -> Arc<Read> {
        if let Some(read) = &self.read {
            return Arc::clone(read);
        }
        let sources = self.sources();
        let playbook = load(&sources, Drafts::Shown, &mut self.memory).value;
        self.last.retain(|path, _| self.open.get(path).is_some_and(|one| !one.is_gone));
        for path in self.open.keys() {
            if let Some(entry) = entry_of(&playbook, path) {
                self.last.insert(path.clone(), Arc::clone(entry));
            }
        }
        let read = Arc::new(Read { sources, playbook, last: self.last.clone() });
        self.read = Some(Arc::clone(&read));
        read
    }

    /// Has it judged, if it has changed since it was last.
    pub(super) fn judge(&mut self, settings: &Settings) {
        if self.asked == self.revision {
            return;
        }
        self.asked = self.revision;
        let sources = self.sources();
        let published = (settings.published)(&sources, &self.root);
        let options = Options { today: (settings.today)(), published, ..Options::default() };
        self.judge.ask(Job { revision: self.revision, sources, options });
    }

    /// The text of a file, as it is now.
    pub(super) fn source(&self, name: &str) -> Option<Arc<Source>> {
        let open = self.open.get(name).filter(|document| !document.is_gone);
        let open = open.map(|document| Arc::clone(&document.source));
        open.or_else(|| self.saved(name))
    }

    /// The text of a file, as it was saved.
    pub(super) fn saved(&self, name: &str) -> Option<Arc<Source>> {
        self.reader.sources().texts.get(name).cloned()
    }

    /// The path of a file from the root, with `/`.
    pub(super) fn name_of(&self, path: &Path) -> Option<String> {
        let inside = path.strip_prefix(&self.root).or_else(|_| path.strip_prefix(&self.shown));
        let names: Option<Vec<&str>> =
            inside.ok()?.components().map(|name| name.as_os_str().to_str()).collect();
        Some(names?.join("/"))
    }

    /// The address of a file: of an open one, as the editor wrote it.
    pub(super) fn uri(&self, name: &str) -> String {
        let open = self.open.get(name);
        open.map_or_else(|| address_of(&self.shown.join(name)), |one| one.uri.clone())
    }

    /// The address at which the editor opens the page of a rule, where it does.
    pub(super) fn rule_page(&self, rule: &str) -> Option<String> {
        self.rule_page.as_ref().map(|address| address.replace("{rule}", rule))
    }

    /// Where a place of the editor is in an open text.
    pub(super) fn offset(&self, name: &str, place: &Value) -> Option<usize> {
        Some(self.open.get(name)?.offset(place, self.encoding))
    }

    /// Some bytes of a source as the editor counts them.
    pub(super) fn range(&self, source: &Source, range: Range<usize>) -> Value {
        match self.open.get(source.path()) {
            Some(document) if document.source.text() == source.text() => {
                document.range(range, self.encoding)
            }
            _ => self.encoding.range(source, range),
        }
    }

    /// A place as `Location`.
    pub(super) fn location(&self, span: &Span) -> Value {
        let source = span.source();
        json!({"uri": self.uri(source.path()), "range": self.range(source, span.range())})
    }

    /// A new text for some bytes of a source.
    pub(super) fn text_edit(&self, source: &Source, range: Range<usize>, text: &str) -> Value {
        let open = self.open.get(source.path());
        let text = open.map_or_else(|| text.to_owned(), |document| document.with_its_ends(text));
        json!({"range": self.range(source, range), "newText": text})
    }
}
