//! Holds the schemas that editors check with to the loader: the same verdict on good and bad files, given by a validator
//! that knows nothing of Twohats.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use serde_json::{Value, json};
use testkit::{Book, made, scenario};
use twohats::diagnostic::Severity;
use twohats::load::{File, Memory, ORIGINAL, allowed, load};
use twohats::model::{Drafts, Kind};
use twohats::scaffold::{Besides, Playbook, blank, known, playbook, schemas};
use twohats::schema::{Key, Map, Need, Shape};
use twohats::source::{self, Source, Sources};
use twohats::tree::{Node, parse_yaml};

/// A file to be judged.
#[derive(Clone)]
struct Case {
    file: File,
    /// For a guide, the front matter alone.
    text: String,
}

#[test]
fn the_schemas_of_this_repository_are_those_that_the_program_writes() {
    let sources = source::read(&root(), allowed).expect("our own book is there");
    let book = load(&sources, Drafts::Shown, &mut Memory::default()).value;
    let schemas = schemas(&known(&book)).into_iter();
    made::are_fresh(schemas.map(|(path, text)| (root().join(path), text)));
}

#[test]
#[ignore = "needs Node.js: `cargo xtask test` runs it"]
fn the_loader_and_an_independent_validator_agree() {
    let mut cases: Vec<Case> = places().iter().flat_map(odd_values).collect();
    cases.extend(corpus());
    let judged: Vec<(&str, &str)> =
        cases.iter().map(|case| (case.file.name(), &*case.text)).collect();
    let verdicts = judge(&judged);
    let mut faults = Vec::new();
    for ((case, verdict), told) in cases.iter().zip(&verdicts).zip(notes(&cases)) {
        if verdict.starts_with("true") != told.is_empty() {
            faults.push(format!("{:?}\nschema: {verdict}\nloader: {told:?}\n", case.text));
        }
    }
    let good = verdicts.iter().filter(|verdict| verdict.starts_with("true")).count();
    assert!(good > 200 && verdicts.len() - good > 200, "{good} of {} are good", verdicts.len());
    let shown = faults.iter().take(20).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} of {}:\n{shown}", faults.len(), cases.len());
}

#[test]
#[ignore = "needs Node.js: `cargo xtask test` runs it"]
fn a_translation_may_leave_out_what_its_original_has_but_no_title_and_no_part_of_a_list() {
    for (is_good, text) in [
        (true, "title: Wieder spät"),
        (true, "title: Wieder spät\nleader:\n  say: Warum?"),
        (true, "title: Wieder spät\nleader:"),
        (false, "leader:\n  say: Warum?"),
        (false, "title:\nleader:\n  say: Warum?"),
        (false, "title: Wieder spät\nledaer:\n  say: Warum?"),
        (false, "title: Wieder spät\nleader:\n  says: Warum?"),
    ] {
        let (kind, file) = ("translated/scenario", "content/de/scenarios/late.yaml");
        let verdict = judge(&[(kind, text)]).remove(0);
        let told = Book::new()
            .file("book.toml", "[book]\ntitle = \"Test\"\n[languages.de]\nname = \"Deutsch\"\n")
            .file("content/scenarios/late.yaml", scenario("Late again"))
            .file(file, text)
            .told();
        assert_eq!(verdict.starts_with("true"), is_good, "{text}\n{verdict}");
        assert_eq!(told.is_empty(), is_good, "{text}\n{told}");
    }
}

#[test]
#[ignore = "needs Node.js: `cargo xtask test` runs it"]
fn what_a_book_has_is_offered_and_nothing_else_is_refused() {
    let schema = fs::read_to_string(root().join("schema/scenario.json")).expect("it is there");
    let schema: Value = serde_json::from_str(&schema).expect("it is JSON");
    let templates = &schema["definitions"]["template"];
    let ids = templates["enum"].as_array().expect("the book has templates");
    let at = ids.iter().position(|id| id == "change-log").expect("it has this one");
    assert_eq!(templates["enumDescriptions"][at], "Change log");
    let topics = schema["definitions"]["topics"]["enum"].as_array().expect("it has topics");
    assert!(topics.contains(&json!("delivery")));
    let whole = smallest(File::Content(Kind::Scenario).map());
    for (key, value) in [("templates", json!(["to-be-written"])), ("topics", json!("new"))] {
        let mut text = whole.clone();
        text[key] = value;
        assert_eq!(judge(&[("scenario", &text.to_string())]), ["true"], "{key}");
    }
}

