//! A text in the place of another: each form, each text that it cannot hold, and what stands round it.

use std::sync::Arc;

use twohats::amend::{Change, Place, Refusal, Signs, amend, values};
use twohats::load::File;
use twohats::schema::Need;
use twohats::source::Source;

use crate::{SCENARIO, TEMPLATE, changed, made, set};

/// A line of the table: its number, the place, the file before, the text that is typed, and the file after.
type Case = (u32, &'static str, &'static str, &'static str, &'static str);

#[track_caller]
fn hold(file: File, signs: Signs, cases: &[Case]) {
    let mut fallen = Vec::new();
    for (number, place, before, text, after) in cases {
        let changes = [Change::Set(Place::from(*place), (*text).to_owned())];
        match changed(before, file, &changes, signs) {
            Ok(found) if found == *after => {}
            Ok(found) => {
                fallen.push(format!("{number}: {before:?}, {text:?}:\n  {found:?}\n  {after:?}"));
            }
            Err(refusal) => fallen.push(format!("{number}: {before:?}, {text:?}: {refusal}")),
        }
    }
    assert!(fallen.is_empty(), "{}", fallen.join("\n"));
}

#[test]
fn a_text_without_quotes_keeps_that_form_where_it_means_itself() {
    hold(
        SCENARIO,
        Signs::TakenOut,
        &[
            (1, "send", "send: old\n", "new", "send: new\n"),
            (2, "send", "send: old # why\n", "new", "send: new # why\n"),
            (3, "send", "send: old\t# why\n", "new", "send: new\t# why\n"),
            (4, "send", "send: old\n", "a: b", "send: \"a: b\"\n"),
            (5, "send", "send: old\n", "a #b", "send: \"a #b\"\n"),
            (6, "send", "send: old\n", "a#b", "send: a#b\n"),
            (6, "send", "send: old\n", "a:b", "send: a:b\n"),
            (7, "send", "send: old\n", "a:", "send: \"a:\"\n"),
            (8, "send", "send: old\n", "- a", "send: \"- a\"\n"),
            (8, "send", "send: old\n", "-x", "send: \"-x\"\n"),
            (9, "send", "send: old\n", "? a", "send: \"? a\"\n"),
            (10, "send", "send: old\n", "&a", "send: \"&a\"\n"),
            (11, "send", "send: old\n", "*a* b", "send: \"*a* b\"\n"),
            (12, "send", "send: old\n", "!a", "send: \"!a\"\n"),
            (12, "send", "send: old\n", "%a", "send: \"%a\"\n"),
            (12, "send", "send: old\n", "@a", "send: \"@a\"\n"),
            (12, "send", "send: old\n", "`a`", "send: \"`a`\"\n"),
            (13, "send", "send: old\n", "\"a\" b", "send: '\"a\" b'\n"),
            (13, "send", "send: old\n", "'a' b", "send: \"'a' b\"\n"),
            (14, "send", "send: old\n", "it's \"x\"", "send: it's \"x\"\n"),
            (15, "send", "send: old\n", "# a", "send: \"# a\"\n"),
            (15, "send", "send: old\n", "| a", "send: \"| a\"\n"),
            (15, "send", "send: old\n", "> a", "send: \"> a\"\n"),
            (15, "send", "send: old\n", "[a]", "send: \"[a]\"\n"),
            (15, "send", "send: old\n", "{a}", "send: \"{a}\"\n"),
            (16, "send", "send: old\n", "---", "send: \"---\"\n"),
            (16, "send", "send: old\n", "...", "send: \"...\"\n"),
            (16, "send", "send: old\n", "--- a", "send: \"--- a\"\n"),
            (17, "send", "send: old\n", "yes", "send: \"yes\"\n"),
            (17, "send", "send: old\n", "No", "send: \"No\"\n"),
            (17, "send", "send: old\n", "~", "send: \"~\"\n"),
            (17, "send", "send: old\n", "null", "send: \"null\"\n"),
            (17, "send", "send: old\n", "on", "send: \"on\"\n"),
            (18, "send", "send: old\n", "1.10", "send: \"1.10\"\n"),
            (18, "send", "send: old\n", "007", "send: \"007\"\n"),
            (18, "send", "send: old\n", "1e3", "send: \"1e3\"\n"),
            (18, "send", "send: old\n", ".5", "send: \".5\"\n"),
            (18, "send", "send: old\n", "1:30", "send: \"1:30\"\n"),
            (18, "send", "send: old\n", "1.2.3", "send: 1.2.3\n"),
            (19, "send", "send: old\n", "2024-01-01", "send: \"2024-01-01\"\n"),
            (20, "reviewed", "reviewed: 2023-01\n", "2024-01-01", "reviewed: 2024-01-01\n"),
            (20, "order", "order: 1\n", "3", "order: 3\n"),
            (20, "order", "order: 1\n", "-3", "order: -3\n"),
            (20, "draft", "draft: no\n", "yes", "draft: yes\n"),
            (21, "send", "send: old\n", " lead", "send: \" lead\"\n"),
            (21, "send", "send: old\n", "trail ", "send: \"trail \"\n"),
            (21, "time", "time: old\n", " lead\t", "time: lead\n"),
            (22, "send", "send: old\n", "\u{a0}a", "send: \"\u{a0}a\"\n"),
            (22, "time", "time: old\n", "a\u{a0}", "time: \"a\u{a0}\"\n"),
            (22, "send", "send: a\u{a0}\n", "b", "send: b\n"),
            (23, "send", "send: old\n", "a\u{a0}b 😀 é", "send: a\u{a0}b 😀 é\n"),
            (24, "send", "send: old\n", "a\tb", "send: \"a\\tb\"\n"),
            (25, "send", "send: old\n", "a\u{7}b\u{1b}", "send: ab\n"),
            (26, "send", "send: old\n", "a\u{2028}b", "send: \"a\\u2028b\"\n"),
            (26, "send", "send: old\n", "a\u{85}b", "send: \"a\\x85b\"\n"),
            (26, "send", "send: old\n", "a\u{feff}b", "send: \"a\\ufeffb\"\n"),
            (27, "send", "send: old\n", "a \\ b", "send: a \\ b\n"),
            (31, "send", "send: old\n  one\nid: 1\n", "new", "send: new\nid: 1\n"),
        ],
    );
}

