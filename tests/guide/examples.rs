//! The examples of the author guide and of the README, each put into a book. What an example leaves out is completed
//! here and nowhere else: by the keys that its file needs, and by files that it leads to.
//!
//! A block that stands below a line ``In `content/…`:`` is that file. A block whose language is followed by
//! `{wrong=RULE}` has to be told of by that rule, and by no other.

use std::collections::BTreeSet;

use testkit::{Book, scenario};
use twohats::diagnostic::{Diagnostic, Style, human};
use twohats::load::{FIELD_TYPES, File};
use twohats::model::Kind;
use twohats::schema::{Key, Map, Need, Shape};

use crate::{Fence, fences};

/// An example, with the files that it is made of.
struct Example {
    files: Vec<(String, String)>,
    /// The rule that must tell of it.
    wrong: Option<String>,
    /// Rules that may.
    beside_it: &'static [&'static str],
}

/// Where an example stands that says no place.
const SCENARIO: &str = "content/scenarios/example.yaml";
const TEMPLATE: &str = "content/templates/example.yaml";
const GUIDE: &str = "content/guidance/example.md";
const QUERIES: &str = "content/queries.yaml";
const BOOK: &str = "book.toml";
const HOME: &str = "content/home.yaml";

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 220 44\"/>";

/// Files that examples lead to.
fn shelf() -> Book {
    let title = |name: &str| name.replace('-', " ");
    let steps = "sequence:\n  - leader: Ask why\n  - manager: Say by when\n";
    let template = "title: Sheet\nfields:\n  - text: Meeting\n";
    let guide = "---\ntitle: A guide\n---\n\n## Thursday line-up\n\nText.\n";
    let book = Book::new().file(
        BOOK,
        "[book]\ntitle = \"Ours\"\ntheme = \"ours\"\n\n[topics]\ndelivery = \"Delivery\"\n",
    );
    let book = ["scope-creep", "late-parcels"].iter().fold(book, |book, name| {
        book.file(format!("content/scenarios/{name}.yaml"), scenario(&title(name)))
    });
    let book = ["change-log", "meeting-page"]
        .iter()
        .fold(book, |book, name| book.file(format!("content/templates/{name}.yaml"), template));
    let book = ["weekly-rhythm", "which-hat-when"]
        .iter()
        .fold(book, |book, name| book.file(format!("content/guidance/{name}.md"), guide));
    book.file("content/scenarios/first-week.yaml", scenario("First week") + steps)
        .file("themes/ours/styles/95-ours.css", ":root {}\n")
        .file("content/pictures/board.png", b"\x89PNG\r\n\x1a\n")
        .file("content/brand/icon.png", b"\x89PNG\r\n\x1a\n")
        .file("content/brand/logo.svg", SVG)
        .file("content/brand/logo-dark.svg", SVG)
        .file("content/brand/logo.png", b"\x89PNG\r\n\x1a\n")
        .file("content/brand/text.woff2", b"wOF2")
        .file("content/brand/text-bold.woff2", b"wOF2")
        .file("content/downloads/rota.pdf", "a file")
}

/// What is wrong with the examples of a page, for whoever mends it.
pub fn faults(page: &str, text: &str) -> Vec<String> {
    let faults = examples(text).into_iter().filter_map(|example| fault(&example));
    faults.map(|fault| format!("{page}:\n{fault}")).collect()
}

/// How many examples a page has that are tried.
pub fn number(text: &str) -> usize {
    examples(text).len()
}

fn examples(page: &str) -> Vec<Example> {
    let fences = fences(page);
    fences.chunk_by(|a, b| a.section == b.section).flat_map(in_section).collect()
}