#[test]
fn a_corpus_file_is_what_it_says() {
    for (name, is_good, case) in named_corpus() {
        let told = notes(&[case]).remove(0);
        assert_eq!(told.is_empty(), is_good, "{name}: {told:?}");
    }
}

#[test]
fn a_new_page_is_good_as_it_is_and_with_every_part_of_it() {
    for kind in Kind::ALL {
        let page =
            blank(kind, "A page: of \"ours\"", Besides::Comments).expect("the title has letters");
        let book = Book::new().file(page.path.as_str(), &page.text);
        assert_eq!(book.told(), "", "{}", page.text);
        let bare = blank(kind, "A page: of \"ours\"", Besides::Nothing);
        let bare = bare.expect("the title has letters").text;
        assert!(!bare.contains("\n#") && !bare.contains("\n\n\n"), "{bare}");
        assert_eq!(Book::new().file(page.path.as_str(), &bare).told(), "", "{bare}");
        let whole = uncommented(&page.text);
        let file = File::Content(kind);
        let written = |key: &&Key| {
            whole.lines().any(|line| line.trim_start().starts_with(&format!("{}:", key.name)))
        };
        // A new page translates none.
        let keys = file.map().all().filter(|key| key.name != ORIGINAL.name);
        let missing: Vec<&str> = keys.filter(|key| !written(key)).map(|key| key.name).collect();
        assert!(missing.is_empty(), "{missing:?} in {whole}");
        let told = Book::new().file(page.path.as_str(), &whole).diagnostics();
        let told: Vec<_> = told
            .iter()
            .filter(|one| !["dangling-reference", "duplicate-id"].contains(&one.rule.name))
            .collect();
        assert!(told.is_empty(), "{told:?} in {whole}");
    }
}

#[test]
fn every_example_is_good_where_it_belongs() {
    let places = places();
    let content = places.iter().filter(|place| place.file != File::Book);
    let cases: Vec<Case> = content
        .flat_map(|place| {
            place.keys.iter().map(|key| Case { file: place.file, text: place.with_example(key) })
        })
        .collect();
    for (case, told) in cases.iter().zip(notes(&cases)) {
        assert!(told.is_empty(), "{told:?}\n{}", case.text);
    }
}

/// A group of keys, in the smallest file that has it.
struct Place {
    file: File,
    keys: Vec<&'static Key>,
    one_of: &'static [&'static str],
    whole: Value,
    /// Where the group is in the whole.
    pointer: String,
}

impl Place {
    /// The file with one more key, whose value is written as it is given.
    fn with(&self, key: &str, value: &str) -> String {
        const HERE: &str = "\"@value@\"";
        let mut whole = self.whole.clone();
        let group = whole.pointer_mut(&self.pointer).expect("the group is in its file");
        group[key] = json!("@value@");
        let text = if self.file == File::Book { toml(&whole) } else { whole.to_string() };
        text.replace(HERE, value)
    }

    /// The file with the key's example, which may be the group as a whole.
    fn with_example(&self, key: &Key) -> String {
        let source = Arc::new(Source::new("example", key.example));
        let example = parse_yaml(&source).value.expect("an example is YAML");
        let example = match plain(&example) {
            Value::Array(mut items) => items.remove(0),
            example => example,
        };
        let mut whole = self.whole.clone();
        let group = whole.pointer_mut(&self.pointer).and_then(Value::as_object_mut);
        let group = group.expect("the group is in its file");
        if example
            .as_object()
            .is_some_and(|keys| keys.keys().any(|key| self.one_of.contains(&&**key)))
        {
            group.retain(|name, _| !self.one_of.contains(&name.as_str()));
        }
        group.extend(example.as_object().expect("a key and what is behind it").clone());
        whole.to_string()
    }
}

