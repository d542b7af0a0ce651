//! The files of our own playbook, and what becomes of it when one of them is changed.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use twohats::check::check;
use twohats::diagnostic::{Diagnostic, Noted, Style, human};
use twohats::load::{File, Memory, allowed, load, published};
use twohats::model::{Drafts, Kind, Playbook};
use twohats::schema::{self, Map, Shape};
use twohats::source::{Source, Sources, read};
use twohats::tree::{Key, Node, Value, join, parse_toml, parse_yaml, parse_yaml_part};

/// A file with one change in it.
pub struct Mutant {
    pub path: String,
    pub range: Range<usize>,
    pub with: String,
    /// Where it is to be told: the line, from 1.
    pub line: usize,
    /// The key that the diagnostic has to name; any when empty.
    pub key: String,
    /// The rules that may tell of it. Where none is named any may, and others beside it.
    pub rules: &'static [&'static str],
}

/// Our own playbook, with what it does not have itself: it tells no changes yet.
pub fn sources() -> Sources {
    const CHANGED: (&str, &str) = (
        "content/scenarios/scope-creep.yaml",
        "changed:\n  - date: 2026-06-30\n    what: The words to the sponsor are shorter.\n",
    );
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = read(root, allowed).expect("our own playbook can be read");
    let text = format!("{}\n{}", sources.texts[CHANGED.0].text(), CHANGED.1);
    sources.texts.insert(CHANGED.0.to_owned(), Arc::new(Source::new(CHANGED.0, &text)));
    sources
}

/// The settings with their tree.
pub fn settings(sources: &Sources) -> (&Arc<Source>, Node) {
    let source = &sources.texts["book.toml"];
    (source, parse_toml(source).value)
}

/// What readers may search for: its keys are pages, and so are looked at with links.
pub const QUERIES: &str = "content/queries.yaml";

/// The files of content, each with its tree.
pub fn trees(sources: &Sources) -> Vec<(&Arc<Source>, Node)> {
    let content = sources.texts.iter();
    let content = content.filter(|(path, _)| path.starts_with("content/") && *path != QUERIES);
    content.map(|(_, source)| (source, tree(source))).collect()
}

fn tree(source: &Arc<Source>) -> Node {
    let text = source.text();
    let parsed = match text.strip_prefix("---\n") {
        Some(rest) => parse_yaml_part(source, 4..4 + rest.find("---\n").expect("it is closed")),
        None => parse_yaml(source),
    };
    parsed.value.expect("our own playbook is YAML")
}

/// Calls with every key of a tree, the path to it, and what stands behind it.
pub fn each_key(node: &Node, path: &str, tell: &mut impl FnMut(&str, &Key, &Node)) {
    match &node.value {
        Value::Text(_) => {}
        Value::List(items) => {
            for (at, item) in items.iter().enumerate() {
                each_key(item, &format!("{path}[{at}]"), tell);
            }
        }
        Value::Map(entries) => {
            for (key, node) in entries {
                let path = join(path, &key.name);
                tell(&path, key, node);
                each_key(node, &path, tell);
            }
        }
    }
}

/// The keys that a file of content may have, by where it lies.
pub fn keys_of(path: &str) -> &'static Map {
    if path == "content/home.yaml" {
        return File::Home.map();
    }
    let folder = path.split('/').nth(1);
    let kind = Kind::ALL.into_iter().find(|kind| Some(kind.folder()) == folder);
    File::Content(kind.expect("it lies in a folder of its kind")).map()
}

/// A key of a file, and what it is declared as.
pub struct Written<'n> {
    pub path: String,
    pub key: &'n Key,
    pub node: &'n Node,
    pub declared: &'static schema::Key,
}

/// Every key of a tree that is declared, but for the types with which fields start.
pub fn written<'n>(node: &'n Node, map: &'static Map, path: &str) -> Vec<Written<'n>> {
    let Value::Map(entries) = &node.value else { return Vec::new() };
    let mut found = Vec::new();
    for (key, node) in entries {
        let Some(declared) = map.all().find(|declared| declared.name == key.name) else { continue };
        let path = join(path, &key.name);
        let items = match &node.value {
            Value::List(items) => items.as_slice(),
            _ => &[],
        };
        let items = items.iter().enumerate().map(|(at, item)| (format!("{path}[{at}]"), item));
        match declared.shape {
            Shape::Group(map) => found.extend(written(node, map, &path)),
            Shape::Groups(map) => {
                found.extend(items.flat_map(|(path, item)| written(item, map, &path)));
            }
            Shape::Typed(types) => found.extend(items.flat_map(|(path, item)| {
                let mut types = (types.all)().into_iter();
                let map = types.find(|one| has(item, one.name)).expect("it starts with its type");
                let keys = written(item, map, &path).into_iter();
                keys.filter(|one| one.declared.name != map.name)
            })),
            _ => {}
        }
        found.push(Written { path, key, node, declared });
    }
    found
}

