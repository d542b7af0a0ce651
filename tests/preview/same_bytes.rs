//! After any edits, every page that the preview serves is, byte for byte, that of a clean build.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use testkit::chance::Chance;
use testkit::preview::Preview;
use testkit::{Project, Tree};
use twohats::build::{Memory, Options, build};
use twohats::load::allowed;
use twohats::model::{Drafts, SitePath};
use twohats::source::read;

use crate::watched::{LAYOUT, STYLE, WORDING, watched};

const ROUNDS: usize = 25;

/// The names that scenarios, templates and guides of the test may have, some of them in folders.
const NAMES: [&str; 5] = ["a", "b", "c", "deep/d", "deep/er/e"];
const FOLDERS: [(&str, &str); 3] =
    [("scenarios", "yaml"), ("templates", "yaml"), ("guidance", "md")];

#[test]
#[ignore = "slow: `cargo xtask test` runs it"]
fn after_any_edits_every_page_is_that_of_a_clean_build() {
    for seed in 1..=2 {
        let project = watched();
        let preview = Preview::start(&project);
        let mut edits = Edits { chance: Chance::new(seed), broken: BTreeMap::new() };
        let mut ever = BTreeSet::new();
        for round in 0..ROUNDS {
            let number = 1 + edits.chance.below(6);
            let made: Vec<String> = (0..number).map(|_| edits.make(&project)).collect();
            let context = format!("seed {seed}, round {round}: {}", made.join("; "));
            match clean_build(&project) {
                Some(built) => {
                    ever.extend(built.keys().cloned());
                    serves(&preview, &built, &ever, &context);
                }
                None => tells_faults(&preview, &context),
            }
        }
        edits.mend_all(&project);
        let built = clean_build(&project).expect("nothing is broken any more");
        ever.extend(built.keys().cloned());
        serves(&preview, &built, &ever, "all mended");
    }
}

/// The site as it is made from nothing, with the drafts that only the preview shows, unless the book has faults.
pub fn clean_build(project: &Project) -> Option<Tree> {
    let sources = read(&project.path("."), allowed).expect("the project can be read");
    let options = Options { drafts: Drafts::Shown, ..Options::default() };
    let site = build(&sources, &options, &mut Memory::default()).value?;
    let page = |path: &str| Some((path.to_owned(), site.render(path)?.ok()?.into_owned()));
    site.paths().iter().map(|path| page(path.as_str())).collect()
}

/// Waits until every page is that of the build, and what was there once is gone.
#[track_caller]
pub fn serves(preview: &Preview, built: &Tree, ever: &BTreeSet<String>, context: &str) {
    let mut wrong = String::new();
    let found = preview.comes(|_| {
        let first = ever.iter().find_map(|path| difference(preview, path, built.get(path)));
        wrong = first.unwrap_or_default();
        wrong.is_empty()
    });
    if !found {
        preview.fail(&format!("{context}\n{wrong}"));
    }
}

fn difference(preview: &Preview, path: &str, built: Option<&Vec<u8>>) -> Option<String> {
    let answer = preview.get(&format!("/{path}"));
    let Some(built) = built else {
        // A page that is open asks for the style that it was made with, and gets the one that is there now.
        if SitePath::made(path.to_owned()).unmarked().is_some() {
            return (answer.status != 200).then(|| format!("an earlier {path} leads nowhere"));
        }
        return (answer.status != 404)
            .then(|| format!("{path} is gone, and answers {}", answer.status));
    };
    let served = without_tag(answer.body, path);
    let same = answer.status == 200 && served == *built;
    (!same).then(|| {
        let (served, built) = (String::from_utf8_lossy(&served), String::from_utf8_lossy(built));
        let at = served.lines().zip(built.lines()).find(|(served, built)| served != built);
        format!("{path} differs, status {}: {at:?}", answer.status)
    })
}

/// How the policy of a sheet ends in a build.
const SHUT: &str = "connect-src 'none'; form-action 'none'";

/// A page as it was before the preview added its one script tag, and let sheets hear of it.
fn without_tag(body: Vec<u8>, path: &str) -> Vec<u8> {
    if path.rsplit_once('.').is_none_or(|(_, ending)| ending != "html") {
        return body;
    }
    let text = String::from_utf8(body).expect("a page is UTF-8");
    let start = "<script defer src=\"/.twohats/preview.js\" data-twohats=\"";
    let Some((before, rest)) = text.split_once(start) else { return b"no script tag".to_vec() };
    let (numbers, after) = rest.split_once("\"></script>").expect("the tag ends");
    assert!(numbers.chars().all(|one| one == ' ' || one.is_ascii_digit()), "{numbers}");
    [before, after].concat().replace("connect-src 'self'; form-action 'none'", SHUT).into_bytes()
}

