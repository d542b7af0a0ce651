//! `book.toml`: each form of a text, and what comes and goes in tables and lists.

use std::path::Path;
use std::sync::Arc;

use testkit::chance::Chance;
use twohats::amend::{Change, Listed, Place, Signs, Value, amend, values};
use twohats::edit::apply;
use twohats::load::File;
use twohats::schema::{Need, Shape};
use twohats::source::Source;

use crate::{changed, group, insert, remove, set, shift};

const BOOK: File = File::Book;

#[track_caller]
fn made(disk: &str, change: Change) -> String {
    crate::made(disk, BOOK, change)
}

/// The place, the file before, the text that is typed, and the file after.
type Case = (&'static str, &'static str, &'static str, &'static str);

#[track_caller]
fn hold(cases: &[Case]) {
    let mut fallen = Vec::new();
    for (place, before, text, after) in cases {
        match changed(before, BOOK, &[set(place, text)], Signs::Kept) {
            Ok(found) if found == *after => {}
            Ok(found) => fallen.push(format!("{before:?}, {text:?}:\n  {found:?}\n  {after:?}")),
            Err(refusal) => fallen.push(format!("{before:?}, {text:?}: {refusal}")),
        }
    }
    assert!(fallen.is_empty(), "{}", fallen.join("\n"));
}

#[test]
fn a_text_keeps_its_quotes_where_they_hold_it() {
    hold(&[
        ("book.title", "[book]\ntitle = \"old\" # why\n", "new", "[book]\ntitle = \"new\" # why\n"),
        (
            "book.title",
            "[book]\ntitle=\"old\"",
            "a \"b\" \\ c",
            "[book]\ntitle=\"a \\\"b\\\" \\\\ c\"",
        ),
        (
            "book.title",
            "[book]\ntitle = 'old'\n",
            "a \"b\" \\ c",
            "[book]\ntitle = 'a \"b\" \\ c'\n",
        ),
        ("book.title", "[book]\ntitle = 'old'\n", "it's", "[book]\ntitle = \"it's\"\n"),
        ("book.title", "[book]\ntitle = 'old'\n", "a\u{7}b", "[book]\ntitle = \"a\\u0007b\"\n"),
        (
            "book.title",
            "[book]\ntitle = \"old\"\n",
            "a\u{7f}\u{2028}",
            "[book]\ntitle = \"a\\u007F\\u2028\"\n",
        ),
        (
            "book.title",
            "[book]\ntitle = \"old\"\n",
            "é 😀 \u{a0}#",
            "[book]\ntitle = \"é 😀 \u{a0}#\"\n",
        ),
        (
            "book.title",
            "[book]\ntitle = \"old\"\n",
            "two\r\nlines",
            "[book]\ntitle = \"two lines\"\n",
        ),
        ("book.title", "[book]\ntitle = \"aé\"\n", "è", "[book]\ntitle = \"è\"\n"),
        ("book.title", "[book]\ntitle = \"old\"\n", "", "[book]\ntitle = \"\"\n"),
        (
            "book.title",
            "[book]\r\ntitle = \"old\"\r\nid = 'a'\r\n",
            "n",
            "[book]\r\ntitle = \"n\"\r\nid = 'a'\r\n",
        ),
        ("book.title", "\u{feff}[book]\ntitle = \"old\"\n", "n", "\u{feff}[book]\ntitle = \"n\"\n"),
        (
            "book.title",
            "book = { title = \"old\", id = \"a\" }\n",
            "n",
            "book = { title = \"n\", id = \"a\" }\n",
        ),
        ("book.title", "book.title = \"old\"\n", "n", "book.title = \"n\"\n"),
        ("extra.a", "[extra]\na = \"old\"\n", "one\n\ntwo", "[extra]\na = \"one\\n\\ntwo\"\n"),
        (
            "extra.a",
            "[extra]\na = \"\"\"old\"\"\"\n",
            "one\ntwo",
            "[extra]\na = \"\"\"one\ntwo\"\"\"\n",
        ),
        (
            "extra.a",
            "[extra]\na = \"\"\"\nold\n\"\"\"\n",
            "1\n\"\"\"\" \\ 2\"",
            "[extra]\na = \"\"\"\n1\n\"\"\\\"\" \\\\ 2\"\n\"\"\"\n",
        ),
        (
            "extra.a",
            "[extra]\na = \"\"\"old\"\"\"\n",
            "\na\"",
            "[extra]\na = \"\"\"\n\na\\\"\"\"\"\n",
        ),
        ("extra.a", "[extra]\na = '''\nold'''\n", "it's\n\\", "[extra]\na = '''\nit's\n\\'''\n"),
        ("extra.a", "[extra]\na = '''old'''\n", "'''", "[extra]\na = \"\"\"'''\"\"\"\n"),
        (
            "extra.a",
            "[extra]\r\na = \"\"\"\r\nold\"\"\"\r\n",
            "1\n2",
            "[extra]\r\na = \"\"\"\r\n1\r\n2\"\"\"\r\n",
        ),
    ]);
}

