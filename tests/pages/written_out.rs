//! Whether our layouts show the same with the calls of their components written out and, where a project has a layout
//! of its own, as they stand.

use std::path::Path;
use std::sync::Arc;

use twohats::build::{Memory, Options, build};
use twohats::load::allowed;
use twohats::render::Site;
use twohats::source::{Source, Sources, read};

/// Our own book in two languages, with what else is given.
fn book(in_book: &str, others: &[(&str, &str)]) -> Site {
    let mut sources: Sources =
        read(Path::new(env!("CARGO_MANIFEST_DIR")), allowed).expect("our book can be read");
    let own = sources.texts["book.toml"].text().replace("[book]\n", &format!("[book]\n{in_book}"));
    let german = own + "\n[languages.de]\nname = \"Deutsch\"\n";
    let others = others.iter().copied().chain([("book.toml", german.as_str())]);
    for (path, text) in others {
        sources.texts.insert(path.to_owned(), Arc::new(Source::new(path, text)));
    }
    let made = build(&sources, &Options::default(), &mut Memory::default());
    made.value.expect("it has no faults")
}

#[test]
fn every_page_is_the_same_where_a_project_has_a_layout_that_changes_nothing() {
    let written_out = book("", &[]);
    let layout =
        "{% extends \"default/guide.html\" %}\n{% block og_type %}article{% endblock og_type %}\n";
    let ours = [("themes/ours/layouts/guide.html", layout)];
    let as_they_stand = book("theme = \"ours\"\n", &ours);
    let paths = written_out.paths();
    assert_eq!(paths, as_they_stand.paths());
    assert!(
        paths.iter().any(|path| path.as_str().starts_with("de/scenarios/")),
        "in two languages"
    );
    for path in paths.iter().filter(|path| path.ending() == "html") {
        let page = |site: &Site| {
            let page = site.render(path.as_str()).expect("it is a page").expect("it has no faults");
            String::from_utf8(page.into_owned()).expect("it is text")
        };
        let (written_out, as_they_stand) = (page(&written_out), page(&as_they_stand));
        assert!(
            written_out == as_they_stand,
            "{path}: {}",
            testkit::difference(&as_they_stand, &written_out)
        );
    }
}
