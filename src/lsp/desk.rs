//! The books that an editor works on, and which of its texts belong to which.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use serde_json::Value;

use crate::pointing::follow;
use crate::source::find_project;

use super::address::path_of;
use super::client::Client;
use super::document::Document;
use super::event::Event;
use super::judge::Judge;
use super::project::Project;
use super::settings::Settings;
use super::told::Told;

/// The books of an editor.
pub(super) struct Desk {
    pub client: Client,
    pub settings: Settings,
    events: Sender<Event>,
    pub books: Vec<(Project, Told)>,
    /// How often the editor has said that a text was opened, changed or closed.
    pub heard: u64,
    /// Open texts by their addresses: the number of the book, and the path from its root.
    texts: BTreeMap<String, (usize, String)>,
    /// Open texts of no book, by their addresses: one may begin round them.
    apart: BTreeMap<String, Document>,
}

impl Desk {
    pub(super) fn new(settings: Settings, events: Sender<Event>) -> Self {
        let (client, books) = (Client::default(), Vec::new());
        let (texts, apart) = (BTreeMap::new(), BTreeMap::new());
        Self { client, settings, events, books, heard: 0, texts, apart }
    }

    /// Opens the book in or above a folder, if there is one.
    pub(super) fn open_book(&mut self, folder: &Path) -> Option<usize> {
        let root = find_project(folder).ok()?;
        if let Some(known) = self.books.iter().position(|(project, _)| project.root == root) {
            return Some(known);
        }
        // The same folder as the editor writes it, where a link leads to it.
        let is_root = |folder: &&Path| folder.canonicalize().is_ok_and(|real| real == root);
        let shown = folder.ancestors().find(is_root).unwrap_or(&root).to_owned();
        let (number, events) = (self.books.len(), self.events.clone());
        let judge = Judge::new(move |judged| events.send(Event::Judged(number, judged)).is_ok());
        let events = self.events.clone();
        follow(root.clone(), move |place| events.send(Event::Pointed(number, place)).is_ok());
        let mut project = Project::new(root, shown, &self.client, judge);
        // What cannot be read now is looked at again.
        let _ = project.look();
        self.books.push((project, Told::default()));
        Some(number)
    }

    /// The book that a file belongs to, and its path from the root.
    pub(super) fn place_of(&mut self, uri: &str) -> Option<(usize, String)> {
        if let Some(known) = self.texts.get(uri) {
            return Some(known.clone());
        }
        let path = path_of(uri)?;
        // A new file may lie in a folder that is not there yet.
        let folder = path.ancestors().skip(1).find(|folder| folder.is_dir())?;
        let number = self.open_book(folder)?;
        let project = &self.books[number].0;
        let real: Option<PathBuf> = (|| {
            let inside = path.strip_prefix(folder).ok()?;
            Some(folder.canonicalize().ok()?.join(inside))
        })();
        let name = project.name_of(&path).or_else(|| project.name_of(&real?))?;
        Some((number, name))
    }

    pub(super) fn open(&mut self, document: &Value) {
        self.heard += 1;
        let uri = document["uri"].as_str().unwrap_or_default();
        let text = document["text"].as_str().unwrap_or_default();
        self.lay(Document::new(uri, document["version"].as_i64(), text));
    }

    /// Lays an open text over the file of its book, where it has one.
    fn lay(&mut self, document: Document) {
        let uri = document.uri.clone();
        let Some((number, name)) = self.place_of(&uri) else {
            self.apart.insert(uri, document);
            return;
        };
        self.books[number].0.open(name.clone(), document.named(&name));
        self.texts.insert(uri, (number, name));
    }

    pub(super) fn change(&mut self, params: &Value) {
        self.heard += 1;
        let document = &params["textDocument"];
        let encoding = self.client.encoding;
        let uri = document["uri"].as_str().unwrap_or_default();
        let change = |open: &mut Document| {
            open.version = document["version"].as_i64();
            open.change(params["contentChanges"].as_array().map_or(&[], Vec::as_slice), encoding);
        };
        match self.texts.get(uri) {
            Some((number, name)) => self.books[*number].0.change(name, uri, change),
            None => self.apart.get_mut(uri).into_iter().for_each(change),
        }
    }

    pub(super) fn close(&mut self, document: &Value) {
        self.heard += 1;
        let uri = document["uri"].as_str().unwrap_or_default();
        self.apart.remove(uri);
        let Some((number, name)) = self.texts.remove(uri) else { return };
        self.books[number].0.close(&name, uri);
    }

    /// Looks at the disk, for all books, and for books that have begun round open texts.
    pub(super) fn look(&mut self) {
        for (_, document) in std::mem::take(&mut self.apart) {
            self.lay(document);
        }
        for (project, _) in &mut self.books {
            let _ = project.look();
        }
    }

    /// Has the books judged that have changed.
    pub(super) fn judge(&mut self) {
        for (project, _) in &mut self.books {
            project.judge(&self.settings);
        }
    }
}
