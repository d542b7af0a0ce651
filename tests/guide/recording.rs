//! The picture of how an id is completed: what the real server answers, while the text is typed, drawn as an editor shows
//! it. `cargo xtask bless` draws it anew when the answers change.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;
use testkit::editor::{Editor, edited};
use testkit::{Book, made};

use crate::{guidance, root};

const PICTURE: &str = "content/pictures/completing-an-id.svg";
const PAGE: &str = "what-your-editor-knows.md";

const SCENARIO: &str = "content/scenarios/late-again.yaml";
const BEFORE: &str = "title: Late again\nsummary: The third week in a row.\nleader:\n  say: What would have helped?\nmanager:\n  \
    say: By when?\ntemplates:\n  - ";

/// Sheets of our own playbook, by their ids.
const SHEETS: [&str; 6] = [
    "change-log",
    "decision-log",
    "delegation-brief",
    "development-plan",
    "direction-one-pager",
    "team-agreement",
];

/// What is typed one after another, and how many lines are seen of the text.
const TYPED: [&str; 2] = ["d", "del"];
const SEEN: usize = 4;

/// How many columns there are, how wide each is, in tenths, and how high a line.
const COLUMNS: usize = 48;
const WIDE: usize = 85;
const HIGH: usize = 22;
const EDGE: usize = 14;

#[test]
fn the_picture_of_how_an_id_is_completed_shows_what_the_server_answers() {
    let picture = drawn(&recorded());
    assert!(picture.len() < 60_000, "{} bytes", picture.len());
    made::are_fresh([(root().join(PICTURE), picture)]);
    let page = fs::read_to_string(guidance().join(PAGE)).expect("the page is there");
    assert!(page.contains("](../pictures/completing-an-id.svg)"), "{PAGE} does not show it");
}

/// A moment: the text, and what is offered in it, each with its detail; of the first what is said of it.
struct Moment {
    told: &'static str,
    text: String,
    offered: Vec<(String, String)>,
    about: String,
}

fn recorded() -> Vec<Moment> {
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/templates");
    let book = SHEETS.iter().fold(Book::new(), |book, id| {
        let path = ours.join(format!("{id}.yaml"));
        let text = fs::read_to_string(path).expect("our playbook has this sheet");
        book.file(format!("content/templates/{id}.yaml"), text)
    });
    let settings = fs::read_to_string(ours.join("../../book.toml")).expect("our playbook is there");
    let project = book.file("book.toml", settings).on_disk();
    let mut editor = Editor::start(&project);
    editor.open(SCENARIO, BEFORE);
    let mut moments = Vec::new();
    let mut last = (String::new(), Value::Null);
    for (typed, told) in TYPED.into_iter().zip(["One letter is typed", "Two more letters"]) {
        let text = format!("{BEFORE}{typed}\n");
        editor.change(SCENARIO, &text);
        let answer =
            editor.at("textDocument/completion", SCENARIO, &text, &format!("  - {typed}|\n"));
        let items = answer["items"].as_array().cloned().unwrap_or_default();
        // An editor shows those that go on as what was typed.
        let fitting: Vec<Value> =
            items.into_iter().filter(|item| word(item, "label").starts_with(typed)).collect();
        let first = fitting.first().expect("something is offered").clone();
        let offered = fitting.iter().map(|item| (word(item, "label"), word(item, "detail")));
        let offered = offered.collect();
        let about = first["documentation"]["value"].as_str().unwrap_or_default().to_owned();
        moments.push(Moment { told, text: text.clone(), offered, about });
        last = (text, first);
    }
    let (text, chosen) = last;
    let text = edited(&text, &serde_json::json!([chosen["textEdit"]]));
    let told = "It is chosen";
    moments.push(Moment { told, text, offered: Vec::new(), about: String::new() });
    moments
}

fn word(item: &Value, name: &str) -> String {
    item[name].as_str().unwrap_or_default().to_owned()
}

/// The moments, one below the other.
fn drawn(moments: &[Moment]) -> String {
    let mut body = String::new();
    let mut line = 0;
    for moment in moments {
        text(&mut body, "told", line, 0, moment.told);
        let all: Vec<&str> = moment.text.lines().collect();
        let seen = &all[all.len() - SEEN..];
        let (top, first) = (line + 1, all.len() - SEEN);
        let rows = SEEN + moment.offered.len() + wrapped(&moment.about).len();
        block(&mut body, "text", (top, rows), 0);
        for (at, words) in seen.iter().enumerate() {
            text(&mut body, "number", top + at, 0, &(first + at + 1).to_string());
            text(&mut body, "code", top + at, 4, words);
        }
        let under = top + SEEN;
        let column = 8;
        if !moment.offered.is_empty() {
            block(&mut body, "list", (under, rows - SEEN), column);
            block(&mut body, "first", (under, 1), column);
        }
        for (at, (label, detail)) in moment.offered.iter().enumerate() {
            text(&mut body, "code", under + at, column, label);
            text(&mut body, "detail", under + at, column + 20, detail);
        }
        for (at, words) in wrapped(&moment.about).iter().enumerate() {
            text(&mut body, "about", under + moment.offered.len() + at, column, words);
        }
        line += rows + 2;
    }
    let (width, height) = (across(COLUMNS) + EDGE, (line - 1) * HIGH + EDGE);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n\
         <!-- Made from what `twohats lsp` answers: see tests/guide/recording.rs. -->\n<style>\n{STYLE}</style>\n\
         <rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n{body}</svg>\n"
    )
}

const STYLE: &str = "text { font: 14px ui-monospace, Consolas, \"Liberation Mono\", monospace; white-space: pre; }\n\
    .ground { fill: #fff; }\n.text { fill: #1c2128; }\n.list { fill: #2d333b; }\n.first { fill: #35537c; }\n\
    .code { fill: #f0f3f6; }\n.number, .detail { fill: #b6c0cb; }\n.about { fill: #d8dee4; }\n\
    .told { fill: #24292f; font-family: system-ui, sans-serif; font-weight: 600; }\n";

fn across(column: usize) -> usize {
    EDGE + column * WIDE / 10
}

fn text(body: &mut String, class: &str, line: usize, column: usize, words: &str) {
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    let (x, y) = (across(column), (line + 1) * HIGH);
    let _ = writeln!(body, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{words}</text>");
}

/// A ground behind so many lines, from a column to the edge.
fn block(body: &mut String, class: &str, (line, rows): (usize, usize), column: usize) {
    let (x, y, height) = (across(column) - EDGE / 2, line * HIGH + 6, rows * HIGH);
    let width = across(COLUMNS) - across(column) + EDGE / 2;
    let _ = writeln!(
        body,
        "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
    );
}

/// What is said, without signs of Markdown, in lines that fit.
fn wrapped(about: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in about.replace("**", "").lines().filter(|line| !line.is_empty()) {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.len() + word.len() > COLUMNS - 10 {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}