#[test]
fn numbers_days_and_a_yes_stay_what_they_are_where_they_are_meant_so() {
    hold(&[
        (
            "book.review_months",
            "[book]\nreview_months = 12 # why\n",
            "6",
            "[book]\nreview_months = 6 # why\n",
        ),
        (
            "book.review_months",
            "[book]\nreview_months = \"12\"\n",
            "6",
            "[book]\nreview_months = \"6\"\n",
        ),
        (
            "book.review_months",
            "[book]\nreview_months = 12\n",
            "six",
            "[book]\nreview_months = \"six\"\n",
        ),
        (
            "book.review_months",
            "[book]\nreview_months = 12\n",
            "06",
            "[book]\nreview_months = \"06\"\n",
        ),
        (
            "book.review_months",
            "[book]\ntitle = \"T\"\n",
            "6",
            "[book]\ntitle = \"T\"\nreview_months = 6\n",
        ),
        ("book.title", "[book]\ntitle = 12\n", "6", "[book]\ntitle = \"6\"\n"),
        ("book.title", "[book]\nid = \"a\"\n", "6", "[book]\ntitle = \"6\"\nid = \"a\"\n"),
        ("extra.a", "[extra]\na = true\n", "false", "[extra]\na = false\n"),
        ("extra.a", "[extra]\na = true\n", "yes", "[extra]\na = \"yes\"\n"),
        ("extra.a", "[extra]\na = 2024-01-01\n", "2025-12-31", "[extra]\na = 2025-12-31\n"),
        ("extra.a", "[extra]\na = 2024-01-01\n", "2025-13-31", "[extra]\na = \"2025-13-31\"\n"),
        ("extra.a", "[extra]\na = 1\n", "1\nb = 2", "[extra]\na = \"1\\nb = 2\"\n"),
        ("extra.a", "[extra]\na = 1\n", "1 # b", "[extra]\na = \"1 # b\"\n"),
        ("extra.a", "[extra]\nb = 1\n", "2", "[extra]\nb = 1\na = \"2\"\n"),
    ]);
}

const FILE: &str = "# ours\n\n[book]\ntitle = \"T\" # why\n\n# of the tag\nlanguage = \"en\"\n\n# of topics\n[topics]\npeople = \"People\"\n\n# of addresses\n[redirects]\n\"a.html\" = \"b.html\"\n";

#[test]
fn a_key_gets_its_place_in_its_table() {
    let after = FILE.replace("# why\n", "# why\ndescription = \"D\"\n");
    assert_eq!(made(FILE, set("book.description", "D")), after);
    assert_eq!(made(&after, set("book.description", "")), FILE);
    let after = FILE.replace("\"en\"\n", "\"en\"\ntheme = \"ours\"\n");
    assert_eq!(made(FILE, set("book.theme", "ours")), after);
    let file = "[book]\n# of the tag\nlanguage = \"en\"\n";
    let after = "[book]\ntitle = \"T\"\n# of the tag\nlanguage = \"en\"\n";
    assert_eq!(made(file, set("book.title", "T")), after);
    let after = FILE.replace("\"People\"\n", "\"People\"\n\"my topic\" = \"Mine\"\n");
    let place = Place::from("topics").key("my topic");
    assert_eq!(made(FILE, Change::Set(place.clone(), "Mine".to_owned())), after);
    assert_eq!(made(&after, Change::Remove(place)), FILE);
    assert_eq!(made("[topics]", set("topics.a", "A")), "[topics]\na = \"A\"");
    let file = "book.title = \"T\"\n[topics]\n";
    let after = "book.title = \"T\"\nbook.id = \"a\"\n[topics]\n";
    assert_eq!(made(file, set("book.id", "a")), after);
    let file = "[topics]\na = \"A\"\n\n[topics.b]\nc = \"d\"\n";
    assert_eq!(made(file, set("topics.e", "E")), file.replace("\"A\"\n", "\"A\"\ne = \"E\"\n"));
    let file = "book = {title = \"T\"}\n";
    assert_eq!(made(file, set("book.id", "a")), "book = {title = \"T\", id = \"a\"}\n");
    assert_eq!(made(file, set("topics.a", "A")), "book = {title = \"T\"}\n\n[topics]\na = \"A\"\n");
}