/// A tree as it stands in JSON, all scalars as texts.
fn plain(node: &Node) -> Value {
    match &node.value {
        twohats::tree::Value::Text(text) => json!(text.text),
        twohats::tree::Value::List(items) => items.iter().map(plain).collect(),
        twohats::tree::Value::Map(entries) => {
            let entries = entries.iter().map(|(key, node)| (key.name.clone(), plain(node)));
            Value::Object(entries.collect())
        }
    }
}

/// A `book.toml` as TOML; what stands in it looks the same in JSON.
fn toml(book: &Value) -> String {
    let entries = book.as_object().expect("a book is a group of keys");
    let alone = entries.iter().filter(|(_, value)| !value.is_object());
    let alone = alone.map(|(key, value)| format!("{key} = {value}\n"));
    let groups = entries.iter().filter(|(_, value)| value.is_object()).map(|(name, group)| {
        let keys = group.as_object().into_iter().flatten();
        let keys: Vec<String> = keys.map(|(key, value)| format!("{key} = {value}\n")).collect();
        format!("[{name}]\n{}", keys.concat())
    });
    alone.chain(groups).collect::<Vec<_>>().concat()
}

/// Every group of keys that there is.
fn places() -> Vec<Place> {
    let mut found = Vec::new();
    for file in File::ALL {
        let whole = smallest(file.map());
        add(file, file.map(), &whole, String::new(), &mut found);
    }
    found
}

fn add(file: File, map: &'static Map, whole: &Value, pointer: String, found: &mut Vec<Place>) {
    let keys: Vec<&'static Key> = map.all().collect();
    for key in &keys {
        let mut inner = |map: &'static Map, value: Value, at: &str| {
            let mut whole = whole.clone();
            let group = whole.pointer_mut(&pointer).expect("the group is in its file");
            if map.name != "response" && !group.get(key.name).is_some_and(Value::is_object) {
                if let Some(group) = group.as_object_mut() {
                    // Of keys that exclude each other, one.
                    group.retain(|name, _| !["count", "sum"].contains(&name.as_str()));
                }
                group[key.name] = value;
            }
            add(file, map, &whole, format!("{pointer}/{}{at}", key.name), found);
        };
        match key.shape {
            Shape::Group(map) => inner(map, smallest(map), ""),
            Shape::Groups(map) => inner(map, json!([smallest(map)]), "/0"),
            Shape::Languages(map) => inner(map, json!({"de": smallest(map)}), "/de"),
            Shape::Typed(types) => {
                for one in (types.all)() {
                    inner(one, json!([smallest(one), {"text": "Other"}]), "/0");
                }
            }
            _ => {}
        }
    }
    found.push(Place { file, keys, one_of: map.one_of, whole: whole.clone(), pointer });
}

/// The smallest good group.
fn smallest(map: &'static Map) -> Value {
    let mut value = json!({});
    for key in map.all() {
        if key.need == Need::Needed || map.one_of.first() == Some(&key.name) {
            value[key.name] = match key.shape {
                Shape::Group(map) => smallest(map),
                Shape::Groups(map) => json!([smallest(map)]),
                Shape::Typed(_) => json!([{"text": "A"}]),
                Shape::Word(words) => json!(words()[0]),
                Shape::Date => json!("2025-06"),
                Shape::Number | Shape::Count(_) => json!(3),
                Shape::Lines | Shape::Texts | Shape::Ids(_) => json!(["a"]),
                _ => json!("x"),
            };
        }
    }
    value
}

