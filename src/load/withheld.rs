//! `not-published`, and `unplaced-file` of what is not read: what the name of a file alone says of it. Secrets are
//! never published, and what looks like a page in a place that is not read is told of, once a folder.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::rules::not_published::{backup, hidden, left_by_two, secret};
use crate::diagnostic::rules::unplaced_file::unplaced_file;
use crate::diagnostic::{Diagnostic, Noted};
use crate::model::{PageMeant, SitePath, page_meant};
use crate::source::{Asset, Source, Sources, Span, is_conflict, is_secret};

use super::content_path::{CONTENT, language};

/// How a zip begins, which a presentation is that ends in `.key`.
const ZIP: &[u8] = b"PK";

/// The files of `content/` that are never published, by their paths from there; and what there is to tell of them.
pub(super) fn withheld(sources: &Sources, languages: &[String]) -> Noted<BTreeSet<SitePath>> {
    let mut told = Told { sources, languages, folders: BTreeSet::new(), notes: Vec::new() };
    let secrets = sources.assets.iter().filter(|(path, asset)| holds_a_secret(path, asset));
    let mut withheld = BTreeSet::new();
    for path in sources.unread.iter().chain(secrets.map(|(path, _)| path)) {
        match path.strip_prefix(CONTENT) {
            Some(inside) => {
                told.file(path, inside);
                withheld.insert(SitePath::made(inside.to_owned()));
            }
            None => told.elsewhere(path),
        }
    }
    Noted::new(withheld, told.notes)
}

/// Whether a carried file, by its name, holds a secret; a presentation may have the ending of a key.
fn holds_a_secret(path: &str, asset: &Asset) -> bool {
    let path = SitePath::made(path.to_owned());
    let is_presentation =
        path.ending().eq_ignore_ascii_case("key") && asset.head().starts_with(ZIP);
    is_secret(path.name()) && !is_presentation
}

struct Told<'a> {
    sources: &'a Sources,
    languages: &'a [String],
    /// The folders that were told of.
    folders: BTreeSet<&'a str>,
    notes: Vec<Diagnostic>,
}

impl<'a> Told<'a> {
    /// A file of `content/`.
    fn file(&mut self, path: &'a str, inside: &str) {
        let file = SitePath::made(inside.to_owned());
        let is_page = matches!(file.ending().to_lowercase().as_str(), "yaml" | "yml" | "md");
        if is_secret(file.name()) {
            self.notes.push(secret(start(path), file.name()));
        } else if let Some((hidden_path, name)) = hidden_part(path) {
            // A hidden file may be the settings of a program; a folder of pages is none.
            let shown = inside.replace("/.", "/");
            let is_lost = hidden_path != path || self.page_lost(&shown).is_some();
            if is_page && is_lost && self.folders.insert(hidden_path) {
                self.notes.push(hidden(start(path), name));
            }
        } else if is_page && is_conflict(file.name()) {
            self.notes.push(left_by_two(start(path), file.name()));
        } else if let Some(page) = self.page_lost(inside) {
            self.notes.push(backup(start(path), file.name(), &page));
        }
    }

    /// The page that a backup was made of, where the page itself is not there.
    fn page_lost(&self, inside: &str) -> Option<String> {
        let (language, path) = language(self.languages, inside);
        let path = SitePath::made(path.to_owned());
        let Some(PageMeant::Renamed(page)) = page_meant(&path) else { return None };
        let folder = language.map_or_else(|| CONTENT.to_owned(), |tag| format!("{CONTENT}{tag}/"));
        let whole = format!("{folder}{page}");
        let is_there = self.sources.texts.contains_key(&whole)
            || self.sources.texts.contains_key(&format!("{folder}{}", path.stem()));
        (!is_there).then_some(whole)
    }

    /// A secret of a theme, or a file of a folder beside `content/` that was meant to be it.
    fn elsewhere(&mut self, path: &'a str) {
        let name = path.rsplit('/').next().unwrap_or(path);
        if is_secret(name) {
            self.notes.push(secret(start(path), name));
            return;
        }
        let Some((folder, inside)) = path.split_once('/') else { return };
        let (_, inside) = language(self.languages, inside);
        let meant = page_meant(&SitePath::made(inside.to_owned()));
        if matches!(meant, Some(PageMeant::Renamed(_))) && self.folders.insert(folder) {
            let help =
                format!("only `content/` is read: rename the folder `{folder}` to `content`");
            self.notes.push(unplaced_file(start(path), &help));
        }
    }
}

/// The start of a file that nobody has read.
fn start(path: &str) -> Span {
    Span::new(&Arc::new(Source::new(path, "")), 0..0)
}

/// The first hidden folder or file on the way to a file: its path, and its name.
fn hidden_part(path: &str) -> Option<(&str, &str)> {
    let start = path.find("/.").map(|at| at + 1)?;
    let end = path[start..].find('/').map_or(path.len(), |at| start + at);
    let (hidden, name) = (&path[..end], &path[start..end]);
    // `._a.md` and the like are not what anybody wrote.
    name[1..].starts_with(char::is_alphanumeric).then_some((hidden, name))
}
