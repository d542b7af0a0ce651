//! Takes strict values out of the loose tree and reports what is missing, unknown or misshapen.
//!
//! The keys that a reading function asks for are the keys that exist: `Fields` remembers them, so there is
//! no second list to keep, and a key nobody asked for is unknown.

use crate::diagnostic::rules::missing_field::{empty_field, missing_field};
use crate::diagnostic::rules::unknown_field::{one_too_many, unknown_field};
use crate::diagnostic::rules::unknown_value::{malformed, unknown_value};
use crate::diagnostic::rules::wrong_type::wrong_type;
use crate::diagnostic::{Diagnostic, nearest};
use crate::edit::Edit;
use crate::source::{Day, Span, Spanned};

use super::node::{Key, Node, Text, Value};
use super::quote::{Reason, quoted};

/// The keys of one map, being read.
pub struct Fields<'n, 'd> {
    /// What the map is, as messages call it: `scenario`, `response`.
    what: &'static str,
    /// Where to point when a key is missing.
    span: Span,
    path: String,
    entries: Vec<(&'n Key, &'n Node, bool)>,
    known: Vec<&'static str>,
    /// Keys of which only one can be there, and is.
    settled: Vec<&'static str>,
    /// Keys that are needed and not there, each with the others that would do.
    missing: Vec<(Vec<&'static str>, Diagnostic)>,
    notes: &'d mut Vec<Diagnostic>,
}

/// One value of a list, and which one it is, from 0. A single text that counts as a list is none of many.
struct Item<'n> {
    node: &'n Node,
    at: Option<usize>,
}

impl Item<'_> {
    /// The path to it, below that of its list.
    fn path(&self, list: String) -> String {
        match self.at {
            Some(at) => format!("{list}[{at}]"),
            None => list,
        }
    }
}

/// The path of a key below a path.
#[must_use]
pub fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