#[test]
fn control_signs_are_kept_in_quotes_when_they_are_meant() {
    let cases = [
        (25, "send", "send: old\n", "a\u{7}b", "send: \"a\\x07b\"\n"),
        (53, "send", "send: |\n  old\n", "a\u{7}b\nc", "send: \"a\\x07b\\nc\"\n"),
        (53, "send", "send: | # why\n  old\nid: 1\n", "\u{7f}", "send: \"\\x7f\" # why\nid: 1\n"),
        (39, "send", "send: 'old'\n", "a\0b", "send: \"a\\x00b\"\n"),
    ];
    hold(SCENARIO, Signs::Kept, &cases);
}

#[test]
fn a_long_line_stays_one_line() {
    let text = "four ".repeat(80).trim_end().to_owned();
    let after = made("send: old\n", SCENARIO, set("send", &text));
    assert_eq!(after, format!("send: {text}\n"), "28");
}

#[test]
fn a_text_of_several_lines_gets_lines_of_its_own() {
    hold(
        SCENARIO,
        Signs::TakenOut,
        &[
            (29, "send", "send: old\nid: 1\n", "a\n\nb", "send: |\n  a\n\n  b\nid: 1\n"),
            (30, "send", "send: old # why\n", "a\n\nb", "send: | # why\n  a\n\n  b\n"),
            (
                32,
                "send",
                "send: old\n  one # why\nid: 1\n",
                "a\n\nb",
                "send: | # why\n  a\n\n  b\nid: 1\n",
            ),
            (33, "send", "send: old\n", " a\nb", "send: |2\n   a\n  b\n"),
            (34, "send", "send: old\n", "a\n---\nb", "send: |\n  a\n  ---\n  b\n"),
            (35, "send", "send: old\n", "\n\na\nb", "send: |\n\n\n  a\n  b\n"),
            (35, "send", "send: old\n", " \na\nb", "send: |2\n   \n  a\n  b\n"),
            (36, "send", "id: 1\nsend: old\n", " \n\n", "id: 1\n"),
            (37, "send", "send: old\n", "a\r\nb\r\n", "send: |\n  a\n  b\n"),
            (37, "send", "send: old\r\nid: 1\r\n", "a\nb", "send: |\r\n  a\r\n  b\r\nid: 1\r\n"),
            (37, "send", "send: old\n \n    \nid: 1\n", "a\nb", "send: |\n  a\n  b\n\n\nid: 1\n"),
            (37, "send", "send: |\n      ", "a\nb", "send: |\n  a\n  b\n"),
            (37, "send", "send: old  \nid: 1\n", "a\nb", "send: |\n  a\n  b\nid: 1\n"),
            (37, "send", "send: \nid: 1\n", "a\nb", "send: |\n  a\n  b\nid: 1\n"),
            (37, "time", "time: old\n", "a \r\n\n b\n", "time: a b\n"),
            (40, "send", "send: 'old'\n", "a\nb", "send: |\n  a\n  b\n"),
            (40, "send", "send: \"old\" # why\n", "a\nb", "send: | # why\n  a\n  b\n"),
            (40, "send", "send:\n  \"old\"\nid: 1\n", "a\nb", "send: |\n  a\n  b\nid: 1\n"),
            (43, "send", "send: \"a\\nb\"\n", "c\nd\ne", "send: \"c\\nd\\ne\"\n"),
            (63, "send", "send:\nid: 1\n", "a\nb", "send: |\n  a\n  b\nid: 1\n"),
            (64, "send", "send: # why\nid: 1\n", "a\nb", "send: | # why\n  a\n  b\nid: 1\n"),
            (67, "send", "send: old", "a\nb", "send: |\n  a\n  b\n"),
            (67, "send", "send: |\n  old", "a\nb", "send: |\n  a\n  b\n"),
            (
                68,
                "send",
                "\u{feff}id: 1\r\nsend: old\r\norder: 1\r\n",
                "a\nb",
                "\u{feff}id: 1\r\nsend: |\r\n  a\r\n  b\r\norder: 1\r\n",
            ),
        ],
    );
}

