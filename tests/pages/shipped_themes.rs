//! The themes of the program besides the default: each is without fault, is one as a project could have it, and can be
//! changed by a project file by file.

use std::path::Path;
use std::sync::Arc;

use testkit::{Book, told};
use twohats::build::{Memory, Options, build, layout_faults};
use twohats::load::allowed;
use twohats::model::SitePath;
use twohats::source::{PROJECT_FILE, Source, Sources, read};
use twohats::theme::shipped_themes;

/// What is told of these sources and of their pages, with a theme.
fn told_of(mut sources: Sources, theme: &str) -> String {
    let book = sources.texts.get(PROJECT_FILE).expect("it is a project");
    let text = book.text().replacen("[book]\n", &format!("[book]\ntheme = \"{theme}\"\n"), 1);
    sources.texts.insert(PROJECT_FILE.to_owned(), Arc::new(Source::new(PROJECT_FILE, &text)));
    let made = build(&sources, &Options::default(), &mut Memory::default());
    let site = made.value.unwrap_or_else(|| panic!("{}", told(&made.notes)));
    told(&made.notes) + &told(&layout_faults(&site))
}

fn project(folder: &str) -> Sources {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    read(&root, allowed).expect("it can be read")
}

#[test]
fn nothing_is_wrong_with_our_own_book_and_the_guide_in_any_theme() {
    for theme in shipped_themes() {
        for folder in ["", "docs/guide"] {
            assert_eq!(told_of(project(folder), theme), "", "`{theme}` in `{folder}`");
        }
    }
}

/// As `check` judges what an owner wrote: made of the default theme that is there now, every name known, all text
/// readable.
#[test]
fn a_theme_of_the_program_would_be_without_fault_in_a_project() {
    for theme in shipped_themes() {
        let mut sources = project("");
        let folder = format!("themes/{theme}/");
        for (path, source) in std::mem::take(&mut sources.texts) {
            let path = path.replace(&folder, "themes/ours/");
            sources.texts.insert(path.clone(), Arc::new(Source::new(path, source.text())));
        }
        assert_eq!(told_of(sources, "ours"), "", "`{theme}`");
    }
}

/// The style that every page has.
fn style(book: &Book) -> String {
    let site = book.make().value.unwrap_or_else(|| panic!("{}", book.told()));
    let now = site.now(&SitePath::of("assets/style.css")).expect("the style has an address");
    let bytes = site.render(now.as_str()).expect("it is there").expect("it is rendered");
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn a_theme_of_the_program_is_chosen_by_one_line_and_changed_file_by_file() {
    let chosen = Book::small().file(PROJECT_FILE, "[book]\ntitle = \"T\"\ntheme = \"compact\"\n");
    assert_eq!(chosen.told(), Book::small().told(), "nothing more is told than of the default");
    let compact = style(&chosen);
    assert!(
        compact.contains("--bar:")
            && !style(&Book::small()).contains("--bar:")
            && compact != style(&Book::small())
    );
    let changed = chosen.file("themes/compact/styles/95-ours.css", ":root { --bar: #123456; }\n");
    let style = style(&changed);
    assert!(style.contains("--bar:#123456") && style.len() > compact.len(), "both are there");
}

#[test]
fn a_misspelt_theme_of_the_program_is_told_with_the_one_that_was_meant() {
    let book = Book::small().file(PROJECT_FILE, "[book]\ntitle = \"T\"\ntheme = \"compct\"\n");
    assert!(book.told().contains("did you mean `compact`?"), "{}", book.told());
}

#[test]
fn a_folder_that_has_a_file_of_the_program_as_it_is_changes_nothing_and_is_not_told_of() {
    let file = "themes/compact/styles/45-answers.css";
    let text = include_str!("../../themes/compact/styles/45-answers.css");
    let unnamed = Book::small().file(file, text);
    assert_eq!(unnamed.told(), Book::small().told());
    let toml = "[book]\ntitle = \"T\"\ntheme = \"compact\"\n";
    let copied = Book::small().file(PROJECT_FILE, toml).file(file, text);
    assert_eq!(copied.told(), Book::small().told());
}