/// The files of a section are one book; each of its other blocks is a book of its own, with those files in it.
fn in_section(fences: &[Fence]) -> Vec<Example> {
    let mut whole = Example { files: Vec::new(), wrong: None, beside_it: OF_PAGES };
    let mut parts = Vec::new();
    for Fence { above, info, text: block, .. } in fences {
        let (language, setting) = info.split_once(' ').unwrap_or((info, ""));
        let wrong = setting.strip_prefix("{wrong=").and_then(|rest| rest.strip_suffix('}'));
        let wrong = wrong.map(str::to_owned);
        match place(above) {
            Some(path) => {
                whole.files.push((path, block.clone()));
                whole.wrong = whole.wrong.or(wrong);
            }
            // A part of a file of the guide itself, or a file of a theme, which are tried elsewhere.
            None if info.contains(" content/") || info.contains(" themes/") => {}
            None => parts.extend(completed(language, block).map(|file| (file, wrong))),
        }
    }
    let parts = parts.into_iter().map(|(file, wrong)| Example {
        files: whole.files.iter().cloned().chain([file]).collect(),
        wrong,
        beside_it: OF_PAGES,
    });
    let parts: Vec<Example> = parts.collect();
    if whole.files.is_empty() { parts } else { parts.into_iter().chain([whole]).collect() }
}

/// ``In `content/…`:``
fn place(line: &str) -> Option<String> {
    Some(line.strip_prefix("In `")?.strip_suffix("`:")?.to_owned())
}

fn fault(example: &Example) -> Option<String> {
    let files = example.files.iter();
    let book = shelf().files(files.clone().map(|(path, text)| (path.clone(), text.clone())));
    let is_of_example = |note: &Diagnostic| {
        let path = note.span.source().path();
        files.clone().any(|(own, _)| own == path) && !example.beside_it.contains(&note.rule.name)
    };
    // Only what layouts and searches do is seen in the pages, and to make them takes long.
    let is_of_site = |path: &str| path == QUERIES || path.starts_with("themes/");
    let needs_site = files.clone().any(|(path, _)| is_of_site(path));
    let notes = if needs_site { book.diagnostics() } else { book.make().notes };
    let notes: Vec<Diagnostic> = notes.into_iter().filter(is_of_example).collect();
    let rules: BTreeSet<&str> = notes.iter().map(|note| note.rule.name).collect();
    let wanted: BTreeSet<&str> = example.wrong.iter().map(String::as_str).collect();
    (rules != wanted).then(|| {
        let files = files.map(|(path, text)| format!("{path}:\n{text}"));
        let files: Vec<String> = files.collect();
        let told: Vec<String> = notes.iter().map(|note| human(note, Style::Plain)).collect();
        let (files, told) = (files.join("\n"), told.join("\n"));
        format!("{files}\nshould be told of by {wanted:?}, and is told:\n{told}")
    })
}

/// That nobody leads to a page, or fills in a sheet, is no matter of an example.
const OF_PAGES: &[&str] = &["unlinked-scenario", "unused-template"];

/// Nor is it of one of a key whether a book has what it names, or what else its group has.
const OF_MORE: &[&str] = &[
    "unlinked-scenario",
    "unused-template",
    "dangling-reference",
    "no-listen-for",
    "stale-translation",
    "unheeded-key",
];

/// A whole file of a part of one. Text for a terminal is none.
fn completed(language: &str, block: &str) -> Option<(String, String)> {
    let file = |path: &str, text: String| Some((path.to_owned(), text));
    match language {
        "markdown" if block.starts_with("---") => file(GUIDE, block.to_owned()),
        "markdown" => file(GUIDE, format!("---\ntitle: Example\n---\n\n{block}")),
        "toml" if !block.contains("[book]") => {
            file(BOOK, format!("[book]\ntitle = \"Ours\"\n\n{block}"))
        }
        "toml" if !block.contains("title = ") => {
            file(BOOK, block.replace("[book]\n", "[book]\ntitle = \"Ours\"\n"))
        }
        "toml" => file(BOOK, block.to_owned()),
        "html" => {
            let (_, rest) = block.split_once("extends \"default/").expect("a layout extends ours");
            let name = rest.split('"').next().expect("split gives one part at least");
            file(&format!("themes/ours/layouts/{name}"), block.to_owned())
        }
        "yaml" => Some(yaml(block)),
        _ => None,
    }
}