/// Each key of a group with values that are right, wrong and odd. Left out is what a schema cannot know
/// better: `~`, which to the loader is a letter, and an empty value of the wrong shape, which it takes for nothing.
fn odd_values(place: &Place) -> Vec<Case> {
    const VALUES: [&str; 22] = [
        "words",
        "2",
        "51",
        "-3",
        "true",
        "yes",
        "No",
        "\"3\"",
        "\"no\"",
        "-x",
        "2025-06",
        "2025-06-30",
        "2025-13",
        "2023-02-29",
        "2024-02-29",
        "leader",
        "core",
        "[a, 2, no]",
        "[[a, 1], [b, 2]]",
        "[a, [b]]",
        "{a: b}",
        "[{a: b}]",
    ];
    const IN_TOML: [&str; 22] = [
        "\"words\"",
        "\"our-book\"",
        "\"Two Words\"",
        "2",
        "120",
        "121",
        "0",
        "-3",
        "true",
        "1.5",
        "\"3\"",
        "\"clean\"",
        "\"error\"",
        "\"../x\"",
        "\"a/.b\"",
        "\"a//b\"",
        "\"https://a.example/\"",
        "\"https://a.example/?b\"",
        "[\"a\", 2]",
        "[[\"a\"]]",
        "{a = \"b\"}",
        "{long-script = \"off\"}",
    ];
    let values = if place.file == File::Book { IN_TOML } else { VALUES };
    let keys = place.keys.iter().filter(|key| !place.one_of.contains(&key.name));
    let keys = keys.map(|key| key.name).chain(["titel", "extra"]);
    // Of words of a certain form, a number never is an example.
    let fits = |key: &str, value: &str| {
        let is_form = |one: &&&Key| one.name == key && matches!(one.shape, Shape::Form(..));
        value.starts_with('"') || !place.keys.iter().any(|one| is_form(&one))
    };
    let pairs = keys.flat_map(|key| values.map(|value| (key, value)));
    pairs
        .filter(|(key, value)| fits(key, value))
        .map(|(key, value)| Case { file: place.file, text: place.with(key, value) })
        .collect()
}

/// What the loader has against each file, as rule and message. What is wrong only with regard to other files, to
/// other fields of a sheet, or to the program that reads it, is none of a schema's business.
fn notes(cases: &[Case]) -> Vec<Vec<(String, String)>> {
    // Whether an example is one of the options, and how many columns a table has.
    const BEYOND_MESSAGES: [(&str, &str); 2] =
        [("is no value of `example`", "\"choice"), ("a cell of this table", "\"table")];
    const BEYOND: [&str; 5] =
        ["broken-link", "dangling-reference", "duplicate-id", "outdated-program", "unsafe-link"];
    // Everything in one book is read at once, except for the files of which a book has only one.
    let file = |(at, case): (usize, &Case)| match case.file {
        File::Book => (format!("{at}.toml"), case.text.clone()),
        File::Home => (format!("home/{at}.yaml"), case.text.clone()),
        File::Content(Kind::Guide) => {
            (format!("content/guidance/{at}.md"), format!("---\n{}\n---\n\nText.\n", case.text))
        }
        File::Content(kind) => (format!("content/{}/{at}.yaml", kind.folder()), case.text.clone()),
    };
    let files: Vec<(String, String)> = cases.iter().enumerate().map(file).collect();
    let book = ("book.toml", "[book]\ntitle = \"Test\"\n");
    let content = files.iter().filter(|(path, _)| path.starts_with("content/"));
    let content = content.map(|(path, text)| (path.as_str(), text.as_str()));
    let mut told = read([book].into_iter().chain(content));
    for (path, text) in files.iter().filter(|(path, _)| !path.starts_with("content/")) {
        let alone = [("book.toml", text.as_str())];
        let beside = [book, ("content/home.yaml", text.as_str())];
        let found = if path.starts_with("home/") { read(beside) } else { read(alone) };
        told.extend(found.into_iter().map(|(_, note)| (path.clone(), note)));
    }
    let mut by_path: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for (path, (rule, message)) in told {
        if !BEYOND.contains(&rule.as_str()) {
            by_path.entry(path).or_default().push((rule, message));
        }
    }
    let of = |(path, text): (String, String)| {
        let mut told = by_path.remove(&path).unwrap_or_default();
        told.retain(|(_, message)| {
            let mut beyond = BEYOND_MESSAGES.iter();
            !beyond.any(|(words, kind)| message.contains(words) && text.contains(kind))
        });
        told
    };
    files.into_iter().map(of).collect()
}

