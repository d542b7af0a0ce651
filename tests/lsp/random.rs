//! Edits by chance: after each the server tells what a fresh check of the same texts tells.

use std::collections::BTreeMap;

use serde_json::json;
use testkit::Book;
use testkit::chance::Chance;
use testkit::editor::position;

use crate::standing::{begun, expected, found};
use crate::{BOOK, LATE, LATE_PATH, QUERIES, SCOPE, SHEET, SHEET_PATH, WHY, WHY_PATH, book};

/// How many edits each seed makes.
const EDITS: usize = 60;

/// Pieces that are put in.
const PIECES: [&str; 24] = [
    "",
    "",
    "",
    "\n",
    "  ",
    "- ",
    ": ",
    " #",
    "[",
    "]",
    "\"",
    "'",
    "|",
    "é😀",
    "\t",
    "<b>",
    "`",
    "title: x\n",
    "related: [late]\n",
    "  - nowhere\n",
    "](late.yaml)",
    "draft: yes\n",
    "---\n",
    "\u{feff}",
];

fn after_each_edit_all_is_as_checked(seed: u64) {
    let project = book().on_disk();
    let mut editor = begun(&project);
    let scope = "content/scenarios/scope.yaml";
    let whole = [
        (LATE_PATH, LATE),
        (scope, SCOPE),
        (WHY_PATH, WHY),
        (SHEET_PATH, SHEET),
        ("book.toml", BOOK),
        ("content/queries.yaml", QUERIES),
    ];
    let mut texts: BTreeMap<&str, String> =
        whole.iter().map(|(path, text)| (*path, (*text).to_owned())).collect();
    for (path, text) in &texts {
        editor.open(path, text);
    }
    let mut chance = Chance::new(seed);
    for edit in 0..EDITS {
        let (path, original) = whole[chance.below(whole.len())];
        let text = texts.get_mut(path).expect("it is open");
        if chance.below(4) == 0 {
            original.clone_into(text);
            editor.change(path, text);
        } else {
            let start = text.floor_char_boundary(chance.below(text.len() + 1));
            let end = text.floor_char_boundary((start + chance.below(9)).min(text.len()));
            let range = json!({"start": position(text, start), "end": position(text, end)});
            let piece = PIECES[chance.below(PIECES.len())];
            text.replace_range(start..end.max(start), piece);
            editor.change_parts(path, &json!([{"range": range, "text": piece}]));
        }
        let at = text.floor_char_boundary(chance.below(text.len() + 1));
        let (uri, place) = (editor.uri(path), position(text, at));
        for method in crate::METHODS {
            let params = json!({
                "textDocument": {"uri": uri},
                "position": place,
                "positions": [place],
                "range": {"start": place, "end": place},
                "context": {"diagnostics": [], "includeDeclaration": true},
                "newName": "another",
            });
            if let Err(error) = editor.ask(&format!("textDocument/{method}"), &params) {
                let is_ours = error["code"] == -32603;
                assert!(!is_ours, "{method} at {at}, seed {seed}, edit {edit}\n{}", texts[path]);
            }
        }
        editor.settle();
        let now: Book = book().files(texts.clone());
        assert_eq!(found(&editor), expected(&now), "seed {seed}, edit {edit}\n{}", texts[path]);
    }
}

#[test]
fn after_each_edit_of_one_seed_all_is_as_checked() {
    after_each_edit_all_is_as_checked(1);
}

#[test]
fn after_each_edit_of_another_seed_all_is_as_checked() {
    after_each_edit_all_is_as_checked(2);
}
