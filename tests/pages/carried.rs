//! Files that are carried along: readers get what a page names, what hosts look for and what the book asks for.

use testkit::{Book, scenario};
use twohats::build::{Memory, Options, build};
use twohats::model::Drafts;
use twohats::source::{Sources, for_hosts};

/// The carried files among these that readers get, as `Drafts` are shown or left out.
fn published<'a>(files: &[(&'a str, &str)], drafts: Drafts) -> Vec<&'a str> {
    let book = [("book.toml", "[book]\ntitle = \"Test\"\n")];
    let sources = Sources::in_memory(book.into_iter().chain(files.iter().copied()));
    let options = Options { drafts, ..Options::default() };
    let site = build(&sources, &options, &mut Memory::default()).value.expect("it has no faults");
    let paths = files.iter().filter_map(|(path, _)| path.strip_prefix("content/"));
    paths.filter(|path| site.render(path).is_some()).collect()
}

fn guide(text: &str) -> String {
    format!("---\ntitle: Guide\n---\n\n{text}\n")
}

#[test]
fn a_file_is_published_when_any_text_of_any_page_names_it() {
    let text = "A [link](a.pdf), ![a picture](b.svg), [one that is defined below][c], \
                <a href='d.pdf'>raw</a> <img src=e.svg alt=\"\">, [one with a space](<f g.pdf>)[^1].\n\n\
                [c]: /guidance/c.pdf#page=2\n[^1]: And [a note](h.pdf?download).";
    let late = scenario("Late").replace("It happens.", "See [i](i.pdf).");
    let sheet = "title: Sheet\nfields:\n  - text: Name\n    hint: As in [j](j.pdf)\n";
    let files = [
        ("content/guidance/guide.md", guide(text)),
        ("content/guidance/a.pdf", "%PDF".into()),
        ("content/guidance/b.svg", "<svg/>".into()),
        ("content/guidance/c.pdf", "%PDF".into()),
        ("content/guidance/d.pdf", "%PDF".into()),
        ("content/guidance/e.svg", "<svg/>".into()),
        ("content/guidance/f g.pdf", "%PDF".into()),
        ("content/guidance/h.pdf", "%PDF".into()),
        ("content/guidance/nobody.pdf", "%PDF".into()),
        ("content/scenarios/late.yaml", late),
        ("content/scenarios/i.pdf", "%PDF".into()),
        ("content/templates/sheet.yaml", sheet.into()),
        ("content/templates/j.pdf", "%PDF".into()),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, &**text)).collect();
    let found: String = published(&files, Drafts::LeftOut).join(" ");
    let all = "guidance/a.pdf guidance/b.svg guidance/c.pdf guidance/d.pdf guidance/e.svg \
               guidance/f g.pdf guidance/h.pdf scenarios/i.pdf templates/j.pdf";
    assert_eq!(found, all);
}

#[test]
fn a_file_that_only_a_draft_names_is_not_told_of_and_comes_with_the_draft() {
    let draft = "---\ntitle: Guide\ndraft: yes\n---\n\nThe [plan](plan.pdf).\n";
    let files = [("content/guidance/guide.md", draft), ("content/guidance/plan.pdf", "%PDF")];
    assert_eq!(Book::new().files(files).told(), "");
    assert!(published(&files, Drafts::LeftOut).is_empty());
    assert_eq!(published(&files, Drafts::Shown), ["guidance/plan.pdf"]);
}

#[test]
fn a_translation_names_files_and_has_its_own_in_the_place_of_the_original_ones() {
    let book = Book::new()
        .file("book.toml", "[book]\ntitle = \"Test\"\n\n[languages.de]\nname = \"Deutsch\"\n")
        .file("content/guidance/a.md", guide("![The van](van.svg)"))
        .file("content/guidance/b.md", guide("![The lift](lift.svg)"))
        .file("content/de/guidance/b.md", guide("![Der Lift](lift.svg) und [der Plan](plan.pdf)"))
        .file("content/guidance/van.svg", "<svg/>")
        .file("content/guidance/lift.svg", "<svg/>")
        .file("content/guidance/plan.pdf", "%PDF")
        .file("content/de/guidance/van.svg", "<svg><!-- de --></svg>");
    assert_eq!(book.told(), "");
    let page = book.page("de/guidance/a.html");
    assert!(page.contains("src=\"van.svg\""), "{page}");
    assert!(book.page("de/guidance/van.svg").contains("de"));
    assert_eq!(book.page("guidance/plan.pdf"), "%PDF");
}