#[test]
fn a_text_in_quotes_keeps_them() {
    hold(
        SCENARIO,
        Signs::TakenOut,
        &[
            (38, "send", "send: 'it''s'\n", "it's: b", "send: 'it''s: b'\n"),
            (39, "send", "send: 'a'\n", "a\tb", "send: \"a\\tb\"\n"),
            (41, "send", "send: \"a\"\n", "b", "send: \"b\"\n"),
            (42, "send", "send: \"a\"\n", "a \"b\" \\ c", "send: \"a \\\"b\\\" \\\\ c\"\n"),
            (42, "send", "send: \"a\"\n", " lead", "send: \" lead\"\n"),
            (42, "send", "send: \"a\"\n", "trail ", "send: \"trail \"\n"),
        ],
    );
}

#[test]
fn an_empty_text_takes_its_key_away_or_stays_as_a_fault() {
    hold(
        SCENARIO,
        Signs::TakenOut,
        &[
            (44, "send", "id: 1\nsend: old # why\norder: 1\n", "", "id: 1\norder: 1\n"),
            (44, "send", "id: 1\nsend: |\n  old\n\n  one\norder: 1\n", " ", "id: 1\norder: 1\n"),
            (44, "title", "title: old # why\nid: 1\n", "", "title: \"\" # why\nid: 1\n"),
            (44, "leader.say", "leader:\n  say: |\n    old\n", "\n", "leader:\n  say: \"\"\n"),
        ],
    );
}