impl<'n, 'd> Fields<'n, 'd> {
    /// Reads `node` as a map with `read`, and reports every key that `read` did not ask for. `None` when
    /// it is no map or lacks what it needs.
    pub fn read<T>(
        node: &'n Node,
        what: &'static str,
        path: String,
        notes: &'d mut Vec<Diagnostic>,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let Value::Map(entries) = &node.value else {
            let name = path.rsplit('.').next().filter(|name| !name.is_empty()).unwrap_or(what);
            let help = if path.ends_with(']') {
                "begin it with a key, a colon and a space".to_owned()
            } else {
                format!("write the keys of the {what} below it, one a line, indented by two spaces")
            };
            notes.push(wrong_type(
                node.span.clone(),
                name,
                "a group of keys",
                node.shape(),
                path.clone(),
                &help,
            ));
            return None;
        };
        // A missing key is reported at the first key, so that a whole file is not underlined.
        let span = entries.first().map_or_else(|| node.span.clone(), |(key, _)| key.span.clone());
        let mut fields = Self {
            what,
            span,
            path,
            entries: entries.iter().map(|(key, node)| (key, node, false)).collect(),
            known: Vec::new(),
            settled: Vec::new(),
            missing: Vec::new(),
            notes,
        };
        let value = read(&mut fields);
        fields.report();
        value
    }

    fn report(self) {
        let unknown: Vec<&Key> =
            self.entries.iter().filter(|(.., taken)| !taken).map(|(key, ..)| *key).collect();
        let open = self.known.iter().copied().filter(|name| !self.settled.contains(name));
        let open: Vec<&str> = open.collect();
        for key in &unknown {
            let path = join(&self.path, &key.name);
            let (span, name) = (key.span.clone(), key.name.as_str());
            self.notes.push(if self.known.contains(&name) {
                one_too_many(span, self.what, name, path)
            } else {
                unknown_field(span, self.what, name, &open, path)
            });
        }
        for (names, note) in self.missing {
            // A key that is only misspelt is told of once.
            let is_near = |key: &&Key| nearest(&key.name, names.iter().copied()).is_some();
            if !unknown.iter().any(is_near) {
                self.notes.push(note);
            }
        }
    }

    /// Where to point when something is wrong with the whole.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span.clone()
    }

    pub fn note(&mut self, note: Diagnostic) {
        self.notes.push(note);
    }

    pub fn notes(&mut self) -> &mut Vec<Diagnostic> {
        self.notes
    }

    #[must_use]
    pub fn path(&self, name: &str) -> String {
        join(&self.path, name)
    }

    fn know(&mut self, name: &'static str) {
        if !self.known.contains(&name) {
            self.known.push(name);
        }
    }

    /// The value behind a key, also when it is empty. Of a key that is written twice, the first.
    pub fn raw(&mut self, name: &'static str) -> Option<&'n Node> {
        self.know(name);
        let mut found = None;
        for (key, node, taken) in &mut self.entries {
            if key.name == name {
                *taken = true;
                found.get_or_insert(*node);
            }
        }
        found
    }

    /// The value behind a key; an empty one counts as none.
    pub fn get(&mut self, name: &'static str) -> Option<&'n Node> {
        self.raw(name).filter(|node| !node.is_empty())
    }

    /// The first of these keys that is there, with its node. All of them are known from now on.
    pub fn one_of(&mut self, names: &[&'static str]) -> Option<(&'static str, &'n Node, Span)> {
        for name in names {
            self.know(name);
        }
        let (key, node, taken) =
            self.entries.iter_mut().find(|(key, ..)| names.contains(&key.name.as_str()))?;
        *taken = true;
        let name = names.iter().find(|name| **name == key.name)?;
        self.settled.extend(names);
        Some((name, node, key.span.clone()))
    }

    /// Reports that the first key is none of these, of which one has to be there. `meant` says what is meant by words
    /// that are no slips. `None` when every key that is there has another use.
    pub fn none_of(
        &mut self,
        names: &[&'static str],
        meant: impl Fn(&str) -> Option<&'static str>,
    ) -> Option<()> {
        let (key, _, taken) = self.entries.iter_mut().find(|(.., taken)| !taken)?;
        *taken = true;
        let path = join(&self.path, &key.name);
        let note = unknown_field(key.span.clone(), self.what, &key.name, names, path);
        let help = meant(&key.name).map(|name| format!("did you mean `{name}`?"));
        self.notes.push(note.maybe_help(help));
        Some(())
    }

    /// Takes all keys that were not asked for, as names and values that mean nothing to Twohats.
    pub fn rest(&mut self) -> Vec<(&'n Key, &'n Node)> {
        let rest = self.entries.iter_mut().filter(|(.., taken)| !taken);
        rest.map(|entry| {
            entry.2 = true;
            (entry.0, entry.1)
        })
        .collect()
    }

    /// Reports that a key which is needed is not there, or has nothing behind it.
    pub fn missing(&mut self, name: &'static str, help: &str) {
        self.missing_one_of(&[name], help);
    }

    /// Reports that none of these keys is there; the message names the first.
    pub fn missing_one_of(&mut self, names: &[&'static str], help: &str) {
        let name = names[0];
        let path = self.path(name);
        let entry = self.entries.iter().find(|(key, ..)| names.contains(&key.name.as_str()));
        let note = match entry {
            Some((key, ..)) => empty_field(key.span.clone(), &key.name, path, help),
            None => missing_field(self.span.clone(), self.what, name, path, help),
        };
        self.missing.push((names.to_vec(), note));
    }

    pub fn text(&mut self, name: &'static str) -> Option<Text> {
        let node = self.get(name)?;
        text(node, name, || join(&self.path, name), self.notes)
    }

    /// A text that must be there; `help` says what to write.
    pub fn need_text(&mut self, name: &'static str, help: &str) -> Option<Text> {
        let node = self.need(name, help)?;
        text(node, name, || join(&self.path, name), self.notes)
    }

    /// A value that must be there; `help` says what to write.
    pub fn need(&mut self, name: &'static str, help: &str) -> Option<&'n Node> {
        let node = self.get(name);
        if node.is_none() {
            self.missing(name, help);
        }
        node
    }

    /// A group of keys, read by `read`.
    pub fn group<T>(
        &mut self,
        name: &'static str,
        what: &'static str,
        read: impl FnOnce(&mut Fields<'n, '_>) -> Option<T>,
    ) -> Option<T> {
        let node = self.get(name)?;
        let path = self.path(name);
        Fields::read(node, what, path, self.notes, read)
    }

    /// A list; a single text counts as a list of one. Not there is an empty list.
    fn list(&mut self, name: &'static str) -> Vec<Item<'n>> {
        let Some(node) = self.get(name) else { return Vec::new() };
        let path = || join(&self.path, name);
        match &node.value {
            Value::List(nodes) => {
                let items = nodes.iter().enumerate().map(|(at, node)| Item { node, at: Some(at) });
                let (empty, items): (Vec<Item>, Vec<Item>) =
                    items.partition(|item| item.node.is_empty());
                for item in empty {
                    let help = "write something behind the `-`, or take the line out";
                    let (name, path) = (item.path(name.to_owned()), item.path(path()));
                    self.notes.push(empty_field(item.node.span.clone(), &name, path, help));
                }
                items
            }
            // `-one` is a text to YAML, and was meant as a line of a list.
            Value::Text(text) if text.text.starts_with('-') => {
                let help = "put a space after each `-`";
                let (span, shape) = (node.span.clone(), node.shape());
                self.notes.push(wrong_type(span, name, "a list", shape, path(), help));
                Vec::new()
            }
            Value::Text(_) => vec![Item { node, at: None }],
            Value::Map(_) => {
                let help = "start each line of the list with `- `";
                let (span, shape) = (node.span.clone(), node.shape());
                self.notes.push(wrong_type(span, name, "a list", shape, path(), help));
                Vec::new()
            }
        }
    }

    /// A list of texts.
    pub fn texts(&mut self, name: &'static str) -> Vec<Text> {
        let items = self.list(name).into_iter();
        let texts = items.filter_map(|item| {
            let path = || item.path(join(&self.path, name));
            text(item.node, name, path, self.notes)
        });
        texts.collect()
    }

    /// A list of groups of keys.
    pub fn groups<T>(
        &mut self,
        name: &'static str,
        what: &'static str,
        mut read: impl FnMut(&mut Fields<'n, '_>) -> Option<T>,
    ) -> Vec<T> {
        let items = self.list(name).into_iter();
        let groups = items.filter_map(|item| {
            let path = item.path(join(&self.path, name));
            Fields::read(item.node, what, path, self.notes, &mut read)
        });
        groups.collect()
    }

    /// One of a few words.
    pub fn word<T: Copy>(&mut self, name: &'static str, words: &[(&str, T)]) -> Option<Spanned<T>> {
        let found = self.text(name)?;
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == found.text) {
            return Some(Spanned::new(*value, found.span));
        }
        let allowed: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let path = self.path(name);
        self.notes.push(unknown_value(found.span, name, &found.text, &allowed, path));
        None
    }

    /// `yes` or `no`, also as `true` or `false`.
    pub fn yes(&mut self, name: &'static str) -> Option<bool> {
        let words = [("yes", true), ("no", false), ("true", true), ("false", false)];
        self.word(name, &words).map(|word| word.value)
    }

    /// A whole number.
    pub fn number(&mut self, name: &'static str) -> Option<Spanned<i64>> {
        let found = self.text(name)?;
        if let Ok(number) = found.text.parse() {
            return Some(Spanned::new(number, found.span));
        }
        self.notes.push(malformed(
            found.span,
            &found.text,
            "a whole number",
            join(&self.path, name),
            "write digits, as in `3`",
        ));
        None
    }

    /// A month or a day.
    pub fn date(&mut self, name: &'static str) -> Option<Spanned<String>> {
        let found = self.text(name)?;
        if Day::last_of(&found.text).is_some() {
            return Some(Spanned::new(found.text, found.span));
        }
        let help = "write a month as `2025-06` or a day as `2025-06-30`";
        let path = self.path(name);
        self.notes.push(malformed(found.span, &found.text, "a date in digits", path, help));
        None
    }
}

/// The text of a node. `path` is asked for when it is none.
fn text(
    node: &Node,
    name: &str,
    path: impl FnOnce() -> String,
    notes: &mut Vec<Diagnostic>,
) -> Option<Text> {
    if let Value::Text(text) = &node.value {
        return Some(text.clone());
    }
    let written = &node.span.source().text()[node.span.range()];
    let mend = meant_as_text(node);
    let help = match (written.chars().next(), &mend) {
        (Some('['), _) => "square brackets make a list: put quotes round the text".to_owned(),
        (Some('{'), _) => "braces make a group of keys: put quotes round the text".to_owned(),
        (_, Some(mend)) => {
            format!("a colon followed by a space makes a key: write `{}`", mend.text)
        }
        _ => "write one text; put quotes round it when it holds a colon followed by a space".into(),
    };
    let note = wrong_type(node.span.clone(), name, "a text", node.shape(), path(), &help);
    notes.push(note.mend(mend));
    None
}

/// The same in quotes, where it is certain that a list or a group of keys was meant as a text: one thing in square
/// brackets, or a sentence with a colon in it.
fn meant_as_text(node: &Node) -> Option<Edit> {
    let reason = match &node.value {
        Value::List(items) if items.len() == 1 => Reason::Bracket,
        Value::Map(entries) => {
            let [(key, Node { value: Value::Text(text), .. })] = &entries[..] else { return None };
            let is_sentence = key.name.contains(' ') || key.name.starts_with(char::is_uppercase);
            if !is_sentence || text.text.is_empty() {
                return None;
            }
            Reason::Sign
        }
        Value::Text(_) | Value::List(_) => return None,
    };
    let range = node.span.range();
    quoted(node.span.source(), range.start, reason).filter(|mend| mend.span.range() == range)
}