#[test]
fn what_hosts_look_for_is_carried_from_the_root_alone() {
    let proof = "google1a2b3c4d5e6f7a8b.html";
    for name in for_hosts().chain([proof, ".well-known/security.txt"]) {
        let path = format!("content/{name}");
        let book =
            Book::new().file(&path, "for the host").file("content/guidance/a.md", guide("A."));
        assert_eq!(book.told(), "", "{name}");
        assert_eq!(book.page(name), "for the host", "{name}");
        let elsewhere = Book::new().file(format!("content/guidance/{name}"), "for the host");
        assert!(elsewhere.told().contains("[not-published]"), "{name}");
    }
}

#[test]
fn the_book_publishes_by_pattern_what_no_page_names() {
    for pattern in ["downloads/*", "/downloads/*", "*.pdf", "downloads/a.pdf"] {
        let book = Book::new()
            .file(
                "book.toml",
                format!("[book]\ntitle = \"T\"\n\n[publish]\nalso = [\"{pattern}\"]\n"),
            )
            .file("content/guidance/a.md", guide("A."))
            .file("content/downloads/a.pdf", "%PDF");
        assert_eq!(book.told(), "", "{pattern}");
        assert_eq!(book.page("downloads/a.pdf"), "%PDF", "{pattern}");
    }
}

#[test]
fn an_old_address_names_the_file_that_it_leads_to() {
    let book = Book::new()
        .file(
            "book.toml",
            "[book]\ntitle = \"T\"\n\n[redirects]\n\"old.html\" = \"downloads/a.pdf\"\n",
        )
        .file("content/guidance/a.md", guide("A."))
        .file("content/downloads/a.pdf", "%PDF");
    assert_eq!(book.told(), "");
    assert_eq!(book.page("downloads/a.pdf"), "%PDF");
}

#[test]
fn a_link_that_is_not_followed_names_its_file_all_the_same() {
    let book = Book::new()
        .file("book.toml", "[book]\ntitle = \"T\"\n\n[links]\nignore = [\"/archive/*\"]\n")
        .file(
            "content/guidance/a.md",
            guide("See [old](/archive/a.pdf) and [older](/archive/b.pdf)."),
        )
        .file("content/archive/a.pdf", "%PDF");
    assert_eq!(book.told(), "");
    assert_eq!(book.page("archive/a.pdf"), "%PDF");
}

#[test]
fn what_a_file_with_faults_names_is_not_known() {
    let told = Book::new()
        .file("content/scenarios/late.yaml", "title: 'Late\nsituation: See [plan](plan.pdf).\n")
        .file("content/scenarios/plan.pdf", "%PDF")
        .told();
    assert!(!told.contains("[not-published]"), "{told}");
}

#[test]
fn a_carried_web_page_has_its_own_styles_and_pictures() {
    let book = Book::new()
        .file("content/guidance/a.md", guide("The [tool](/tool/index.html)."))
        .file(
            "content/tool/index.html",
            "<link rel=stylesheet href=css/a.css><script src='./app.js?v=2'></script>",
        )
        .file("content/tool/css/a.css", "body { background: url(../img/back%20ground.png) }")
        .file("content/tool/img/back ground.png", "png")
        .file("content/tool/app.js", "import './app.js'")
        .file("content/tool/notes.txt", "nobody names it");
    let told = book.told();
    assert_eq!(told.matches("[not-published]").count(), 1, "{told}");
    assert!(told.contains("content/tool/notes.txt"), "{told}");
    assert_eq!(book.page("tool/img/back ground.png"), "png");
}

#[test]
fn raw_html_that_is_trusted_names_files_in_any_attribute() {
    let text = "<video poster=\"still.jpg\" src=\"a.mp4\"></video>\n<img alt=\"The van\" src=\"s.svg\" srcset=\"m.svg 2x, l.svg 3x\">";
    let book = Book::new()
        .file("book.toml", "[book]\ntitle = \"T\"\n\n[markdown]\nhtml = \"trust\"\n")
        .file("content/guidance/a.md", guide(text));
    let names = ["still.jpg", "a.mp4", "s.svg", "m.svg", "l.svg"];
    let book = names
        .iter()
        .fold(book, |book, name| book.file(format!("content/guidance/{name}"), "<svg/>"));
    assert_eq!(book.told(), "");
    for name in names {
        assert_eq!(book.page(&format!("guidance/{name}")), "<svg/>");
    }
}
