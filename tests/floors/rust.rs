//! What the Rust that `Cargo.toml` asks for does not know yet, and clippy does not tell of: it knows of the library alone.

use crate::File;
use crate::systems::all_files;
use crate::words::Word;

/// The guards of a `match` that bind a name. Rust knows them from 1.95 on.
fn binding_guards(words: &[Word]) -> Vec<usize> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let mut found = Vec::new();
    for at in (0..words.len()).filter(|at| text(*at) == "if") {
        let is_end =
            |at: &usize| ["{", ";"].contains(&text(*at)) || (text(*at), text(at + 1)) == ("=", ">");
        let end = (at..words.len()).find(is_end).unwrap_or(at);
        if text(end) == "=" && (at..end).any(|at| text(at) == "let") {
            found.push(words[at].line);
        }
    }
    found
}

#[test]
fn no_guard_of_a_match_binds_a_name() {
    let files = all_files();
    let faults = |file: &File| -> Vec<String> {
        let found = binding_guards(&file.words).into_iter();
        found.map(|line| file.at(line, "`if let` in a guard")).collect()
    };
    let found: Vec<String> = files.iter().flat_map(faults).collect();
    assert!(found.is_empty(), "guards that Rust 1.91 does not know:\n  {}\n", found.join("\n  "));
}

#[test]
fn the_rule_tells_a_guard_from_a_condition() {
    let found = |text| binding_guards(&crate::words::words(text));
    assert_eq!(
        found("match a {\n b if let Some(c) = b => c,\n _ if d && let e = f() => e,\n}"),
        [2, 3]
    );
    assert_eq!(
        found("if let Some(a) = b { match a { _ => c } }\nmatch a { b if b == c => d }"),
        []
    );
}