/// Lines are fields of a sheet, addresses are queries, keys of a scenario are a scenario's; all else is what an author
/// may write below `extra`.
fn yaml(block: &str) -> (String, String) {
    let scenario = File::Content(Kind::Scenario).map();
    let keys: Vec<&str> = top_keys(block);
    let is_key = |name: &&str| scenario.all().any(|key| key.name == *name);
    if block.starts_with("- ") {
        let fields = indented(block, "  ");
        return (TEMPLATE.to_owned(), format!("title: Example\nfields:\n{fields}"));
    }
    if keys.iter().any(|key| key.contains('/')) {
        return (QUERIES.to_owned(), block.to_owned());
    }
    if keys.iter().all(is_key) {
        return (SCENARIO.to_owned(), with_needed(scenario, &keys, block));
    }
    let extra = format!("extra:\n{}", indented(block, "  "));
    (SCENARIO.to_owned(), with_needed(scenario, &["extra"], &extra))
}

fn top_keys(block: &str) -> Vec<&str> {
    let keys = block.lines().filter(|line| !line.starts_with([' ', '#', '-']));
    keys.filter_map(|line| line.split_once(':')).map(|(key, _)| key).collect()
}

/// The lines, and what else such a group of keys needs, by the examples of those keys.
fn with_needed(map: &'static Map, written: &[&str], lines: &str) -> String {
    let is_open = |key: &&'static Key| !written.contains(&key.name);
    let chosen = map.one_of.iter().find(|name| written.contains(name)).or(map.one_of.first());
    let needed = map.all().filter(is_open).filter(|key| {
        key.need == Need::Needed || (!map.one_of.is_empty() && chosen == Some(&key.name))
    });
    let needed = needed.flat_map(|key| [key.example, "\n"]);
    needed.chain([lines.trim_end(), "\n"]).collect()
}

fn indented(lines: &str, by: &str) -> String {
    lines
        .lines()
        .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("{by}{line}\n") })
        .collect()
}

/// What is wrong with the examples of the keys.
pub fn faults_of_keys() -> Vec<String> {
    let mut files: Vec<(String, String)> = Vec::new();
    for kind in Kind::ALL {
        let path = match kind {
            Kind::Guide => GUIDE.to_owned(),
            kind => format!("content/{}/example.yaml", kind.folder()),
        };
        let whole = |lines: String| match kind {
            Kind::Guide => format!("---\n{lines}---\n\nText.\n"),
            _ => lines,
        };
        each_key(File::Content(kind).map(), &whole, &mut |text| files.push((path.clone(), text)));
    }
    each_key(File::Home.map(), &|lines| lines, &mut |text| files.push((HOME.to_owned(), text)));
    let sheet = |fields: &str| format!("title: Example\nfields:\n{}", indented(fields, "  "));
    files.extend(FIELD_TYPES.iter().map(|one| (TEMPLATE.to_owned(), sheet(one.label().example))));
    for section in File::Book.map().all() {
        files.extend(completed("toml", section.example));
        let table = section.example.lines().next().expect("an example has a line");
        let Some(map) = section.shape.map() else { continue };
        let one = |key: &'static Key| {
            let lines = with_needed(map, &[key.name], key.example);
            completed("toml", &format!("{table}\n{lines}"))
        };
        files.extend(map.all().filter_map(one));
    }
    let examples = files.into_iter().map(|file| Example {
        files: vec![file],
        wrong: None,
        beside_it: OF_MORE,
    });
    examples.filter_map(|example| fault(&example)).collect()
}

/// Makes a file of the example of each key of a group, and of each in a group below it.
fn each_key(map: &'static Map, whole: &dyn Fn(String) -> String, make: &mut dyn FnMut(String)) {
    for key in map.all() {
        make(whole(with_needed(map, &[key.name], key.example)));
        let Some(inner) = key.shape.map() else { continue };
        let below = |lines: String| {
            let lines = match key.shape {
                Shape::Groups(_) => indented(&lines, "    ").replacen("    ", "  - ", 1),
                _ => indented(&lines, "  "),
            };
            whole(with_needed(map, &[key.name], &format!("{}:\n{lines}", key.name)))
        };
        each_key(inner, &below, make);
    }
}