#[test]
fn a_table_that_is_not_there_comes_with_its_first_key_and_goes_with_its_last() {
    let after =
        FILE.replace("# of addresses\n", "[rules]\nlong-script = \"off\"\n\n# of addresses\n");
    assert_eq!(made(FILE, set("rules.long-script", "off")), after);
    assert_eq!(made(&after, remove("rules.long-script")), FILE);
    let after = format!("{FILE}\n[host]\nkind = \"netlify\"\n");
    assert_eq!(made(FILE, set("host.kind", "netlify")), after);
    assert_eq!(made(&after, set("host.kind", "")), FILE);
    let after = FILE.replace("# of topics", "[book]\ntitle = \"T\"\n\n# of topics");
    let file =
        after.replacen("[book]\ntitle = \"T\" # why\n\n# of the tag\nlanguage = \"en\"\n\n", "", 1);
    let bare = file.replacen("[book]\ntitle = \"T\"\n\n", "", 1);
    assert_eq!(made(&bare, set("book.title", "T")), file);
    assert_eq!(made("", set("book.title", "T")), "[book]\ntitle = \"T\"\n");
    assert_eq!(made("# why", set("book.title", "T")), "# why\n[book]\ntitle = \"T\"\n");
    let file = "[book]\ntitle = \"T\"\n\n[languages.en]\nname = \"English\"\n";
    let after = format!("{file}\n[languages.de]\nname = \"Deutsch\"\n");
    assert_eq!(made(file, set("languages.de.name", "Deutsch")), after);
    assert_eq!(made(&after, remove("languages.de")), file);
    let both = Value::Map(vec![("de".to_owned(), group(&[("name", "Deutsch"), ("title", "T")]))]);
    let file = "[book]\ntitle = \"T\"\n";
    let after = "[book]\ntitle = \"T\"\n\n[languages.de]\nname = \"Deutsch\"\ntitle = \"T\"\n";
    assert_eq!(made(file, Change::Add(Place::from("languages"), both)), after);
    let after = "[languages.de]\nname = \"D\"\ntopics = { a = \"A\" }\n";
    assert_eq!(made("[languages.de]\nname = \"D\"\n", set("languages.de.topics.a", "A")), after);
    assert_eq!(made("[book]\ntitle = \"T\"\n", remove("book.title")), "[book]\n");
}

#[test]
fn items_of_lists_come_go_and_change_places() {
    let file = "[book]\nwas = [\"a\", 'b'] # why\n";
    assert_eq!(
        made(file, insert("book.was", 9, "c \"d\"".into())),
        file.replace("'b'", "'b', \"c \\\"d\\\"\"")
    );
    assert_eq!(
        made(file, insert("book.was", 0, "c".into())),
        file.replace("[\"a\"", "[\"c\", \"a\"")
    );
    assert_eq!(made(file, shift("book.was", 0, 1)), file.replace("\"a\", 'b'", "'b', \"a\""));
    assert_eq!(made(file, remove("book.was[0]")), file.replace("\"a\", ", ""));
    assert_eq!(made(file, set("book.was[1]", "c")), file.replace("'b'", "'c'"));
    assert_eq!(made("[book]\nwas = [\"a\"]\n", remove("book.was[0]")), "[book]\n");
    let file = "[links]\nignore = [\n  \"a\", # of a\n  # of b\n  \"b\",\n]\n";
    let after = file.replace("\"b\",\n", "\"b\",\n  \"c\",\n");
    assert_eq!(made(file, insert("links.ignore", 2, "c".into())), after);
    let after = "[links]\nignore = [\n  # of b\n  \"b\",\n  \"a\", # of a\n]\n";
    assert_eq!(made(file, shift("links.ignore", 0, 1)), after);
    assert_eq!(
        made("[book]\nwas = \"a\"\n", insert("book.was", 1, "b".into())),
        "[book]\nwas = [\"a\", \"b\"]\n"
    );
    assert_eq!(made("[book]\n", insert("book.was", 0, "b".into())), "[book]\nwas = [\"b\"]\n");
    assert_eq!(
        made("[book]\nwas = []\n", insert("book.was", 0, "b".into())),
        "[book]\nwas = [\"b\"]\n"
    );
    let same = Value::List(vec!["a".into(), "b".into()]);
    assert_eq!(made("", insert("search.same", 0, same)), "[search]\nsame = [[\"a\", \"b\"]]\n");
}