#[test]
fn lines_of_a_text_stay_lines() {
    hold(
        SCENARIO,
        Signs::TakenOut,
        &[
            (45, "send", "send: |\n  old\n", "a\n\n\nb", "send: |\n  a\n\n\n  b\n"),
            (45, "send", "send: |-\n  old\n", "a", "send: |-\n  a\n"),
            (
                46,
                "send",
                "send: |\n  old\n",
                "a: b\n# a\n- a\nkey: |",
                "send: |\n  a: b\n  # a\n  - a\n  key: |\n",
            ),
            (47, "send", "send: |\n  old\n", "a  \nb", "send: |\n  a  \n  b\n"),
            (48, "send", "send: |\n   old\n", "a\n b", "send: |\n   a\n    b\n"),
            (49, "send", "send: |2\n    old\n", "a\nb", "send: |\n  a\n  b\n"),
            (50, "send", "send: | # why\n  old\n", "a\nb", "send: | # why\n  a\n  b\n"),
            (
                51,
                "send",
                "send: |\n  old\n\n# why\n\nid: 1\n",
                "a\nb",
                "send: |\n  a\n  b\n\n# why\n\nid: 1\n",
            ),
            (52, "send", "send: |+\n  old\n\n\nid: 1\n", "a", "send: |\n  a\n\n\nid: 1\n"),
            (61, "send", "send: |\n  old\n   \nid: 1\n", "a", "send: |\n  a\nid: 1\n"),
        ],
    );
}

#[test]
fn a_folded_text_is_folded_anew() {
    let long = "one two three four ".repeat(9).trim_end().to_owned();
    let after = made("send: >-\n  old\n", SCENARIO, set("send", &long));
    let lines: Vec<&str> = after.lines().collect();
    assert_eq!(lines[0], "send: >-", "54");
    assert!(lines[1].len() == 72 && lines.len() == 4, "{after}");
    assert_eq!(lines[1..].iter().map(|line| line.trim()).collect::<Vec<_>>().join(" "), long);
    hold(
        SCENARIO,
        Signs::TakenOut,
        &[
            (54, "send", "send: >\n  old\n  one\n", "a b", "send: >\n  a b\n"),
            (55, "send", "send: >\n  old\n", "a\n\nb\nc", "send: >\n  a\n\n\n  b\n\n  c\n"),
            (56, "send", "send: >\n  old\n", "a\n b", "send: |\n  a\n   b\n"),
            (56, "send", "send: >-\n  old\n", "a \nb", "send: |-\n  a \n  b\n"),
            (56, "send", "send: > # why\n  old\n", "\ta", "send: | # why\n  \ta\n"),
            (57, "send", "send: >\n  old\n", "a\n- b\n- c", "send: |\n  a\n  - b\n  - c\n"),
        ],
    );
}

#[test]
fn in_brackets_more_signs_mean_something() {
    hold(
        SCENARIO,
        Signs::TakenOut,
        &[
            (58, "signs[0]", "signs: [old, b]\n", "a, b", "signs: [\"a, b\", b]\n"),
            (58, "signs[0]", "signs: [old, b]\n", "a]", "signs: [\"a]\", b]\n"),
            (58, "signs[1]", "signs: [a, old]\n", "{", "signs: [a, \"{\"]\n"),
            (58, "signs[1]", "signs: [a, old]\n", "a: b", "signs: [a, \"a: b\"]\n"),
            (58, "signs[1]", "signs: [a, old]\n", "a:b", "signs: [a, \"a:b\"]\n"),
            (
                60,
                "where.video",
                "where: {video, in_person: c}\n",
                "x",
                "where: {video: x, in_person: c}\n",
            ),
            (
                60,
                "where.video",
                "where: {video: , shop_floor: c}\n",
                "x",
                "where: {video: x , shop_floor: c}\n",
            ),
            (59, "extra[0]", "extra: [old, b]\n", "a\nb", "extra: [\"a\\nb\", b]\n"),
            (
                60,
                "where.video",
                "where: {video: old, room: c}\n",
                "x",
                "where: {video: x, room: c}\n",
            ),
        ],
    );
}

