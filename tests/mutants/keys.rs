//! Every key of every file, misspelt; and every word of which only few can stand in its place.

use twohats::schema::Shape;
use twohats::tree::Value;

use crate::book::{
    Mutant, assert_none, each_key, keys_of, settings, slip, sources, survivors_alone, trees,
    written,
};

/// Keys of which the author chooses what stands below them, and one below which stand ids, which no file alone can judge.
const OWN: [&str; 4] = ["extra", "redirects.", "topics.", "sayings."];

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
        for one in written(&tree, keys_of(source.path()), "") {
            let Value::Text(text) = &one.node.value else { continue };
            if has_a_fixed_form(&one.declared.shape) {
                mutants.push(Mutant {
                    path: source.path().to_owned(),
                    range: text.span.range(),
                    with: slip(&text.text),
                    line: text.span.line_and_column().0,
                    key: String::new(),
                    rules: &["unknown-value", "dangling-reference"],
                });
            }
        }
    }
    assert_none(&survivors_alone(&sources, &mutants), mutants.len());
}

/// Whether a slip in it can be told.
fn has_a_fixed_form(shape: &Shape) -> bool {
    match shape {
        Shape::Word(_)
        | Shape::YesNo
        | Shape::Number
        | Shape::Count(_)
        | Shape::Date
        | Shape::FieldId => true,
        Shape::Text
        | Shape::Form(_)
        | Shape::Line
        | Shape::Prose
        | Shape::Texts
        | Shape::Lines
        | Shape::Ids(_)
        | Shape::Group(_)
        | Shape::Groups(_)
        | Shape::Typed(_)
        | Shape::Example(_)
        | Shape::Named
        | Shape::Languages(_)
        | Shape::Rules
        | Shape::Alike
        | Shape::Anything => false,
    }
}
