//! A site that is as it was built is never blamed, whatever the book is.

use std::fmt::Write;
use std::path::Path;

use testkit::Project;
use twohats::build::{Memory, Options, build};
use twohats::load;
use twohats::model::Drafts;
use twohats::publish::{finished, manifest_of, publish};
use twohats::source::read;
use twohats::verify::folder;

use crate::served::{host, url};

/// Builds, and gives what is told of the folder.
fn built(project: &Project, output: &Path, drafts: Drafts) -> Vec<String> {
    let root = project.path("");
    let sources = read(&root, load::allowed).expect("the project can be read");
    let options = Options { drafts, ..Options::default() };
    let site = build(&sources, &options, &mut Memory::default()).value.expect("the book is whole");
    publish((&site, None), &sources, None, (&root, output), &|_, _| ()).expect("it is published");
    let book = &site.plan().playbook().book;
    let list = manifest_of(book, &root, output).expect("it can be read").expect("it is there");
    let found = folder(&list, &finished(output).expect("it can be listed"));
    found.into_iter().map(|one| one.message).collect()
}

/// A book of its own for each number.
fn book(number: usize) -> Project {
    let has = |every: usize| number.is_multiple_of(every);
    let mut settings = format!("[book]\ntitle = \"Book {number}\"\n");
    let mut project = Project::small();
    if has(2) {
        settings.push_str("site_url = \"https://book.example.org/a/b/\"\n");
    }
    if has(5) {
        settings.push_str("theme = \"ours\"\n");
        project = project
            .file("themes/ours/styles/95-ours.css", "h1 { --ours: 1; }\n")
            .file("themes/ours/assets/mark.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    }
    if has(3) {
        settings.push_str("\n[languages.de]\nname = \"Deutsch\"\n");
        project = project.file("content/de/guidance/why.md", "---\ntitle: Warum\n---\n\nDarum.\n");
    }
    if has(4) {
        settings.push_str("\n[redirects]\n\"old/\" = \"guidance/why.html\"\n");
    }
    if has(7) {
        settings.push_str("\n[host]\nkind = \"netlify\"\nmanifest = false\n");
    }
    if has(6) {
        project = project
            .file("content/robots.txt", "User-agent: *\n")
            .file("content/.well-known/security.txt", "Contact: mailto:a@example.org\n");
    }
    for scenario in 0..number % 9 {
        let draft = if scenario == 4 { "draft: true\n" } else { "" };
        let mut text = testkit::scenario(&format!("Case {scenario}"));
        let _ = write!(text, "{draft}");
        project = project.file(&format!("content/scenarios/case-{scenario}.yaml"), &text);
    }
    project.file("book.toml", &settings)
}

#[test]
fn fifty_clean_builds_give_no_alarm() {
    let none: [String; 0] = [];
    for number in 0..25 {
        let project = book(number);
        let output = project.path("public");
        let drafts = if number % 10 == 5 { Drafts::Shown } else { Drafts::LeftOut };
        assert_eq!(built(&project, &output, drafts), none, "book {number}");
        match number % 3 {
            // Nothing is to be done then.
            0 => {}
            1 => {
                project.write("content/guidance/why.md", "---\ntitle: Why\n---\n\nOther words.\n");
            }
            _ => project.write("content/guidance/new.md", "---\ntitle: New\n---\n\nWords.\n"),
        }
        assert_eq!(built(&project, &output, drafts), none, "book {number} once more");
        // Of each seventh the list is not published; without an address no page for what is not there works below a path.
        if number % 10 == 2 && number % 7 > 0 {
            let served = host(output, |_, reply| Some(reply));
            let run = project.run(&["verify", &url(&served), "--deny-warnings"]);
            assert_eq!(run.code, 0, "book {number} on the web: {}", run.err);
        }
    }
}
