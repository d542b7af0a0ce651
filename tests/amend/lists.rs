//! Items of lists come, go and change places.

use twohats::amend::{Place, Refusal, Signs, Value};

use crate::{SCENARIO, TEMPLATE, changed, group, insert, made, remove, set, shift};

const LIST: &str =
    "title: T\nsigns:\n  # one\n  - a # of a\n\n  - b\n  # of c\n  - c\n\n# of d\nid: 1\n";

#[test]
fn an_item_is_added_behind_the_last_line_before_comments_and_blank_lines() {
    let after = made(LIST, SCENARIO, insert("signs", 9, "x: y".into()));
    assert_eq!(after, LIST.replace("  - c\n", "  - c\n  - \"x: y\"\n"));
}

#[test]
fn an_item_is_put_above_the_comments_of_the_next_one() {
    let after = made(LIST, SCENARIO, insert("signs", 0, "x".into()));
    assert_eq!(after, LIST.replace("  # one", "  - x\n  # one"));
    let after = made(LIST, SCENARIO, insert("signs", 1, "x".into()));
    assert_eq!(after, LIST.replace("  - b", "  - x\n  - b"));
    let after = made(LIST, SCENARIO, insert("signs", 2, "x".into()));
    assert_eq!(after, LIST.replace("  # of c", "  - x\n  # of c"));
}

#[test]
fn an_item_goes_with_its_comments() {
    assert_eq!(
        made(LIST, SCENARIO, remove("signs[0]")),
        LIST.replace("  # one\n  - a # of a\n", "")
    );
    assert_eq!(made(LIST, SCENARIO, remove("signs[1]")), LIST.replace("  - b\n", ""));
    assert_eq!(made(LIST, SCENARIO, remove("signs[2]")), LIST.replace("  # of c\n  - c\n", ""));
    assert_eq!(made(LIST, SCENARIO, set("signs[1]", " ")), LIST.replace("  - b\n", ""));
}

#[test]
fn the_last_item_takes_the_key_away_or_leaves_an_empty_list() {
    let file = "id: 1\nsigns:\n  # why\n  - a\norder: 1\n";
    assert_eq!(made(file, SCENARIO, remove("signs[0]")), "id: 1\norder: 1\n");
    let file = "id: 1\nsigns: [a] # why\norder: 1\n";
    assert_eq!(made(file, SCENARIO, remove("signs[0]")), "id: 1\norder: 1\n");
    let file = "fields:\n  - choice: Which\n    options: # why\n      - a # one\n    hint: b\n";
    let after = "fields:\n  - choice: Which\n    options: [] # why\n    hint: b\n";
    assert_eq!(made(file, TEMPLATE, remove("fields[0].options[0]")), after);
    let file = "fields:\n  - choice: Which\n    options: [a]\n    hint: b\n";
    let after = "fields:\n  - choice: Which\n    options: []\n    hint: b\n";
    assert_eq!(made(file, TEMPLATE, remove("fields[0].options[0]")), after);
}

#[test]
fn an_item_moves_with_its_comments_and_blank_lines_stay() {
    let after = made(LIST, SCENARIO, shift("signs", 2, 0));
    let moved =
        "title: T\nsigns:\n  # of c\n  - c\n\n  # one\n  - a # of a\n  - b\n\n# of d\nid: 1\n";
    assert_eq!(after, moved);
    assert_eq!(made(&after, SCENARIO, shift("signs", 0, 2)), LIST);
}

#[test]
fn items_of_several_lines_move_as_they_are() {
    let file = "mistakes:\n- if: |\n    a\n\n    b\n  then: c # d\n-   if: e\n    then: f";
    let after = "mistakes:\n-   if: e\n    then: f\n- if: |\n    a\n\n    b\n  then: c # d";
    assert_eq!(made(file, SCENARIO, shift("mistakes", 0, 1)), after);
    assert_eq!(made(after, SCENARIO, shift("mistakes", 0, 1)), file);
}

#[test]
fn a_list_in_brackets_stays_in_them() {
    let file = "topics: [ a, b,  c ] # why\n";
    let made = |change| made(file, SCENARIO, change);
    assert_eq!(made(insert("topics", 3, "d, e".into())), "topics: [ a, b,  c, \"d, e\" ] # why\n");
    assert_eq!(made(insert("topics", 0, "x".into())), "topics: [ x, a, b,  c ] # why\n");
    assert_eq!(made(insert("topics", 1, "x".into())), "topics: [ a, x, b,  c ] # why\n");
    assert_eq!(made(remove("topics[0]")), "topics: [ b,  c ] # why\n");
    assert_eq!(made(remove("topics[2]")), "topics: [ a, b ] # why\n");
    assert_eq!(made(shift("topics", 0, 2)), "topics: [ b, c,  a ] # why\n");
}