/// The errors in files by path, as rule and message.
fn read<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Vec<(String, (String, String))> {
    let notes = load(&Sources::in_memory(files), Drafts::LeftOut, &mut Memory::default()).notes;
    let errors = notes.into_iter().filter(|one| one.severity() == Severity::Error);
    errors
        .map(|one| (one.span.source().path().to_owned(), (one.rule.name.to_owned(), one.message)))
        .collect()
}

/// What the validator says of each text, by the schema of this name.
fn judge(cases: &[(&str, &str)]) -> Vec<String> {
    let folder = root().join("tests/scripts");
    let is_here = folder.join("node_modules/ajv").exists();
    assert!(is_here, "the validator is not installed: `cargo xtask test` gets it");
    let mut lines = String::new();
    for (kind, text) in cases {
        lines.push_str(&json!({"kind": kind, "text": text}).to_string());
        lines.push('\n');
    }
    // No pipe: when the next part of one is late, some versions of Node.js take that for a fault.
    let mut file = tempfile::tempfile().expect("a file for the cases");
    file.write_all(lines.as_bytes()).and_then(|()| file.rewind()).expect("it is written");
    let judge = Command::new("node").arg(folder.join("judge.js")).stdin(file).output();
    let output = judge.expect("node starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let verdicts: Vec<String> =
        String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
    assert_eq!(verdicts.len(), cases.len(), "one verdict for each case");
    verdicts
}

/// Files that people wrote: the corpus, our own playbook, the starter.
fn corpus() -> Vec<Case> {
    let named = named_corpus().into_iter().map(|(_, _, case)| case);
    let files = [playbook(Playbook::Full, ""), playbook(Playbook::Small, "")].concat();
    let written = files.into_iter().filter_map(|(path, text)| {
        let file = match path.strip_prefix("content/") {
            Some("home.yaml") => File::Home,
            Some(inside) => {
                let kind = Kind::ALL.into_iter().find(|kind| inside.starts_with(kind.folder()))?;
                File::Content(kind)
            }
            None => (path == "book.toml").then_some(File::Book)?,
        };
        let front = || text.split("---\n").nth(1).unwrap_or_default().to_owned();
        let text = if file == File::Content(Kind::Guide) { front() } else { text };
        Some(Case { file, text })
    });
    named.chain(written).collect()
}

/// The corpus in `tests/schema/`: in each file, blocks that start with `### good` or `### bad` and a name.
fn named_corpus() -> Vec<(String, bool, Case)> {
    let mut found = Vec::new();
    for file in File::ALL {
        let path = root().join(format!("tests/schema/{}.txt", file.name()));
        let text = fs::read_to_string(&path).expect("every kind has a corpus");
        for block in text.split("\n### ").map(|block| block.trim_start_matches("### ")) {
            let (title, text) = block.split_once('\n').expect("a title and a text");
            let (verdict, name) = title.split_once(' ').expect("a verdict and a name");
            assert!(matches!(verdict, "good" | "bad"), "{title}");
            let case = Case { file, text: format!("{text}\n") };
            found.push((format!("{}: {name}", file.name()), verdict == "good", case));
        }
    }
    found
}

/// A new page with every comment that is a part taken for real.
fn uncommented(text: &str) -> String {
    let mut inside = false;
    let lines = text.lines().map(|line| {
        let start = line.len() - line.trim_start().len();
        let comment = line[start..].strip_prefix('#');
        inside = comment.is_some_and(|rest| inside || !rest.starts_with(' '));
        match comment.filter(|_| inside) {
            Some(rest) => format!("{}{rest}\n", &line[..start]),
            None => format!("{line}\n"),
        }
    });
    lines.collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}
