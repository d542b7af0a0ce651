//! Every key that is needed, taken out with all that stands behind it.

use twohats::tree::Value;

use crate::book::{Mutant, assert_none, each_key, sources, survivors_alone, trees};

/// What is needed, by the kind of content, as the path to it without numbers.
const NEEDED: [(&str, &[&str]); 5] = [
    (
        "scenarios",
        &[
            "title",
            "summary",
            "leader",
            "manager",
            "leader.say",
            "manager.say",
            "mistakes.if",
            "mistakes.then",
            "practice.ask",
            "practice.choices.say",
            "practice.choices.then",
        ],
    ),
    (
        "templates",
        &[
            "title",
            "fields",
            "fields.columns",
            "fields.options",
            "fields.columns.options",
            "fields.items",
            "fields.percent.of",
            "fields.percent.in",
            "fields.days_after.date",
            "fields.days_after.days",
        ],
    ),
    ("guidance", &["title"]),
    ("comparisons", &["title", "rows", "rows.on", "rows.leader", "rows.manager"]),
    (
        "checks",
        &[
            "title",
            "ask",
            "leader",
            "manager",
            "results",
            "results.leader",
            "results.manager",
            "results.even",
        ],
    ),
];

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn every_needed_key_that_is_missing_is_told_where_it_belongs() {
    let sources = sources();
    let mut mutants = Vec::new();
    for (source, tree) in trees(&sources) {
        let kind = source.path().split('/').nth(1).expect("it lies in a folder");
        let (_, needed) = NEEDED.iter().find(|(name, _)| *name == kind).expect("it is a kind");
        let text = source.text();
        each_key(&tree, "", &mut |path, key, node| {
            if !needed.contains(&without_numbers(path).as_str()) {
                return;
            }
            let start = key.span.range().start;
            // What belongs to a text in a block goes on to the next key.
            let behind = node.span.range().end.max(key.span.range().end);
            let end = end_of_line(text, text[..behind].trim_end().len());
            let before = &text[text[..start].rfind('\n').map_or(0, |at| at + 1)..start];
            let is_first_of_an_item = !before.trim().is_empty();
            // The dash stays, and the keys below it are what is left of the item.
            let range =
                if is_first_of_an_item { start..end - 1 } else { start - before.len()..end };
            let with = String::new();
            let line = line_of_the_rest(source.text(), range.clone(), &tree, path);
            let (path, key) = (source.path().to_owned(), path.to_owned());
            mutants.push(Mutant { path, range, with, line, key, rules: &["missing-field"] });
        });
    }
    assert_none(&survivors_alone(&sources, &mutants), mutants.len());
}

fn without_numbers(path: &str) -> String {
    let parts = path.split('.').map(|part| part.split('[').next().unwrap_or(part));
    parts.collect::<Vec<_>>().join(".")
}

fn end_of_line(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |at| from + at + 1)
}

/// The line of the first key that is left beside the one that was taken out, after it was.
fn line_of_the_rest(
    text: &str,
    taken: std::ops::Range<usize>,
    tree: &twohats::tree::Node,
    path: &str,
) -> usize {
    let parent = path.rsplit_once('.').map_or("", |(parent, _)| parent);
    let mut first = None;
    let mut alone = None;
    let mut look = |at: &str, start: usize| {
        if at == parent {
            alone = Some(start);
        }
        let is_beside =
            at != path && at.rsplit_once('.').map_or("", |(parent, _)| parent) == parent;
        if is_beside && first.is_none() {
            first = Some(start);
        }
    };
    each_key(tree, "", &mut |at, key, _| look(at, key.span.range().start));
    // Of a group that had nothing else, the key of the group is what is left.
    let place = first.or(alone).unwrap_or_default();
    let gone = if place > taken.start { text[taken].matches('\n').count() } else { 0 };
    text[..place].matches('\n').count() + 1 - gone
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn the_list_of_what_is_needed_names_keys_that_are_there() {
    let sources = sources();
    let mut found = std::collections::BTreeSet::new();
    for (source, tree) in trees(&sources) {
        let kind = source.path().split('/').nth(1).expect("it lies in a folder").to_owned();
        each_key(&tree, "", &mut |path, _, node| {
            assert!(!matches!(&node.value, Value::List(items) if items.is_empty()), "{path}");
            found.insert((kind.clone(), without_numbers(path)));
        });
    }
    for (kind, needed) in NEEDED {
        for key in needed {
            let is_there = found.contains(&(kind.to_owned(), (*key).to_owned()));
            assert!(is_there, "no file in {kind} has `{key}`");
        }
    }
}
