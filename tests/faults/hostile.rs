//! Input that nobody would write, and that somebody will send: Twohats always answers, and never panics.

use std::panic::{AssertUnwindSafe, catch_unwind};

use testkit::Book;
use twohats::diagnostic::{Style, human, json};

/// Wherever a file of its kind is read as text.
const PATHS: [&str; 8] = [
    "book.toml",
    "content/scenarios/a.yaml",
    "content/templates/a.yaml",
    "content/checks/a.yaml",
    "content/comparisons/a.yaml",
    "content/guidance/a.md",
    "themes/ours/layouts/guide.html",
    "themes/ours/wording/en.toml",
];

fn inputs() -> Vec<(&'static str, Vec<u8>)> {
    let text = |text: &str| text.as_bytes().to_vec();
    let nested = |before: &str, after: &str, times: usize| {
        [before.repeat(times), "x".to_owned(), after.repeat(times)].concat().into_bytes()
    };
    let steps: Vec<String> = (0..500).map(|depth| " ".repeat(depth) + "a:\n").collect();
    let bomb: String = (1..40).fold("a0: &a0 [x, x, x]\n".to_owned(), |all, at| {
        let before = at - 1;
        format!("{all}a{at}: &a{at} [*a{before}, *a{before}, *a{before}, *a{before}]\n")
    });
    let front = |body: &str| format!("---\ntitle: A\n---\n\n{body}").into_bytes();
    vec![
        ("nothing", text("")),
        ("one line end", text("\n")),
        ("only `---`", text("---")),
        ("`---` and a line end", text("---\n")),
        ("many documents", text(&"---\n".repeat(1000))),
        ("front matter that is not closed", text("---\ntitle: A\n\nWords\n")),
        ("front matter only", text("---\ntitle: A\n---")),
        ("empty front matter", text("---\n---\n")),
        ("brackets", text(&"[".repeat(40_000))),
        ("brackets after a key", text(&format!("title: {}", "[".repeat(40_000)))),
        ("braces", text(&"{".repeat(40_000))),
        ("braces and percent signs", text(&"{% if x %}{{ (".repeat(500))),
        ("closed brackets", nested("[", "]", 5_000)),
        ("dashes", text(&"- ".repeat(10_000))),
        ("question marks", text(&"? ".repeat(10_000))),
        ("a deep map", text(&steps.concat())),
        ("a huge line", text(&format!("title: {}\n", "word ".repeat(100_000)))),
        ("many lines", text(&"a: b\n".repeat(500))),
        ("NUL bytes", text("title: A\0B\n\0\0: \0\n")),
        ("control characters", text("title: \u{1}\u{7f}\u{85}\u{2028}\u{feff}\n")),
        ("a double quote", text("\"")),
        ("a single quote", text("'")),
        ("quotes after keys", text("title: \"\nsummary: '\n")),
        ("tabs", text("\ttitle:\tA\n\t\tsummary:\tB\n")),
        ("a byte order mark", text("\u{feff}")),
        ("two byte order marks", text("\u{feff}\u{feff}title: A\n")),
        ("UTF-16", b"\xFF\xFEt\0i\0t\0l\0e\0".to_vec()),
        ("a cut letter", b"title: caf\xC3".to_vec()),
        ("carriage returns", text("title: A\rsummary: B\r\r\n\r")),
        ("an alias bomb", text(&bomb)),
        ("an alias of itself", text("title: &a [*a]\n*a : b\n")),
        ("merge keys", text("<<: *nothing\n<<: {a: b}\n")),
        ("tags", text("!!binary title: !<tag:x> !y z\n!\n")),
        ("directives", text("%YAML 9.9\n%TAG ! x\n---\ntitle: A\n...\n...\n")),
        ("invalid escapes", text("title: \"\\q \\x \\u12 \\U99999999 \\ud800\"\n")),
        ("a block without text", text("title: |\nsummary: >9-+\n")),
        ("lists and groups as keys", text("[a, b]: c\n{d: e}: f\n? - g\n: h\n: i\n")),
        ("numbers", text("order: 99999999999999999999999\nreviewed: 9999-99-99\n")),
        ("links", front(&"[a](".repeat(5_000))),
        ("quotations", front(&">".repeat(5_000))),
        ("nested lists", front(&"- ".repeat(5_000))),
        ("stars", front(&"*a _b ~~c ".repeat(5_000))),
        ("raw HTML", front(&"<div><b>".repeat(5_000))),
        ("footnotes", front("[^a]: [^a] [^b]\n[^b]: [^a]\n\n[^a][^\n[^]: \n")),
        ("headings", front("# {#a}\n## {#a .b c=d}\n###### \n# &#0; &#xFFFFFF;\n")),
        ("tables", front(&"|a|b|\n|:-|-:|\n|\\||`|`|\n\n".repeat(50))),
        ("addresses", front("[a](%00%zz%C3) [b](////) [c](#) [d](?) [e](../../../..) <x:>\n")),
    ]
}

#[test]
fn whatever_a_file_holds_twohats_answers() {
    let mut fallen = Vec::new();
    for (name, content) in inputs() {
        for path in PATHS {
            let themed = "[book]\ntitle = \"Test\"\ntheme = \"ours\"\n";
            let scenario = "title: A\nsummary: [x](../guidance/a.md)\nguidance: [a]\n";
            let book = Book::new()
                .file("book.toml", themed)
                .file("themes/ours/styles/a.css", "")
                .file("content/scenarios/names-a.yaml", scenario)
                .file(path, &content);
            if catch_unwind(AssertUnwindSafe(|| answer(&book))).is_err() {
                fallen.push(format!("{name} in {path}"));
            }
        }
    }
    assert!(fallen.is_empty(), "Twohats panics at:\n{}", fallen.join("\n"));
}

/// All that is told, and the first of it as the command line shows it: ten thousand faults of one line are not all read.
fn answer(book: &Book) {
    let told = book.diagnostics();
    assert!(json(&told).ends_with('\n'));
    told.iter().take(100).for_each(|one| assert!(!human(one, Style::Plain).is_empty()));
}

#[test]
fn a_page_is_made_of_whatever_passes() {
    for (name, content) in inputs() {
        let book = Book::new().file("content/guidance/a.md", &content);
        let made = catch_unwind(AssertUnwindSafe(|| {
            let site = book.make().value?;
            site.paths().iter().for_each(|path| drop(site.render(path.as_str())));
            Some(())
        }));
        assert!(made.is_ok(), "{name}");
    }
}