#[test]
fn lines_begin_two_columns_behind_their_key_or_dash() {
    let field = "fields:\n  - long: Why\n    example: old\n";
    let after = "fields:\n  - long: Why\n    example: |\n      a\n\n      b\n";
    hold(TEMPLATE, Signs::TakenOut, &[(61, "fields[0].example", field, "a\n\nb", after)]);
    let note = "fields:\n  - note: old # why\n    id: n\n";
    let after = "fields:\n  - note: | # why\n      a\n\n      b\n    id: n\n";
    hold(TEMPLATE, Signs::TakenOut, &[(61, "fields[0].note", note, "a\n\nb", after)]);
    let item = "extra:\n- old\n- b\n";
    let after = "extra:\n- |2\n   a\n  b\n- b\n";
    hold(SCENARIO, Signs::TakenOut, &[(62, "extra[0]", item, " a\nb", after)]);
}

#[test]
fn what_is_empty_is_filled_behind_its_colon_or_dash() {
    hold(
        SCENARIO,
        Signs::TakenOut,
        &[
            (63, "send", "send:\nid: 1\n", "new", "send: new\nid: 1\n"),
            (63, "signs[1]", "signs:\n  - a\n  -\n", "new", "signs:\n  - a\n  - new\n"),
            (64, "send", "send: # why\n", "new", "send: new # why\n"),
            (65, "send", "send: ~\n", "new", "send: new\n"),
            (66, "send", "id: 1\nsend: old", "new", "id: 1\nsend: new"),
            (66, "send", "id: 1\nsend:", "new", "id: 1\nsend: new"),
        ],
    );
}

#[test]
fn what_the_loader_refuses_is_not_edited() {
    for file in [
        "send: &a old\n",
        "send: *a\n",
        "send: !a old\n",
        "<<: {a: b}\nsend: old\n",
        "leader:\n\tsay: old\nsend: old\n",
        "send: [\n",
        "\u{feff}\u{feff}send: old\n",
    ] {
        let refused = changed(file, SCENARIO, &[set("send", "new")], Signs::TakenOut);
        assert!(matches!(refused, Err(Refusal::Unreadable(_))), "69: {file}: {refused:?}");
    }
}

#[test]
fn of_a_key_that_is_written_twice_the_first_is_edited() {
    let before = "send: one\nid: 1\nsend: two\n";
    let after = "send: new\nid: 1\nsend: two\n";
    hold(SCENARIO, Signs::TakenOut, &[(70, "send", before, "new", after)]);
}

#[test]
fn the_same_text_changes_nothing() {
    for file in
        ["send: old\n", "send: 'old'\n", "send: >+\n  old\n\n\nid: 1\n", "send: \"o\\x6cd\""]
    {
        assert_eq!(made(file, SCENARIO, set("send", "old\n")), file);
    }
}

#[test]
fn a_needed_key_that_is_emptied_goes_where_the_original_has_it() {
    let made = |file: &str, place: &str| {
        let source = Arc::new(Source::new("content/de/scenarios/a.yaml", file));
        let made = amend(&source, SCENARIO, &[set(place, " ")], Signs::TakenOut);
        made.unwrap_or_else(|refusal| panic!("{place}: {refusal}")).source.text().to_owned()
    };
    let file = "title: T\nsummary: S # why\nleader:\n  say: a\n  because: b\nmistakes:\n  - if: c\n    then: d\n";
    assert_eq!(made(file, "summary"), file.replace("summary: S # why\n", ""));
    assert_eq!(made(file, "leader.say"), file.replace("  say: a\n", ""));
    let only = file.replace("  because: b\n", "");
    assert_eq!(made(&only, "leader.say"), only.replace("leader:\n  say: a\n", ""));
    // What the loader asks of a translation too.
    assert_eq!(made(file, "title"), file.replace("title: T", "title: \"\""));
    assert_eq!(made(file, "mistakes[0].if"), file.replace("if: c", "if: \"\""));
    let source = Arc::new(Source::new("content/de/scenarios/a.yaml", "title: T\n"));
    let all = values(&source, SCENARIO).expect("it can be read");
    let needed = all.iter().filter(|one| one.need == Need::Needed);
    assert_eq!(needed.map(|one| one.place.to_string()).collect::<Vec<_>>(), ["title"]);
}