#[test]
fn what_cannot_be_read_or_would_change_something_else_is_left() {
    for (file, change) in [
        ("[book]\ntitle = \"T\n", set("book.title", "n")),
        ("[book]\ntitle = \"T\"\ntitle = \"U\"\n", set("book.title", "n")),
        ("[book]\ntitle = \"T\"\n", set("book.none", "n")),
        ("[book]\ntitle = [\"T\"]\n", set("book.title", "n")),
        (
            "[languages.en]\nname = \"E\"\n[rules]\n[languages.de]\nname = \"D\"\n",
            remove("languages"),
        ),
    ] {
        let refused = changed(file, BOOK, std::slice::from_ref(&change), Signs::Kept);
        assert!(refused.is_err(), "{change:?}: {refused:?}");
    }
}

#[test]
fn every_value_of_the_settings_is_listed_and_what_could_stand_there() {
    let source = Arc::new(Source::new("book.toml", FILE));
    let all = values(&source, BOOK).expect("it can be read");
    let there = all.iter().filter(|one| one.text.is_some());
    let there = there.map(|one| {
        let span = one.span.as_ref().expect("it was written").range();
        (one.place.to_string(), one.text.as_deref().unwrap_or_default(), &source.text()[span])
    });
    let expected = [
        ("book.title", "T", "\"T\""),
        ("book.language", "en", "\"en\""),
        ("topics.people", "People", "\"People\""),
        ("redirects.a.html", "b.html", "\"b.html\""),
    ];
    let expected = expected.map(|(place, text, span)| (place.to_owned(), text, span));
    assert_eq!(there.collect::<Vec<_>>(), expected);
    let names: Vec<String> = all.iter().map(|one| one.place.to_string()).collect();
    for name in ["book.description", "languages", "rules", "host", "extra"] {
        assert!(names.iter().any(|one| one == name), "{name}: {names:?}");
    }
}

#[test]
fn yes_and_no_are_written_as_words_that_toml_has() {
    hold(&[
        ("host.headers", "[host]\nheaders = true\n", "no", "[host]\nheaders = \"no\"\n"),
        ("host.headers", "[host]\nheaders = \"yes\"\n", "no", "[host]\nheaders = \"no\"\n"),
    ]);
}

/// What texts are made of.
const PARTS: [&str; 24] = [
    "a", "Word", " ", "\t", "\n", "\r\n", "\"", "\"\"\"", "'", "'''", "\\", "\\n", "#", " = ", "[",
    "]", "{", "é", "😀", "\u{a0}", "\u{2028}", "\u{feff}", "\u{7}", "12",
];

fn typed(chance: &mut Chance) -> String {
    if chance.one_in(5) {
        return (*chance.pick(&["12", "true", "2024-01-01", "", "1.10", "07", "\"", "'"]))
            .to_owned();
    }
    (0..=chance.below(7)).map(|_| *chance.pick(&PARTS)).collect()
}

/// What is to be read where a text was typed.
fn expected(typed: &str, row: &Listed) -> String {
    let mut text = typed.replace("\r\n", "\n");
    text.retain(|sign| sign != '\u{7}');
    if row.shape.is_one_line() {
        let lines = text.split('\n').map(|line| line.trim_matches([' ', '\t']));
        text = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    }
    if text.trim().is_empty() { String::new() } else { text.trim_end_matches('\n').to_owned() }
}

/// Every `book.toml` of ours, and one that is written in every way that TOML has.
fn files() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ours = ["book.toml", "docs/guide/book.toml"].map(|path| root.join(path));
    let mut files: Vec<String> =
        ours.iter().map(|path| std::fs::read_to_string(path).expect("it is there")).collect();
    files.push(FILE.to_owned());
    files.push(String::from(
        "extra = {a = 1, b = ['x', \"y\"], c = {d = true}}\nhost.kind = 'netlify' # why\n\n[book] # of the book\n  title = '''\nT'''\n  was = [ # all\n    'a', # of a\n\n    \"b\"\n  ]\n\n[languages.en]\nname = \"English\"\ntopics = { a = \"A\" }\n[languages.de]\nname = \"Deutsch\"\n[topics]\n\"a b\" = 'A'\n[search]\nsame = [[\"a\", \"b\"], [\n  'c', 'd',\n]]",
    ));
    files.push(String::from(
        "book.title = \"T\"\nbook.review_months = 6\n[[extra.x]]\na = 1\n\n[[extra.x]] # why\na = -2.5\n[extra.y]\nb = 1979-05-27T07:32:00Z\n",
    ));
    files
}

