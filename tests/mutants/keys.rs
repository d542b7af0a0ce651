//! Every key of every file, misspelt; and every word of which only few can stand in its place.

use twohats::tree::Value;

use crate::book::{Mutant, assert_none, each_key, settings, slip, sources, survivors_alone, trees};

/// Keys of which the author chooses what stands below them.
const OWN: [&str; 2] = ["extra", "topics."];

/// Keys whose values are words of a few, or have a fixed form.
const WORDS: [&str; 16] = [
    "carry",
    "count",
    "date",
    "days",
    "draft",
    "first",
    "in",
    "level",
    "needed",
    "of",
    "order",
    "reviewed",
    "rows",
    "sensitive",
    "sum",
    "ticked",
];

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn every_misspelt_key_is_told_at_its_line_and_nothing_else_is() {
    let sources = sources();
    let mut mutants = Vec::new();
    for (source, tree) in trees(&sources).into_iter().chain([settings(&sources)]) {
        each_key(&tree, "", &mut |path, key, _| {
            if OWN.iter().any(|own| path.starts_with(own)) {
                return;
            }
            // What stands below `where` are names of columns.
            let is_name = path.contains(".where.");
            let with = slip(&key.name);
            mutants.push(Mutant {
                path: source.path().to_owned(),
                range: key.span.range(),
                line: key.span.line_and_column().0,
                key: if is_name {
                    String::new()
                } else {
                    format!("{}{with}", &path[..path.len() - key.name.len()])
                },
                with,
                rules: if is_name { &["dangling-reference"] } else { &["unknown-field"] },
            });
        });
    }
    assert_none(&survivors_alone(&sources, &mutants), mutants.len());
}

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn every_misspelt_word_of_a_few_is_told_at_its_line() {
    let sources = sources();
    let mut mutants = Vec::new();
    for (source, tree) in trees(&sources) {
        each_key(&tree, "", &mut |path, key, node| {
            let Value::Text(text) = &node.value else { return };
            // A field may be a `date` too, and then has a label.
            let is_label = path.ends_with("].date");
            if WORDS.contains(&key.name.as_str()) && !is_label && !path.contains(".where.") {
                mutants.push(Mutant {
                    path: source.path().to_owned(),
                    range: text.span.range(),
                    with: slip(&text.text),
                    line: text.span.line_and_column().0,
                    key: String::new(),
                    rules: &["unknown-value", "dangling-reference"],
                });
            }
        });
    }
    assert_none(&survivors_alone(&sources, &mutants), mutants.len());
}
