//! Whether a theme of a project's own is judged as it deserves: ours, taken over whole, is without fault.

use std::path::Path;
use std::sync::Arc;

use testkit::Book;
use twohats::build::{Memory, Options, build, layout_faults};
use twohats::diagnostic::{Diagnostic, Style, human};
use twohats::load::allowed;
use twohats::source::{Source, Sources, read};

/// Our own book, with a copy of our theme that differs from it in a comment in every file.
fn taken_over() -> Sources {
    let mut sources =
        read(Path::new(env!("CARGO_MANIFEST_DIR")), allowed).expect("our book can be read");
    let texts = std::mem::take(&mut sources.texts);
    for (path, source) in texts {
        let text = match path.strip_prefix("themes/default/") {
            Some(name) => source.text().to_owned() + comment(name),
            None if path == "book.toml" => {
                source.text().replace("[book]\n", "[book]\ntheme = \"ours\"\n")
            }
            None => source.text().to_owned(),
        };
        let path = path.replace("themes/default/", "themes/ours/");
        sources.texts.insert(path.clone(), Arc::new(Source::new(path, &text)));
    }
    sources
}

fn comment(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "html")) => "{#- ours -#}",
        Some((_, "css")) => "/* ours */",
        Some((_, "js")) => "// ours\n",
        _ => "# ours\n",
    }
}

#[test]
fn our_own_theme_is_without_fault_when_a_project_takes_it_over() {
    let made = build(&taken_over(), &Options::default(), &mut Memory::default());
    assert_eq!(told(&made.notes), "");
    let site = made.value.expect("it has no faults");
    assert!(site.plan().theme().own_layouts.len() > 40, "the layouts are the project's own");
    assert_eq!(told(&layout_faults(&site)), "");
}

fn told(notes: &[Diagnostic]) -> String {
    notes.iter().map(|note| human(note, Style::Plain)).collect()
}

/// A guide in a theme of the project's own.
fn book(theme: &[(&str, &str)]) -> Book {
    let book = Book::new().file("book.toml", "[book]\ntitle = \"Ours\"\ntheme = \"ours\"\n").file(
        "content/guidance/why.md",
        "---\ntitle: Why\n---\n\nSee [that](https://example.com/).\n",
    );
    theme.iter().fold(book, |book, (path, text)| book.file(format!("themes/ours/{path}"), text))
}

#[test]
fn a_theme_with_nothing_wrong_is_told_nothing_of() {
    let layout = "{% extends \"default/guide.html\" %}\n{% block scripts %}\
        <script defer src=\"{{ page.root }}assets/ours.js\"></script>\
        <script type=\"application/ld+json\">{}</script>{% endblock scripts %}\n{% block intro %}\
        <p id=\"ours\"><a href=\"https://example.com/\">Out</a> <a href=\"#ours\">in</a> \
        <a href=\"#\">up</a> <a href=\"mailto:a@example.com\">mail</a> \
        <a href=\"/intranet/\">beside</a> <a href=\"{{ page.base }}\">home</a> \
        <a href=\"{{ page.root }}search.html?q=why\">found</a> \
        <img src=\"{{ page.root }}assets/our%20logo.png\" alt=\"\"></p>{% endblock intro %}\n";
    let style = "@charset \"utf-8\";\n@layer parts { .brand { --mine: 1px; margin: var(--mine); } }\n\
        @media (width < 40rem) { :root { --page: light-dark(#fff, #000); } }\n\
        .a::after { content: \"it's { /* \\\" \"; width: var(--theirs, 1px); }\n\
        .b { background: url(data:image/png;base64,AA==), url(#c), url('our%20logo.png'); }\n\
        .c { &:hover { color: var(--from-script); } a:hover { color: red } }\n\
        :root { --page: light-dark(#fff, #000); }\n";
    let script = "document.body.style.setProperty('--from-script', 'red'); const a = /[)]/;";
    let told = book(&[
        ("layouts/guide.html", layout),
        ("styles/95-ours.css", style),
        ("scripts/ours.js", script),
        ("assets/our logo.png", "png"),
        ("README.md", "Ours"),
    ])
    .told();
    assert_eq!(told, "");
}

#[test]
fn a_build_publishes_nothing_that_a_layout_of_ours_leads_nowhere_from() {
    let layout = "<html><a href=\"about.html\">About</a></html>";
    let project = book(&[("layouts/guide.html", layout)]).on_disk();
    let built = project.run(&["build"]);
    assert!(built.err.contains("the address `about.html` leads to no file"), "{}", built.err);
    assert!(!project.path("public/index.html").exists());
    let kept = book(&[("layouts/guide.html", layout)])
        .file(
            "book.toml",
            "[book]\ntitle = \"Ours\"\ntheme = \"ours\"\n[rules]\nbroken-link = \"warning\"\n",
        )
        .on_disk();
    assert_eq!(kept.run(&["build"]).code, 0, "it is a warning in this book");
}

#[test]
fn a_book_may_take_one_theme_of_two_and_none_of_its_own() {
    let told = book(&[("styles/95-ours.css", "")]).file("themes/other/styles/a.css", "a {").told();
    assert_eq!(told, "");
}