#[test]
fn comments_in_brackets_stay_with_their_items() {
    let file = "topics: [a, # of a\n  # of b\n  b, # more of b\n  c # of c\n]\nid: 1\n";
    let made = |change| made(file, SCENARIO, change);
    let after = "topics: [\n  # of b\n  b, # more of b\n  c # of c\n]\nid: 1\n";
    assert_eq!(made(remove("topics[0]")), after);
    let after = "topics: [a, # of a\n  # of b\n  \n  c # of c\n]\nid: 1\n";
    assert_eq!(made(remove("topics[1]")), after);
    let after = "topics: [a, # of a\n  # of b\n  b # more of b\n   # of c\n]\nid: 1\n";
    assert_eq!(made(remove("topics[2]")), after);
}

#[test]
fn a_list_with_comments_in_its_brackets_is_written_an_item_a_line_when_one_comes_or_moves() {
    let file = "topics: [a, # of a\n  # of b\n  b,   # more of b\n\n  c # of c\n]\nid: 1\n";
    let made = |change| made(file, SCENARIO, change);
    let after =
        "topics: [\n  a, # of a\n  # of b\n  b,   # more of b\n\n  c, # of c\n  d\n]\nid: 1\n";
    assert_eq!(made(insert("topics", 9, "d".into())), after);
    let after = "topics: [\n  a, # of a\n  \"d, e\",\n  # of b\n  b,   # more of b\n\n  c # of c\n]\nid: 1\n";
    assert_eq!(made(insert("topics", 1, "d, e".into())), after);
    let after = "topics: [\n  # of b\n  b,   # more of b\n  a, # of a\n\n  c # of c\n]\nid: 1\n";
    assert_eq!(made(shift("topics", 0, 1)), after);
    let file = "where: {video: x}\nextra:\n  - [a, b # why\n    , c]\n";
    let after = "where: {video: x}\nextra:\n  - [\n    b, # why\n    a,\n    c\n  ]\n";
    assert_eq!(crate::made(file, SCENARIO, shift("extra[0]", 0, 1)), after);
    let file = "topics: [ # all\n    a, # of a\n    b,\n    # no more\n  ] # why\n";
    let after = "topics: [ # all\n    b,\n    a, # of a\n    # no more\n  ] # why\n";
    assert_eq!(crate::made(file, SCENARIO, shift("topics", 1, 0)), after);
    let file = "topics: [\n  a,\n  b\n]\n";
    let after = "topics: [\n  a,\n  b,\n  c\n]\n";
    assert_eq!(crate::made(file, SCENARIO, insert("topics", 2, "c".into())), after);
    assert_eq!(crate::made(after, SCENARIO, remove("topics[2]")), file);
}

#[test]
fn a_single_text_becomes_a_list_and_its_comment_stays_with_it() {
    let file = "id: 1\navoid: x # why\nsigns: x # why\norder: 1\n";
    let after = "id: 1\navoid: x # why\nsigns:\n  - x # why\n  - z\norder: 1\n";
    assert_eq!(made(file, SCENARIO, insert("signs", 1, "z".into())), after);
    let after = "id: 1\navoid: x # why\nsigns:\n  - z\n  - x # why\norder: 1\n";
    assert_eq!(made(file, SCENARIO, insert("signs", 0, "z".into())), after);
    let after = "id: 1\navoid: x # why\norder: 1\n";
    assert_eq!(made(file, SCENARIO, remove("signs[0]")), after);
    let after = "id: 1\navoid: x # why\nsigns: \"n: o\" # why\norder: 1\n";
    assert_eq!(made(file, SCENARIO, set("signs[0]", "n: o")), after);
    let file = "signs: # of all\n  x\n  y\nid: 1\n";
    let after = "signs: # of all\n  - x y\n  - z\nid: 1\n";
    assert_eq!(made(file, SCENARIO, insert("signs", 1, "z".into())), after);
    let file = "signs: | # of all\n  x\n\n  y";
    let after = "signs:\n  - | # of all\n    x\n\n    y\n  - z\n";
    assert_eq!(made(file, SCENARIO, insert("signs", 1, "z".into())), after);
    let file = "where: {video: x}\n";
    assert!(changed(file, SCENARIO, &[insert("where.video", 1, "z".into())], Signs::Kept).is_err());
}

