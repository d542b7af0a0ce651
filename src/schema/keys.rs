//! Reads a group of keys out of the loose tree and reports which are missing, unknown or one too many.
//!
//! A value is taken through the constant that declares its key. Reading a key that its group does not declare, and
//! declaring one that nobody reads, are mistakes of ours: the first file that is read shows them.

use crate::diagnostic::rules::cut_by_hash::hidden_by_hash;
use crate::diagnostic::rules::missing_field::{empty_field, hidden_field, missing_field};
use crate::diagnostic::rules::unknown_field::{one_too_many, unknown_field};
use crate::diagnostic::rules::wrong_type::wrong_type;
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::Span;
use crate::tree::{self, Hidden, Node, Value, join};

use super::key::{Key, Map, Need, Shape};

/// The keys of one map, being read.
pub struct Keys<'n, 'd> {
    /// What the map is, as messages call it: `scenario`, `response`.
    what: &'static str,
    /// Where to point when a key is missing.
    span: Span,
    pub(super) path: String,
    entries: Vec<(&'n tree::Key, &'n Node, bool)>,
    /// The keys that may be there, each with whether it was asked for.
    known: Vec<(&'static str, bool)>,
    one_of: &'static [&'static str],
    /// Keys of which only one can be there, and is.
    settled: Vec<&'static str>,
    /// Keys that are needed and not there, each with the others that would do.
    missing: Vec<(Vec<&'static str>, Diagnostic)>,
    /// Keys that may be left out, and whose words are all in a comment.
    hidden: Vec<(&'static str, Diagnostic)>,
    pub(super) notes: &'d mut Vec<Diagnostic>,
}

impl<'n, 'd> Keys<'n, 'd> {
    /// Reads `node` as a group of these keys with `read`, and reports every other key. `None` when it is no group or
    /// lacks what it needs.
    pub fn read<T>(
        node: &'n Node,
        map: &'static Map,
        path: String,
        notes: &'d mut Vec<Diagnostic>,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        Self::open(node, map.name, path, notes, |keys| {
            keys.declare(map);
            read(keys)
        })
    }

    /// Reads `node` as a group of keys that are declared on the way, or are the author's own.
    pub fn open<T>(
        node: &'n Node,
        what: &'static str,
        path: String,
        notes: &'d mut Vec<Diagnostic>,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let Value::Map(entries) = &node.value else {
            let signs = tree::unseen_in_place_of_keys(node);
            if !signs.is_empty() {
                notes.extend(signs);
                return None;
            }
            let name = path.rsplit('.').next().filter(|name| !name.is_empty()).unwrap_or(what);
            let written = &node.span.source().text()[node.span.range()];
            let help = if let Some(colon) = tree::glued_colon(written) {
                format!("write a space after the colon of `{}:`", &written[..colon])
            } else if path.ends_with(']') {
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
        let mut keys = Self {
            what,
            span,
            path,
            entries: entries.iter().map(|(key, node)| (key, node, false)).collect(),
            known: Vec::new(),
            one_of: &[],
            settled: Vec::new(),
            missing: Vec::new(),
            hidden: Vec::new(),
            notes,
        };
        let value = read(&mut keys);
        let unread = keys.known.iter().find(|(_, is_asked_for)| value.is_some() && !is_asked_for);
        debug_assert!(
            unread.is_none(),
            "`{}` is declared for {what} and read by nobody",
            unread.map_or("", |(name, _)| name),
        );
        keys.report();
        value
    }

    fn report(self) {
        // What reading did not come to, since it ended before, is no fault.
        let is_unread = |key: &tree::Key| self.known.contains(&(key.name.as_str(), false));
        let unknown: Vec<&tree::Key> = self
            .entries
            .iter()
            .filter(|(key, _, taken)| !taken && !is_unread(key))
            .map(|(key, ..)| *key)
            .collect();
        let known = || self.known.iter().map(|(name, _)| *name);
        let open: Vec<&str> = known().filter(|name| !self.settled.contains(name)).collect();
        for key in &unknown {
            let path = join(&self.path, &key.name);
            let (span, name) = (key.span.clone(), key.name.as_str());
            self.notes.push(if self.settled.contains(&name) {
                one_too_many(span, self.what, name, path)
            } else {
                unknown_field(span, self.what, name, &open, path)
            });
        }
        // What is needed elsewhere too is told of as missing.
        let is_missing = |name| self.missing.iter().any(|(names, _)| names.contains(&name));
        let hidden = self.hidden.into_iter().filter(|(name, _)| !is_missing(*name));
        self.notes.extend(hidden.map(|(_, note)| note));
        for (names, note) in self.missing {
            // A key that is only misspelt is told of once.
            let is_near = |key: &&tree::Key| nearest(&key.name, names.iter().copied()).is_some();
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

    /// Adds a diagnostic to what was noticed.
    pub fn note(&mut self, note: Diagnostic) {
        self.notes.push(note);
    }

    /// What was noticed so far, for whoever adds to it.
    pub fn notes(&mut self) -> &mut Vec<Diagnostic> {
        self.notes
    }

    /// The path of a key of this group from the top of its file, as in `leader.say`.
    #[must_use]
    pub fn path(&self, name: &str) -> String {
        join(&self.path, name)
    }

    /// The keys of a group may be there.
    pub fn declare(&mut self, map: &'static Map) {
        self.one_of = map.one_of;
        for key in map.all() {
            if !self.known.iter().any(|(name, _)| *name == key.name) {
                self.known.push((key.name, false));
            }
        }
    }

    /// Lets keys stand that nobody can read here, as of a group whose beginning is wrong. Whether there are any.
    pub fn let_stand(&mut self, keys: impl Iterator<Item = &'static Key>) -> bool {
        let mut are_any = false;
        for key in keys {
            if !self.known.iter().any(|(name, _)| *name == key.name) {
                self.known.push((key.name, true));
            }
            are_any |= self.take(key.name).is_some();
        }
        are_any
    }

    fn take(&mut self, name: &str) -> Option<&'n Node> {
        let mut found = None;
        for (key, node, taken) in &mut self.entries {
            if key.name == name {
                *taken = true;
                found.get_or_insert(*node);
            }
        }
        found
    }

    /// The value behind a key, also when it is empty. Of a key that is written twice, the first.
    pub fn raw<V>(&mut self, key: &Key<V>) -> Option<&'n Node> {
        let known = self.known.iter_mut().find(|(name, _)| *name == key.name);
        debug_assert!(known.is_some(), "`{}` is read and not declared for {}", key.name, self.what);
        if let Some((_, is_asked_for)) = known {
            *is_asked_for = true;
        }
        self.take(key.name)
    }

    /// The value behind a key; an empty one counts as none. A key that is needed and has none is told of.
    pub fn get<V: Copy>(&mut self, key: &Key<V>) -> Option<&'n Node> {
        let node = self.raw(key).filter(|node| !node.is_empty());
        match key.need {
            _ if node.is_some() => {}
            Need::Needed => self.missing(&[key.name], &key.what_to_write()),
            Need::Optional => self.note_hidden(key),
        }
        node
    }

