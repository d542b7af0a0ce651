//! Names that Twohats does not know: it says which was meant, and leaves `extra` to the author.

use testkit::Book;

/// A file of every kind, and of the settings, with `KEY` where a key of its own would stand.
const FILES: [(&str, &str); 6] = [
    ("book.toml", "[book]\ntitle = \"Test\"\n[KEY]\na = \"b\"\n"),
    (
        "content/scenarios/a.yaml",
        "title: A\nsummary: B\nKEY:\n  a: b\nleader:\n  say: C\nmanager:\n  say: D\n",
    ),
    ("content/templates/a.yaml", "title: A\nKEY:\n  a: b\nfields:\n  - text: B\n"),
    (
        "content/checks/a.yaml",
        "title: A\nKEY:\n  a: b\nask: B\nleader: [C]\nmanager: [D]\nresults:\n  leader: E\n  manager: F\n  even: G\n",
    ),
    (
        "content/comparisons/a.yaml",
        "title: A\nKEY:\n  a: b\nrows:\n  - on: B\n    leader: C\n    manager: D\n",
    ),
    ("content/guidance/a.md", "---\ntitle: A\nKEY:\n  a: b\n---\n\nB\n"),
];

#[test]
fn an_unknown_key_is_an_error_that_names_the_key_which_was_meant() {
    for (path, text) in FILES {
        let (typo, meant) =
            if path == "book.toml" { ("topisc", "topics") } else { ("reviewd", "reviewed") };
        let told = Book::new().file(path, text.replace("KEY", typo)).diagnostics();
        let [one] = &told[..] else { panic!("{path}: {told:#?}") };
        assert_eq!(one.rule.name, "unknown-field", "{path}");
        assert!(one.message.contains(&format!("`{typo}`")), "{path}: {}", one.message);
        assert_eq!(one.help, Some(format!("did you mean `{meant}`?")), "{path}");
    }
}

#[test]
fn a_key_far_from_all_others_gets_a_list_without_a_guess() {
    let book = "[book]\ntitle = \"Test\"\n[markdown]\nwhatever = \"x\"\n";
    let told = Book::new().file("book.toml", book).diagnostics();
    let [one] = &told[..] else { panic!("{told:#?}") };
    assert_eq!(one.help.as_deref(), Some("write `html`"));
}

#[test]
fn a_list_of_keys_to_choose_from_names_each_once() {
    let scenario = "title: A\nsummary: B\nleader:\n  say: C\n  whatever: x\nmanager:\n  say: D\n";
    let told = Book::new().file("content/scenarios/a.yaml", scenario).diagnostics();
    let [one] = &told[..] else { panic!("{told:#?}") };
    assert_eq!(one.help.as_deref(), Some("write `aim`, `frame`, `say`, `do` or `avoid`"));
}

#[test]
fn the_same_typo_below_extra_is_the_authors_own_affair() {
    for (path, text) in FILES {
        let inside = match path {
            "book.toml" => text.replace("[KEY]\na", "[extra]\nreviewd = \"x\"\ntopisc"),
            _ => text.replace("KEY:\n  a: b", "extra:\n  reviewd: x\n  topisc: {titel: y}"),
        };
        assert_eq!(Book::new().file(path, inside).told(), "", "{path}");
    }
}