fn has(node: &Node, name: &str) -> bool {
    matches!(&node.value, Value::Map(entries) if entries.iter().any(|(key, _)| key.name == name))
}

/// A slip in the middle of a word.
pub fn slip(word: &str) -> String {
    let middle = word.char_indices().nth(word.chars().count() / 2).map_or(0, |(at, _)| at);
    format!("{}q{}", &word[..middle], &word[middle..])
}

/// Makes every mutant of one file alone, with the settings of the book, and lists those that are not caught as they
/// should be.
pub fn survivors_alone(sources: &Sources, mutants: &[Mutant]) -> Vec<String> {
    let survivors = mutants.par_iter().filter_map(|mutant| {
        let mut alone = Sources::default();
        alone.texts.insert("book.toml".to_owned(), Arc::clone(&sources.texts["book.toml"]));
        alone.texts.insert(mutant.path.clone(), mutant.source(sources));
        judge(mutant, &load(&alone, Drafts::LeftOut, &mut Memory::default()).notes)
    });
    survivors.collect()
}

/// Makes every mutant of the whole book, of which only the changed file is read again, and lists those that are not
/// caught as they should be.
pub fn survivors_among_all(mutants: &[Mutant]) -> Vec<String> {
    let share = mutants.len().div_ceil(rayon::current_num_threads()).max(1);
    let survivors = mutants.par_chunks(share).flat_map_iter(|mutants| {
        let (mut sources, mut memory) = (sources(), Memory::default());
        mutants.iter().filter_map(move |mutant| {
            let changed = mutant.source(&sources);
            let whole = sources.texts.insert(mutant.path.clone(), changed).expect("it is ours");
            let told = check(
                load(&sources, Drafts::LeftOut, &mut memory),
                published(&sources, None),
                None,
            )
            .notes;
            sources.texts.insert(mutant.path.clone(), whole);
            judge(mutant, &told)
        })
    });
    survivors.collect()
}

pub fn playbook() -> Playbook {
    let Noted { value, notes } = load(&sources(), Drafts::LeftOut, &mut Memory::default());
    assert!(notes.is_empty(), "our own playbook is without fault: {notes:#?}");
    value
}

impl Mutant {
    fn source(&self, sources: &Sources) -> Arc<Source> {
        let mut text = sources.texts[&self.path].text().to_owned();
        text.replace_range(self.range.clone(), &self.with);
        Arc::new(Source::new(self.path.as_str(), &text))
    }
}

/// What is wrong with what is told of a mutant, if anything is: it has to be one diagnostic at the right place.
fn judge(mutant: &Mutant, told: &[Diagnostic]) -> Option<String> {
    let at_its_line = |one: &Diagnostic| {
        one.span.source().path() == mutant.path && one.span.line_and_column().0 == mutant.line
    };
    let is_right = |one: &Diagnostic| {
        at_its_line(one)
            && mutant.rules.contains(&one.rule.name)
            && (mutant.key.is_empty() || one.key == mutant.key)
    };
    let is_caught = match mutant.rules {
        [] => told.iter().any(at_its_line),
        _ => matches!(told, [one] if is_right(one)),
    };
    if is_caught {
        return None;
    }
    let texts: Vec<String> = told.iter().map(|one| human(one, Style::Plain)).collect();
    let Mutant { path, line, key, with, .. } = mutant;
    let texts = if texts.is_empty() { "nothing is told".to_owned() } else { texts.join("\n") };
    Some(format!("\n{path}:{line} `{key}`, changed to {with:?}:\n{texts}"))
}

#[track_caller]
pub fn assert_none(survivors: &[String], of: usize) {
    assert!(of > 50, "there are only {of} mutants");
    let few: Vec<&str> = survivors.iter().take(20).map(String::as_str).collect();
    assert!(survivors.is_empty(), "{} of {of} survive:\n{}", survivors.len(), few.join("\n"));
}
