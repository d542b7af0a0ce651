//! Gives a topic another id: where it is declared, where it is said who answers for it, and on every page that carries it.

use std::ops::Range;
use std::sync::Arc;

use crate::edit::{Edit, Edits};
use crate::load::{Memory, load};
use crate::markdown::slug;
use crate::model::{Drafts, Kind, Mentions, Playbook};
use crate::source::{PROJECT_FILE, Source, Sources};
use crate::tree::{Node, Value, parse_toml};

use super::refusal::{Refusal, asked};
use super::without_faults::without_faults;

/// Finds all that another id for a topic changes.
///
/// # Errors
/// When the book has faults before, would have some after, or the new id is none or another topic's.
pub fn rename_topic(sources: &Sources, old: &str, new: &str) -> Result<Edits, Refusal> {
    let mut memory = Memory::default();
    without_faults(sources, &mut memory).map_err(Refusal::Faults)?;
    if slug(new) != new || new.is_empty() {
        let help = format!("write it in small letters with hyphens, as in `{}`", slug(new));
        return asked(format!("`{new}` is no id of a topic"), help);
    }
    let playbook = load(sources, Drafts::Shown, &mut memory).value;
    let all = || mentions(&playbook).flat_map(|says| &says.topics);
    if playbook.book.topics.contains_key(new) || all().any(|topic| topic.value == new) {
        return asked(format!("there is a topic `{new}` already"), "choose another id");
    }
    let named = all().filter(|topic| topic.value == old);
    let named = named.map(|topic| (Arc::clone(topic.span.source()), topic.span.range()));
    let declared = sources.texts.get(PROJECT_FILE).into_iter().flat_map(|source| keys(source, old));
    // What is called as a folder of content is one, where it is said who answers for it.
    let book = &playbook.book;
    let assigned = book.owners.iter().chain(&book.reviewers);
    let assigned = assigned.filter(|one| one.of.value == old && Kind::of_content(old).is_none());
    let assigned = assigned.map(|one| (Arc::clone(one.of.span.source()), one.of.span.range()));
    let edit = |(source, range): (Arc<Source>, Range<usize>)| {
        let written = &source.text()[range.clone()];
        let quotes = written.len() - written.trim_start_matches(['"', '\'']).len();
        Edit::new(&source, range.start + quotes..range.end - quotes, new)
    };
    let texts = named.chain(declared).chain(assigned).map(edit).collect();
    let edits = Edits { texts, ..Edits::default() };
    without_faults(&edits.sources(sources), &mut memory).map_err(Refusal::Left)?;
    Ok(edits)
}

/// What every file that can be read says about others.
fn mentions(playbook: &Playbook) -> impl Iterator<Item = &Mentions> {
    let translated = playbook.translations.iter().flat_map(|one| one.entries.values());
    playbook.entries.values().chain(translated).map(|entry| &entry.mentions)
}

/// Where `book.toml` has a topic as a key: in its own language and in others.
fn keys(source: &Arc<Source>, id: &str) -> Vec<(Arc<Source>, Range<usize>)> {
    let root = parse_toml(source).value;
    let languages = below(&root, "languages");
    let translated =
        languages.into_iter().flat_map(entries).filter_map(|(_, one)| below(one, "topics"));
    let topics = below(&root, "topics").into_iter().chain(translated).flat_map(entries);
    let found = topics.filter(|(key, _)| slug(&key.name) == id);
    found.map(|(key, _)| (Arc::clone(source), key.span.range())).collect()
}

fn below<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    entries(node).iter().find(|(key, _)| key.name == name).map(|(_, node)| node)
}

fn entries(node: &Node) -> &[(crate::tree::Key, Node)] {
    if let Value::Map(entries) = &node.value { entries } else { &[] }
}
