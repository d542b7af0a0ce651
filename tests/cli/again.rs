//! What a build writes when the folder has a site already.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::time::SystemTime;

use testkit::corpus;
use testkit::{Book, Project, tree};

/// More than are put on one page for paper.
const SCENARIOS: usize = 301;

fn built() -> Project {
    let scenarios = corpus::files(SCENARIOS).filter(|(path, _)| path != "book.toml");
    let project = Book::new().files(scenarios).on_disk();
    project.build();
    project
}

/// When each file was written, our own ones among them.
fn times(project: &Project) -> BTreeMap<String, SystemTime> {
    let files = tree(&project.path("public")).into_keys();
    let own = ["manifest.json", "lock"].map(|name| format!(".twohats/{name}"));
    let time = |path: String| {
        let file = project.path("public").join(&path);
        let time = fs::metadata(file).and_then(|about| about.modified()).expect("it was written");
        (path, time)
    };
    files.chain(own).map(time).collect()
}

#[test]
fn a_file_of_the_site_that_was_lost_is_back_after_a_build_with_nothing_else_changed() {
    let project = Project::small();
    let before = project.build();
    project.remove("public/index.html");
    assert_eq!(project.build(), before);
    assert_eq!(project.build(), before);
}

#[test]
fn a_build_with_nothing_changed_writes_no_file_and_one_with_one_change_only_what_shows_it() {
    let project = built();
    let before = times(&project);
    project.build();
    assert_eq!(times(&project), before);

    let path = corpus::scenario_path(200);
    let text = fs::read_to_string(project.path(&path)).expect("the scenario is there");
    project.write(&path, &text.replace("  avoid: ", "  avoid: Never say that "));
    let old = tree(&project.path("public"));
    let new = project.build();
    let differ = new.iter().filter(|(path, bytes)| old.get(*path) != Some(bytes));
    let differ: BTreeSet<&str> = differ.map(|(path, _)| path.as_str()).collect();
    let (search, pages): (Vec<&str>, Vec<&str>) =
        differ.iter().partition(|path| path.starts_with("assets/search/"));
    assert_eq!(pages, ["scenarios/s200.html"]);
    let texts = search.iter().filter(|path| path.starts_with("assets/search/texts-"));
    assert_eq!(texts.count(), 1, "{search:?}");
    let after = times(&project);
    let written = after.iter().filter(|(path, time)| before.get(*path) != Some(time));
    let written =
        written.map(|(path, _)| path.as_str()).filter(|path| !path.starts_with(".twohats/"));
    assert_eq!(written.collect::<BTreeSet<_>>(), differ);
}
