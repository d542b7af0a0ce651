//! The words of the interface, in one file a language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;

use crate::diagnostic::rules::unknown_field::unknown_field;
use crate::diagnostic::rules::wrong_type::wrong_type;
use crate::diagnostic::{Diagnostic, Noted};
use crate::model::{Book, Pair, RoleForms};
use crate::tree::{Node, Value, join, parse_toml};

use super::different_places::different_places;
use super::embedded::FILES;
use super::file::File;
use super::roles::Names;

/// The language that has every word.
const COMPLETE: &str = "en";

/// The group of the names of the hats, which other words take in.
const ROLES: &str = "roles";

/// The default theme's words. They are always the same, and each save in the preview puts a theme together.
static DEFAULT: LazyLock<BTreeMap<&str, Node>> = LazyLock::new(|| {
    let texts = FILES.iter().filter_map(|(path, file)| {
        let File::Text(source) = file else { return None };
        path.starts_with("wording/").then_some((&**path, source))
    });
    texts.map(|(path, source)| (path, parse_toml(source).value)).collect()
});

/// Words by key; keys may be nested.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Wording(BTreeMap<String, Word>);

/// One word, or a group of words.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Word {
    /// A word, or a sentence with places such as `{title}`.
    Text(String),
    /// Words that belong together, below one key.
    Group(Wording),
}

impl Wording {
    /// The word behind a key such as `contents.say`; the key itself where there is none, so that a
    /// missing word shows and harms nothing.
    #[must_use]
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        let mut words = self;
        let mut rest = key;
        loop {
            let (first, more) = rest.split_once('.').unwrap_or((rest, ""));
            match words.0.get(first) {
                Some(Word::Text(text)) if more.is_empty() => return text,
                Some(Word::Group(group)) => {
                    words = group;
                    rest = more;
                }
                _ => return key,
            }
        }
    }

    /// Puts the names of the hats, which no page is given by themselves, into all other words.
    fn name_hats(&mut self, given: &Pair<RoleForms>) {
        let roles = self.0.remove(ROLES);
        let group = |name: &str| match &roles {
            Some(Word::Group(roles)) => roles.texts_of(name),
            Some(Word::Text(_)) | None => BTreeMap::new(),
        };
        let names = Names::new(|role| group(role.name()), |role| given.get(role), &group("made"));
        self.fill(&names);
    }

    fn texts_of(&self, name: &str) -> BTreeMap<String, String> {
        let Some(Word::Group(group)) = self.0.get(name) else { return BTreeMap::new() };
        let texts = group.0.iter().filter_map(|(key, word)| match word {
            Word::Text(text) => Some((key.clone(), text.clone())),
            Word::Group(_) => None,
        });
        texts.collect()
    }

    fn fill(&mut self, names: &Names) {
        for word in self.0.values_mut() {
            match word {
                Word::Text(text) if text.contains('{') => *text = names.filled(text),
                Word::Text(_) => {}
                Word::Group(group) => group.fill(names),
            }
        }
    }

    /// Lays the words of a file over these. A key that no language has is unknown.
    fn lay_over(&mut self, node: &Node, path: &str, complete: bool, notes: &mut Vec<Diagnostic>) {
        let Value::Map(entries) = &node.value else { return };
        for (key, node) in entries {
            let path = join(path, &key.name);
            let known = self.0.get_mut(&key.name);
            match (known, &node.value) {
                (Some(Word::Text(word)), Value::Text(text)) => {
                    notes.extend(different_places(word, (&text.text, &node.span), &path));
                    word.clone_from(&text.text);
                }
                (Some(Word::Group(group)), Value::Map(_)) => {
                    group.lay_over(node, &path, complete, notes);
                }
                (None, Value::Text(text)) if complete => {
                    self.0.insert(key.name.clone(), Word::Text(text.text.clone()));
                }
                (None, Value::Map(_)) if complete => {
                    let mut group = Self::default();
                    group.lay_over(node, &path, complete, notes);
                    self.0.insert(key.name.clone(), Word::Group(group));
                }
                (Some(known), _) => {
                    let wanted =
                        if matches!(known, Word::Text(_)) { "a text" } else { "a group of keys" };
                    let help = "look at the default theme's `wording/en.toml` for its shape";
                    notes.push(wrong_type(
                        node.span.clone(),
                        &key.name,
                        wanted,
                        node.shape(),
                        path,
                        help,
                    ));
                }
                (None, _) => {
                    let keys: Vec<&str> = self.0.keys().map(String::as_str).collect();
                    notes.push(unknown_field(
                        key.span.clone(),
                        "wording file",
                        &key.name,
                        &keys,
                        path,
                    ));
                }
            }
        }
    }
}

/// The files in which the words of a book's languages are looked for.
pub(super) fn files(book: &Book) -> Vec<String> {
    let tags = book.tags.iter().map(|tag| tag.value.as_str());
    let languages = tags.chain([book.language.as_str()]).flat_map(chain);
    let mut files: Vec<String> = languages.map(path).collect();
    files.sort();
    files.dedup();
    files
}

/// The languages whose words serve a language, the last over the others.
fn chain(whole: &str) -> Vec<&str> {
    let mut languages = vec![COMPLETE, general(whole), whole];
    languages.dedup();
    languages
}

/// A language without where it is spoken.
fn general(whole: &str) -> &str {
    whole.split('-').next().unwrap_or_default()
}

fn path(language: &str) -> String {
    format!("wording/{language}.toml")
}

/// The words of a language: English first, the default theme's file for the language over it, and the
/// project's own over both, with the hats called as the book calls them. Those of `de` serve `de-AT` too. The second value says whether there is any file.
pub(super) fn wording(
    own: &BTreeMap<String, File>,
    book: &Book,
    whole: &str,
    notes: &mut Vec<Diagnostic>,
) -> (Wording, bool) {
    let mut words = Wording::default();
    let mut is_known = false;
    for language in chain(whole) {
        let path = path(language);
        let ours = DEFAULT.get(&*path);
        if let Some(node) = ours {
            words.lay_over(node, "", language == COMPLETE, notes);
        }
        let theirs = own.get(&path);
        if let Some(File::Text(source)) = theirs {
            let Noted { value, notes: found } = parse_toml(source);
            notes.extend(found);
            words.lay_over(&value, "", false, notes);
        }
        let is_there = ours.is_some() || theirs.is_some();
        is_known |= is_there && [general(whole), whole].contains(&language);
    }
    words.name_hats(&book.roles_in(whole));
    (words, is_known)
}
