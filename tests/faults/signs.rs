//! Texts of signs from everywhere in Unicode, between marks of YAML, TOML, Markdown, HTML and layouts: no panic, whatever a
//! place in a text is counted in.

use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use testkit::Book;
use testkit::chance::Chance;
use twohats::diagnostic::{Noted, Style, human, json, sarif};

const RUNS: u64 = 800;

/// Where a text is read, and what stands before and behind it there.
const PLACES: [(&str, &str, &str); 13] = [
    ("book.toml", "", ""),
    ("book.toml", "[book]\ntitle = \"", "\"\n"),
    ("content/queries.yaml", "", ""),
    ("content/scenarios/a.yaml", "", ""),
    (
        "content/scenarios/a.yaml",
        "title: A\nsummary: ",
        "\nleader:\n  say: Why?\nmanager:\n  say: When?\n",
    ),
    (
        "content/scenarios/a.yaml",
        "title: A\nsummary: \"",
        "\"\nleader:\n  say: Why?\nmanager:\n  say: When?\n",
    ),
    (
        "content/scenarios/a.yaml",
        "title: A\nsummary: S\nleader:\n  say: |\n    ",
        "\nmanager:\n  say: When?\n",
    ),
    ("content/templates/a.yaml", "title: A\nfields:\n  - text: ", "\n  - note: |\n      x\n"),
    ("content/guidance/a.md", "", ""),
    ("content/guidance/a.md", "---\ntitle: A\n---\n\n", "\n"),
    ("content/guidance/a.md", "---\ntitle: A\n---\n\n<div>\n", "\n</div>\n"),
    ("themes/default/layouts/guide.html", "", ""),
    ("themes/default/styles/a.css", "", ""),
];

/// Marks that mean something in one of the places.
const MARKS: [&str; 62] = [
    "\n",
    "\n",
    "\n\n",
    "\n  ",
    "\n- ",
    "\n    ",
    " ",
    "\t",
    "\r",
    "\r\n",
    ": ",
    "- ",
    "#",
    " # ",
    "## ",
    "{#",
    "}",
    "[",
    "](",
    "](#",
    ")",
    "![",
    "[^",
    "]: ",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "~~",
    "|",
    "\n|-|-|\n",
    "> ",
    "\n> [!NOTE] ",
    "<",
    ">",
    "<b id=\"",
    "\">",
    "</b>",
    "<a name=",
    "<!-- ",
    " -->",
    "&amp;",
    "&#",
    "\"",
    "'",
    "\\",
    "\\u",
    "\\x",
    "=",
    ", ",
    "{{ ",
    " }}",
    "{% ",
    " %}",
    "|\n  ",
    ">-\n  ",
    "&a ",
    "*a",
    "!!",
    "---\n",
    "title: ",
];

/// The first and the last of signs that behave alike.
const SIGNS: [(u32, u32); 25] = [
    (0x00, 0x1f), // orders
    (0x7f, 0x9f),
    (0x20, 0x7e),
    (0xa0, 0xff),
    (0x130, 0x131), // letters that get longer in small
    (0x1e9e, 0x1e9e),
    (0x2c62, 0x2c7f),
    (0x300, 0x36f), // marks that belong to the letter before
    (0x5d0, 0x5f4), // letters from right to left
    (0x600, 0x6ff),
    (0xb80, 0xbff),
    (0xe00, 0xe4f),
    (0x1100, 0x11ff), // parts of syllables
    (0x2000, 0x206f), // spaces, joiners, signs that turn a line round
    (0x20d0, 0x20f0),
    (0x3000, 0x303f),
    (0xac00, 0xac20),
    (0xe000, 0xe010), // the private range
    (0xf8f0, 0xf8ff),
    (0xfb00, 0xfb4f), // several letters in one
    (0xfdd0, 0xfdef), // no characters
    (0xfe00, 0xfe0f),
    (0xfeff, 0xffff),
    (0x1f1e6, 0x1f64f),
    (0xe_0001, 0x10_ffff),
];

fn text(chance: &mut Chance) -> String {
    let mut text = String::new();
    for _ in 0..=chance.below(24) {
        if chance.one_in(2) {
            let mark: &&str = chance.pick(&MARKS);
            text.push_str(mark);
        } else {
            let (first, last) = *chance.pick(&SIGNS);
            let sign =
                first + u32::try_from(chance.below((last - first + 1) as usize)).unwrap_or(0);
            text.extend(char::from_u32(sign));
        }
    }
    text
}

/// All that is told, in every format, and the page that is made of it.
fn answer(book: &Book) {
    let Noted { value: site, notes: told } = book.make();
    for one in &told {
        assert!(human(one, Style::Plain).contains(one.rule.name));
    }
    assert!(json(&told).ends_with('\n') && sarif(&told, "").ends_with('\n'));
    let pages = ["guidance/a.html", "scenarios/a.html", "templates/a.html"];
    for page in pages.iter().filter_map(|page| site.as_ref()?.render(page)) {
        drop(page);
    }
}

#[test]
fn signs_from_everywhere_are_read_without_panic() {
    let mut fallen = Vec::new();
    for seed in 0..RUNS {
        let mut chance = Chance::new(seed);
        let (path, before, behind) = *chance.pick(&PLACES);
        let text = text(&mut chance);
        let book = Book::new().file(path, format!("{before}{text}{behind}"));
        if catch_unwind(AssertUnwindSafe(|| answer(&book))).is_err() {
            fallen.push(format!("seed {seed}, {path}: {before:?} {text:?}"));
        }
    }
    let first = fallen.iter().take(20).fold(String::new(), |mut all, one| {
        let _ = writeln!(all, "{one}");
        all
    });
    assert!(fallen.is_empty(), "{} panics, the first of them:\n{first}", fallen.len());
}