    /// Tells of a key whose words are all in a comment.
    fn note_hidden<V: Copy>(&mut self, key: &Key<V>) {
        let found = self.entries.iter().find(|(found, ..)| found.name == key.name);
        let Some(hidden) = found.and_then(|(found, ..)| Hidden::behind_key(found)) else { return };
        let (kept, fix) = match key.shape {
            // Tags of another tool: they are meant one by one.
            Shape::Ids(_) | Shape::Texts => (hidden.list().unwrap_or(hidden.quoted), None),
            _ => (hidden.quoted, hidden.fix),
        };
        let note = hidden_by_hash(hidden.span, key.name, self.path(key.name), &kept);
        self.hidden.push((key.name, note.fix(fix)));
    }

    /// Which of the keys that exclude each other is there, and where. When none is, `help` says what to write.
    pub fn one_of(&mut self, help: &str) -> Option<(&'static str, Span)> {
        let names = self.one_of;
        let found = self.first_of(names);
        if found.is_none() {
            self.missing(names, help);
        }
        found
    }

    /// The first of these keys that is there. All of them are known from now on.
    pub fn first_of(&mut self, names: &[&'static str]) -> Option<(&'static str, Span)> {
        self.known.retain(|(name, _)| !names.contains(name));
        self.known.splice(0..0, names.iter().map(|name| (*name, true)));
        let (key, _, taken) =
            self.entries.iter_mut().find(|(key, ..)| names.contains(&key.name.as_str()))?;
        *taken = true;
        let name = names.iter().find(|name| **name == key.name)?;
        self.settled.extend(names);
        Some((name, key.span.clone()))
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
    pub fn rest(&mut self) -> Vec<(&'n tree::Key, &'n Node)> {
        let rest = self.entries.iter_mut().filter(|(.., taken)| !taken);
        rest.map(|entry| {
            entry.2 = true;
            (entry.0, entry.1)
        })
        .collect()
    }

    /// Reports that none of these keys is there, or that one has nothing behind it; the message names the first.
    pub fn missing(&mut self, names: &[&'static str], help: &str) {
        if self.missing.iter().any(|(told, _)| told == names) {
            return;
        }
        let name = names[0];
        let path = self.path(name);
        let entry = self.entries.iter().find(|(key, ..)| names.contains(&key.name.as_str()));
        let note = match entry {
            Some((key, ..)) => match Hidden::behind_key(key) {
                Some(Hidden { span, quoted, fix }) => {
                    hidden_field(span, &key.name, path, &quoted).fix(fix)
                }
                None => empty_field(key.span.clone(), &key.name, path, help),
            },
            None => missing_field(self.span.clone(), self.what, name, path, help),
        };
        self.missing.push((names.to_vec(), note));
    }
}