#[test]
fn a_list_that_is_not_there_is_made_as_the_others_are() {
    let made = |file: &str| made(file, SCENARIO, insert("signs", 0, "x".into()));
    assert_eq!(made("title: T\nid: 1\n"), "title: T\nsigns:\n  - x\nid: 1\n");
    assert_eq!(made("title: T\ntopics: [a]\n"), "title: T\ntopics: [a]\nsigns: [x]\n");
    let other = "title: T\ntopics: [a]\ndiscuss:\n- b\n";
    assert_eq!(made(other), "title: T\ntopics: [a]\nsigns:\n- x\ndiscuss:\n- b\n");
    assert_eq!(made("title: T\nsigns: # why\nid: 1\n"), "title: T\nsigns: # why\n  - x\nid: 1\n");
    assert_eq!(
        made("title: T\nsigns: [] # why\nid: 1\n"),
        "title: T\nsigns: # why\n  - x\nid: 1\n"
    );
}

#[test]
fn an_item_that_is_a_group_is_written_as_lines() {
    let file = "mistakes:\n  -   if: a\n      then: b\nid: 1\n";
    let item = || group(&[("if", "c: d"), ("then", "e")]);
    let after = "mistakes:\n  -   if: a\n      then: b\n  -   if: \"c: d\"\n      then: e\nid: 1\n";
    assert_eq!(made(file, SCENARIO, insert("mistakes", 1, item())), after);
    let after = "mistakes:\n  -   if: \"c: d\"\n      then: e\n  -   if: a\n      then: b\nid: 1\n";
    assert_eq!(made(file, SCENARIO, insert("mistakes", 0, item())), after);
    let field = Value::Map(vec![
        ("choice".to_owned(), "Which".into()),
        ("options".to_owned(), Value::List(vec!["yes".into(), "b".into()])),
        ("example".to_owned(), Value::List(vec!["b".into()])),
    ]);
    let file = "fields:\n  - date: When\n";
    let after = "fields:\n  - date: When\n  - choice: Which\n    options:\n      - \"yes\"\n      - b\n    example:\n      - b\n";
    assert_eq!(made(file, TEMPLATE, insert("fields", 1, field)), after);
}

#[test]
fn lists_in_lists_change_where_their_dashes_are() {
    let file = "extra:\n  - - a\n    # of b\n    - b\n  - [c, d]\n";
    let made = |change| made(file, SCENARIO, change);
    assert_eq!(
        made(insert("extra[0]", 0, "x".into())),
        "extra:\n  - - x\n    - a\n    # of b\n    - b\n  - [c, d]\n"
    );
    assert_eq!(made(remove("extra[0][0]")), "extra:\n  - # of b\n    - b\n  - [c, d]\n");
    assert_eq!(made(shift("extra[0]", 0, 1)), "extra:\n  - # of b\n    - b\n    - a\n  - [c, d]\n");
    assert_eq!(made(set("extra[1][1]", "x")), "extra:\n  - - a\n    # of b\n    - b\n  - [c, x]\n");
    let rows = "fields:\n  - table: T\n    columns:\n      - text: A\n    example:\n    - [a]\n    - [b]\n";
    let after = crate::made(rows, TEMPLATE, set("fields[0].example[1][0]", ""));
    assert_eq!(after, rows.replace("[b]", "[\"\"]"));
    let after = crate::made(rows, TEMPLATE, set("fields[0].example[0][0]", "7"));
    assert_eq!(after, rows.replace("[a]", "[7]"));
}

#[test]
fn a_place_that_is_not_there_is_refused() {
    for change in [
        shift("signs", 0, 9),
        shift("nothing", 0, 1),
        remove("signs[7]"),
        remove("title.say"),
        set("nothing", "x"),
        set("title.say", "x"),
        insert("title", 0, "x".into()),
    ] {
        let refused = changed(LIST, SCENARIO, std::slice::from_ref(&change), Signs::TakenOut);
        assert!(refused.is_err(), "{change:?}");
    }
    let refused = changed(LIST, SCENARIO, &[set("signs", "x")], Signs::TakenOut);
    let Err(Refusal::OtherShape(place)) = refused else { panic!("{refused:?}") };
    assert_eq!(place, Place::from("signs"));
}
