//! `twohats verify`: it finds whatever was done to a site, in a folder and on the web, and never cries wolf.

mod clean;
mod folder;
mod list;
mod served;
mod site;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use testkit::{Project, Run};

/// A book with what small books seldom have: two languages, an address, redirects and a carried file.
fn book() -> Project {
    Project::small()
        .file(
            "book.toml",
            "[book]\ntitle = \"Test\"\nsite_url = \"https://book.example.org/a/b/\"\n\n[languages.de]\nname = \"Deutsch\"\n\n\
             [redirects]\n\"old.html\" = \"guidance/why.html\"\n",
        )
        .file("content/de/guidance/why.md", "---\ntitle: Warum\n---\n\nDarum.\n")
        .file("content/robots.txt", "User-agent: *\n")
}

/// Everything in a folder, our own folder too, in another.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder is made");
    for entry in fs::read_dir(from).expect("it can be listed") {
        let entry = entry.expect("it can be listed");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file is copied");
        }
    }
}

/// What a run in JSON has told, each as `severity[kind] path`.
#[track_caller]
fn told(run: &Run) -> BTreeSet<String> {
    let said: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
    let findings = said["findings"].as_array().expect("a list of what was found");
    let text = |one: &Value, key: &str| one[key].as_str().expect("a text").to_owned();
    let line =
        |one| format!("{}[{}] {}", text(one, "severity"), text(one, "kind"), text(one, "path"));
    findings.iter().map(line).collect()
}

/// The first file of the site whose path begins and ends so.
#[track_caller]
fn first(folder: &Path, start: &str, end: &str) -> String {
    let tree = testkit::tree(folder);
    let found = tree.into_keys().find(|path| path.starts_with(start) && path.ends_with(end));
    found.unwrap_or_else(|| panic!("the site has no file `{start}…{end}`"))
}
