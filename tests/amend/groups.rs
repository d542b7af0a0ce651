//! Keys come and go.

use std::sync::Arc;

use twohats::amend::{Change, Place, values};
use twohats::schema::Need;
use twohats::source::Source;

use crate::{SCENARIO, TEMPLATE, group, made, remove, set};

fn add(place: &str, text: &str) -> Change {
    Change::Add(Place::from(place), text.into())
}

#[test]
fn a_missing_key_gets_the_place_that_it_has_among_the_others() {
    let file = "title: T\nsummary: S # why\nleader:\n  say: a\n\n# of m\nmanager:\n  say: b\n";
    let made = |change| made(file, SCENARIO, change);
    assert_eq!(made(set("time", "An hour")), file.replace("# why\n", "# why\ntime: An hour\n"));
    assert_eq!(made(add("level", "core")), file.replace("# why\n", "# why\nlevel: core\n"));
    assert_eq!(made(set("order", "3")), format!("{file}\norder: 3\n"));
    assert_eq!(made(set("leader.aim", "x")), file.replace("  say: a\n", "  aim: x\n  say: a\n"));
}

#[test]
fn blank_lines_between_keys_are_kept_up() {
    let file = "title: T\n\nsummary: S\n\nsend: a\n";
    let after = "title: T\n\nsummary: S\n\ntime: b\n\nsend: a\n";
    assert_eq!(made(file, SCENARIO, set("time", "b")), after);
    assert_eq!(made(after, SCENARIO, set("time", "")), file);
    assert_eq!(made(file, SCENARIO, remove("send")), "title: T\n\nsummary: S\n");
}

#[test]
fn the_first_key_stands_below_what_is_said_of_the_file() {
    let file = "# about the file\nsummary: S\n";
    assert_eq!(made(file, SCENARIO, set("title", "T")), "# about the file\ntitle: T\nsummary: S\n");
    assert_eq!(made("", SCENARIO, set("title", "T")), "title: T\n");
    assert_eq!(made("# only this", SCENARIO, set("title", "T")), "# only this\ntitle: T\n");
    let file = "mistakes:\n  - then: b\n";
    let after = "mistakes:\n  - if: a\n    then: b\n";
    assert_eq!(made(file, SCENARIO, set("mistakes[0].if", "a")), after);
}

#[test]
fn a_group_that_is_not_there_comes_with_its_first_key() {
    let file = "title: T\nleader:\n    say: a\n";
    let after = "title: T\nleader:\n    say: a\nwhere:\n    video: x\n";
    assert_eq!(made(file, SCENARIO, set("where.video", "x")), after);
    let after = "title: T\nwhere: # why\n  video: |\n    x\n    y\n";
    let file = "title: T\nwhere: # why\n";
    assert_eq!(
        made(file, SCENARIO, set("where.video", "x y")),
        after.replace("|\n    x\n    y", "x y")
    );
    let change = Change::Add(Place::from("practice"), group(&[("ask", "a?"), ("with", "")]));
    assert_eq!(made("title: T\n", SCENARIO, change), "title: T\npractice:\n  ask: a?\n");
}

#[test]
fn a_group_in_braces_stays_in_them() {
    let file = "title: T\nwhere: {video: a, in_person: b}\n";
    let made = |file: &str, change| made(file, SCENARIO, change);
    let after = made(file, set("where.in_writing", "c, d"));
    assert!(after.contains("\"c, d\""), "{after}");
    assert!(after.starts_with("title: T\nwhere: {") && after.ends_with("}\n"), "{after}");
    assert_eq!(made(file, set("where.video", "")), "title: T\nwhere: {in_person: b}\n");
    assert_eq!(made(file, set("where.in_person", "")), "title: T\nwhere: {video: a}\n");
    assert_eq!(made("where: {}\n", set("where.video", "a")), "where: {video: a}\n");
}

#[test]
fn the_last_key_takes_its_group_away_where_that_may_be() {
    let file = "title: T\nwhere:\n  video: a\nid: 1\n";
    assert_eq!(made(file, SCENARIO, set("where.video", "")), "title: T\nid: 1\n");
    let file = "fields:\n  - text: A\n    hint: b\n  - text: C\n";
    let after = "fields:\n  - text: A\n  - text: C\n";
    assert_eq!(made(file, TEMPLATE, set("fields[0].hint", "")), after);
    let file = "leader:\n  # why\n  hint: b # c\nid: 1\n";
    assert_eq!(made(file, SCENARIO, remove("leader.hint")), "leader: {}\nid: 1\n");
    let file = "fields:\n  - hint: b # c\n    # of the text\n    text: A\n";
    let after = "fields:\n  - # of the text\n    text: A\n";
    assert_eq!(made(file, TEMPLATE, remove("fields[0].hint")), after);
}

#[test]
fn every_value_is_listed_in_order_and_what_is_missing_where_it_would_stand() {
    let file =
        "title: T\nsigns:\n  - a\n  - b\nmistakes:\n  - then: |\n      c\n\n      d\nmine: 1\n";
    let source = Arc::new(Source::new("content/scenarios/a.yaml", file));
    let all = values(&source, SCENARIO).expect("it can be read");
    let rows = all.iter().map(|one| {
        let there = one.span.as_ref().map(|span| &source.text()[span.range()]);
        (one.place.to_string(), one.text.as_deref(), there)
    });
    let rows: Vec<_> = rows.collect();
    let there: Vec<_> = rows.iter().filter(|(_, _, there)| there.is_some()).collect();
    let expected = [
        ("title", Some("T"), "T"),
        ("signs", None, "a\n  - b"),
        ("signs[0]", Some("a"), "a"),
        ("signs[1]", Some("b"), "b"),
        ("mistakes", None, ""),
        ("mistakes[0]", None, ""),
        ("mistakes[0].then", Some("c\n\nd"), "|\n      c\n\n      d"),
    ];
    assert_eq!(there.len(), expected.len(), "{there:#?}");
    for ((place, text, span), (name, words, written)) in there.iter().zip(expected) {
        assert_eq!((place.as_str(), *text), (name, words));
        assert!(span.is_some_and(|span| span.contains(written)), "{place}: {span:?}");
    }
    let names: Vec<&str> = rows.iter().map(|(place, ..)| place.as_str()).collect();
    let at = |name| names.iter().position(|one| *one == name).expect("it is listed");
    assert!(at("title") < at("summary") && at("summary") < at("signs"));
    assert!(
        at("mistakes[0]") < at("mistakes[0].if") && at("mistakes[0].if") < at("mistakes[0].then")
    );
    assert!(!names.contains(&"mine"));
    let needed = all.iter().filter(|one| one.span.is_none() && one.need == Need::Needed);
    let needed: Vec<String> = needed.map(|one| one.place.to_string()).collect();
    assert_eq!(needed, ["summary", "leader", "manager", "mistakes[0].if"]);
    assert!(all[0].key.is_some_and(|key| key.about.contains("lists and at its top")));
}