fn rest(rows: &[Listed], but: &Place) -> Vec<(String, Option<String>)> {
    let others = rows.iter().filter(|row| row.span.is_some() && row.place != *but);
    others.map(|row| (row.place.to_string(), row.text.clone())).collect()
}

#[test]
fn any_setting_becomes_any_text_and_every_other_byte_stays() {
    let mut chance = Chance::new(22);
    let mut done = 0;
    for _ in 0..200 {
        for file in files() {
            let disk = if chance.one_in(3) { file.replace('\n', "\r\n") } else { file };
            let source = Arc::new(Source::new("book.toml", &disk));
            let rows = values(&source, BOOK).expect("it can be read");
            let texts: Vec<&Listed> = rows.iter().filter(|row| row.text.is_some()).collect();
            let (row, typed) = (*chance.pick(&texts), typed(&mut chance));
            let wanted = expected(&typed, row);
            if wanted.is_empty() && row.need == Need::Optional {
                continue;
            }
            let change = [Change::Set(row.place.clone(), typed.clone())];
            let made = amend(&source, BOOK, &change, Signs::TakenOut);
            let made = made.unwrap_or_else(|why| panic!("{} {typed:?}: {why}\n{disk}", row.place));
            let read = values(&made.source, BOOK).expect("it can be read");
            let found = read.iter().find(|one| one.place == row.place);
            let found = found.and_then(|one| one.text.as_deref());
            assert_eq!(found, Some(&*wanted), "{} {typed:?}:\n{}", row.place, made.source.text());
            assert_eq!(rest(&rows, &row.place), rest(&read, &row.place), "{typed:?}\n{disk}");
            let range = row.span.as_ref().expect("it was written").range();
            let after = made.source.text();
            let (before, behind) = (&source.text()[..range.start], &source.text()[range.end..]);
            assert!(after.starts_with(before) && after.ends_with(behind), "{typed:?}\n{after}");
            apply(&disk, &made.edits.iter().collect::<Vec<_>>()).expect("the edits are of it");
            done += 1;
        }
    }
    assert!(done > 500, "{done} texts were changed");
}

#[test]
fn what_comes_to_the_settings_and_goes_again_leaves_every_byte_as_it_was() {
    let mut chance = Chance::new(23);
    let mut done = 0;
    for _ in 0..100 {
        for file in files() {
            let disk = if chance.one_in(3) { file.replace('\n', "\r\n") } else { file };
            let source = Arc::new(Source::new("book.toml", &disk));
            let rows = values(&source, BOOK).expect("it can be read");
            let row = chance.pick(&rows);
            let place = row.place.clone();
            let (there, back) = match row.shape {
                Shape::Text | Shape::Form(_) | Shape::Word(_) if row.span.is_none() => {
                    (Change::Set(place.clone(), "x".to_owned()), Change::Remove(place))
                }
                Shape::Named | Shape::Rules => {
                    let place = place.key("new key");
                    (Change::Set(place.clone(), "x".to_owned()), Change::Remove(place))
                }
                Shape::Languages(_) => {
                    let place = place.key("fr");
                    (Change::Set(place.key("name"), "x".to_owned()), Change::Remove(place))
                }
                Shape::Texts if row.span.is_none() => {
                    let change = Change::Insert { list: place.clone(), at: 0, value: "x".into() };
                    (change, Change::Remove(place))
                }
                _ => continue,
            };
            let make = |disk: &str, change: &Change| {
                let source = Arc::new(Source::new("book.toml", disk));
                let made = amend(&source, BOOK, std::slice::from_ref(change), Signs::TakenOut);
                let made = made.unwrap_or_else(|why| panic!("{change:?}: {why}\n{disk}"));
                apply(disk, &made.edits.iter().collect::<Vec<_>>()).expect("the edits are of it")
            };
            let after = make(&disk, &there);
            assert_ne!(after, disk);
            assert_eq!(make(&after, &back), disk, "{there:?}\n{after}");
            done += 1;
        }
    }
    assert!(done > 100, "{done} changes were made");
}
