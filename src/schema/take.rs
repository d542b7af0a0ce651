//! Takes what stands behind a key in the shape that the key is declared with, and reports what has another.

use crate::diagnostic::Names;
use crate::diagnostic::rules::missing_field::{empty_field, hidden_field};
use crate::diagnostic::rules::unknown_value::{malformed, unknown_value};
use crate::diagnostic::rules::wrong_type::wrong_type;
use crate::source::{Day, Spanned};
use crate::tree::{self, Hidden, Node, Text, Value, join};

use super::kept_as_words;
use super::key::{Key, Range, Shape};
use super::keys::Keys;
use super::list_in_a_text;
use super::value::{
    Alike, Count, Date, Group, Groups, Number, One, OneOf, Own, Several, Typed, Word, YesNo,
};

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

impl<'n> Keys<'n, '_> {
    /// One text.
    pub fn text<V: One>(&mut self, key: &Key<V>) -> Option<Text> {
        let node = self.get(key)?;
        let text = tree::text(node, key.name, || join(&self.path, key.name), self.notes)?;
        match key.shape {
            Shape::Text | Shape::Line | Shape::Prose => {
                let path = || join(&self.path, key.name);
                let list = list_in_a_text::note_joined(&text, &key.shape, path);
                self.notes.extend(list.or_else(|| kept_as_words::note(&text, path)));
            }
            _ => {
                if let Some(note) = tree::unseen_in_name(&text) {
                    self.notes.push(note);
                    return None;
                }
            }
        }
        Some(text)
    }

    /// A group of keys, read by `read`.
    pub fn group<T>(
        &mut self,
        key: &Key<Group>,
        read: impl FnOnce(&mut Keys<'n, '_>) -> Option<T>,
    ) -> Option<T> {
        let node = self.get(key)?;
        Keys::read(node, key.of.0, self.path(key.name), self.notes, read)
    }

    /// A group of keys that the author chooses, read by `read`.
    pub fn own<V: Own, T>(
        &mut self,
        key: &Key<V>,
        read: impl FnOnce(&mut Keys<'n, '_>) -> T,
    ) -> Option<T> {
        let node = self.get(key)?;
        let read = |keys: &mut Keys<'n, '_>| Some(read(keys));
        Keys::open(node, key.name, self.path(key.name), self.notes, read)
    }

    /// A list; a single text counts as a list of one. Not there is an empty list.
    fn list<V: Copy>(&mut self, key: &Key<V>) -> Vec<Item<'n>> {
        let Some(node) = self.get(key) else { return Vec::new() };
        let name = key.name;
        let path = || join(&self.path, name);
        match &node.value {
            Value::List(nodes) => {
                let items = nodes.iter().enumerate().map(|(at, node)| Item { node, at: Some(at) });
                let (empty, items): (Vec<Item>, Vec<Item>) =
                    items.partition(|item| item.node.is_empty());
                for item in empty {
                    let help = "write something behind the `-`, or take the line out";
                    let (name, path) = (item.path(name.to_owned()), item.path(path()));
                    self.notes.push(match Hidden::behind_dash(item.node) {
                        Some(Hidden { span, quoted, fix }) => {
                            hidden_field(span, &name, path, &quoted).fix(fix)
                        }
                        None => empty_field(item.node.span.clone(), &name, path, help),
                    });
                }
                items
            }
            // `-one` is a text to YAML, and was meant as a line of a list.
            Value::Text(text) if text.text.starts_with('-') => {
                let (help, fix) = list_in_a_text::block(text).unzip();
                let help = help.as_deref().unwrap_or("put a space after each `-`");
                let (span, shape) = (node.span.clone(), node.shape());
                let note = wrong_type(span, name, "a list", shape, path(), help);
                self.notes.push(note.fix(fix));
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
    pub fn texts<V: Several>(&mut self, key: &Key<V>) -> Vec<Text> {
        let items = self.list(key);
        let is_one = matches!(items.as_slice(), [Item { at: None, .. }]);
        let texts = items.into_iter().filter_map(|item| {
            let path = || item.path(join(&self.path, key.name));
            tree::text(item.node, key.name, path, self.notes)
        });
        let mut texts: Vec<Text> = texts.collect();
        let path = join(&self.path, key.name);
        if is_one {
            let list =
                texts.first().and_then(|text| Some((text, list_in_a_text::meant(text, key)?)));
            if let Some((text, list)) = list {
                self.notes.push(list_in_a_text::note(text, &list, key, path));
                return list_in_a_text::taken(list, texts, key);
            }
        }
        self.notes
            .extend(texts.iter().filter_map(|text| kept_as_words::note(text, || path.clone())));
        self.notes.extend(list_in_a_text::note_items(&texts, key, path));
        if let Shape::Ids(_) = key.shape {
            texts.retain(|text| {
                let sign = tree::unseen_in_name(text);
                let is_seen = sign.is_none();
                self.notes.extend(sign);
                is_seen
            });
        }
        texts
    }

    /// A list of groups of keys.
    pub fn groups<T>(
        &mut self,
        key: &Key<Groups>,
        mut read: impl FnMut(&mut Keys<'n, '_>) -> Option<T>,
    ) -> Vec<T> {
        let items = self.list(key).into_iter();
        let groups = items.filter_map(|item| {
            let path = item.path(self.path(key.name));
            Keys::read(item.node, key.of.0, path, self.notes, &mut read)
        });
        groups.collect()
    }

    /// A list of groups of keys, each of one of several types. `read` finds out of which and declares its keys.
    pub fn typed<T>(
        &mut self,
        key: &Key<Typed>,
        mut read: impl FnMut(&mut Keys<'n, '_>) -> Option<T>,
    ) -> Vec<T> {
        let items = self.list(key).into_iter();
        let groups = items.filter_map(|item| {
            let path = item.path(self.path(key.name));
            Keys::open(item.node, key.of.0.one, path, self.notes, &mut read)
        });
        groups.collect()
    }

    /// Lists, each of several texts that mean the same.
    pub fn alike(&mut self, key: &Key<Alike>) -> Vec<Vec<Text>> {
        let Some(node) = self.get(key) else { return Vec::new() };
        let help = format!("write a list for each meaning, as in `{}`", key.example);
        let path = self.path(key.name);
        let is_list = |one: &Node| matches!(one.value, Value::List(_));
        let lists = match &node.value {
            // One list of all words says nothing of which are the same.
            Value::List(groups) if groups.is_empty() || groups.iter().any(is_list) => Some(groups),
            Value::List(_) | Value::Text(_) | Value::Map(_) => None,
        };
        let Some(groups) = lists else {
            self.note(wrong_type(
                node.span.clone(),
                key.name,
                "a list of lists",
                node.shape(),
                path,
                &help,
            ));
            return Vec::new();
        };
        let mut alike = Vec::new();
        for (at, group) in groups.iter().enumerate() {
            let name = format!("{}[{at}]", key.name);
            let path = format!("{path}[{at}]");
            let Value::List(nodes) = &group.value else {
                self.note(wrong_type(
                    group.span.clone(),
                    &name,
                    "a list",
                    group.shape(),
                    path,
                    &help,
                ));
                continue;
            };
            let texts: Vec<Text> = nodes
                .iter()
                .filter_map(|node| tree::text(node, &name, || path.clone(), self.notes))
                .collect();
            if let Some(empty) = texts.iter().find(|text| text.text.trim().is_empty()) {
                let help = "write a word, or take the quotes out";
                self.note(empty_field(empty.span.clone(), &name, path, help));
            } else if nodes.len() < 2 {
                let help = "write a second word that means the same, or take the list out";
                self.note(malformed(
                    group.span.clone(),
                    &name,
                    "a list of two or more",
                    path,
                    help,
                ));
            } else {
                alike.push(texts);
            }
        }
        alike
    }

    /// One of a few words.
    pub fn word<W: Word>(&mut self, key: &Key<OneOf<W>>) -> Option<W> {
        let words: Vec<(&str, W)> = W::ALL.iter().map(|one| (one.word(), *one)).collect();
        self.one_word(key, &words)
    }

    /// `yes` or `no`, also as `true` or `false`.
    pub fn yes(&mut self, key: &Key<YesNo>) -> Option<bool> {
        self.one_word(key, &[("yes", true), ("no", false), ("true", true), ("false", false)])
    }

    fn one_word<V: One, T: Copy>(&mut self, key: &Key<V>, words: &[(&str, T)]) -> Option<T> {
        let found = self.text(key)?;
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == found.text) {
            return Some(*value);
        }
        let allowed = Names::of(words.iter().map(|(word, _)| *word));
        let path = self.path(key.name);
        self.note(unknown_value(found.span, key.name, &found.text, &allowed, path));
        None
    }

    /// A whole number.
    pub fn number(&mut self, key: &Key<Number>) -> Option<i64> {
        self.whole(key).map(|number| number.value)
    }

    fn whole<V: One>(&mut self, key: &Key<V>) -> Option<Spanned<i64>> {
        let found = self.text(key)?;
        if let Ok(number) = found.text.parse() {
            return Some(Spanned::new(number, found.span));
        }
        let help = "write digits, as in `3`";
        let path = self.path(key.name);
        self.note(malformed(found.span, &found.text, "a whole number", path, help));
        None
    }

    /// How many there are of something.
    pub fn count(&mut self, key: &Key<Count>) -> Option<u32> {
        let found = self.whole(key)?;
        let Range { least, most, of, help } = key.of.0;
        let number = u32::try_from(found.value).ok();
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_some() {
            return number;
        }
        let form = match most {
            u32::MAX => format!("a number of {of}"),
            _ => format!("a number of {of} from {least} to {most}"),
        };
        let path = self.path(key.name);
        self.note(malformed(found.span, &found.value.to_string(), &form, path, help));
        None
    }

    /// A month or a day.
    pub fn date(&mut self, key: &Key<Date>) -> Option<Spanned<String>> {
        let found = self.text(key)?;
        if Day::last_of(&found.text).is_some() {
            return Some(Spanned::new(found.text, found.span));
        }
        let help = "write a month as `2025-06` or a day as `2025-06-30`";
        let path = self.path(key.name);
        self.note(malformed(found.span, &found.text, "a date in digits", path, help));
        None
    }
}