#[track_caller]
fn tells_faults(preview: &Preview, context: &str) {
    if !preview.comes(|state| !state["faults"].is_null()) {
        preview.fail(&format!("{context}\nthe build has faults, the preview tells none"));
    }
}

/// Edits at random.
struct Edits {
    chance: Chance,
    /// The good texts of files that are broken now.
    broken: BTreeMap<String, String>,
}

impl Edits {
    /// Makes one edit and says which.
    fn make(&mut self, project: &Project) -> String {
        match self.chance.below(10) {
            0..=4 => self.write(project),
            5 => self.remove(project),
            6 => self.rename(project),
            7 => self.theme(project),
            8 if self.broken.is_empty() => self.break_one(project),
            _ => {
                self.mend_all(project);
                "mend".to_owned()
            }
        }
    }

    fn some_file(&mut self) -> (usize, String) {
        let kind = self.chance.below(FOLDERS.len());
        let (folder, ending) = FOLDERS[kind];
        let name = *self.chance.pick(&NAMES);
        // An id is a file's name, so those of the kinds are told apart.
        (kind, format!("content/{folder}/{name}{kind}.{ending}"))
    }

    fn write(&mut self, project: &Project) -> String {
        let (kind, file) = self.some_file();
        let words = format!("words {}", self.chance.below(1000));
        let draft = if self.chance.one_in(4) { "draft: yes\n" } else { "" };
        let text = match kind {
            0 => format!(
                "title: S {words}\nsummary: It happens.\n{draft}leader:\n  say: Why?\nmanager:\n  say: {words}\n"
            ),
            1 => format!("title: T {words}\n{draft}fields:\n  - text: Name\n    hint: {words}\n"),
            _ => format!(
                "---\ntitle: G {words}\n{draft}---\n\n{words}, see [late](/scenarios/late.yaml).\n"
            ),
        };
        self.broken.remove(&file);
        project.write(&file, &text);
        format!("write {file}")
    }

    fn remove(&mut self, project: &Project) -> String {
        let (_, file) = self.some_file();
        self.broken.remove(&file);
        let _ = fs::remove_file(project.path(&file));
        format!("remove {file}")
    }

    fn rename(&mut self, project: &Project) -> String {
        let (_, from) = self.some_file();
        let (_, to) = self.some_file();
        let same_kind = from.split('/').nth(1) == to.split('/').nth(1);
        if !same_kind || !project.path(&from).exists() {
            return "nothing".to_owned();
        }
        let to_path = project.path(&to);
        fs::create_dir_all(to_path.parent().expect("it has one")).expect("a folder is made");
        fs::rename(project.path(&from), to_path).expect("it is renamed");
        self.broken.remove(&to);
        if let Some(text) = self.broken.remove(&from) {
            self.broken.insert(to.clone(), text);
        }
        format!("rename {from} to {to}")
    }

    fn theme(&mut self, project: &Project) -> String {
        let kind = *self.chance.pick(&[LAYOUT, STYLE, WORDING]);
        self.broken.remove(kind.file);
        if self.chance.one_in(4) {
            let _ = fs::remove_file(project.path(kind.file));
            return format!("remove {}", kind.file);
        }
        project.write(kind.file, &(kind.text)(&format!("mark-{}", self.chance.below(1000))));
        format!("write {}", kind.file)
    }

    fn break_one(&mut self, project: &Project) -> String {
        let file = if self.chance.one_in(3) { LAYOUT.file.to_owned() } else { self.some_file().1 };
        let Ok(text) = fs::read_to_string(project.path(&file)) else { return "nothing".to_owned() };
        self.broken.insert(file.clone(), text);
        let broken: [&str; 3] = ["", "---\ntitle: [\n", "{{ no.such }}{% block"];
        let text: &str = self.chance.pick::<&str>(&broken);
        project.write(&file, text);
        format!("break {file}")
    }

    fn mend_all(&mut self, project: &Project) {
        for (file, text) in std::mem::take(&mut self.broken) {
            project.write(&file, &text);
        }
    }
}
