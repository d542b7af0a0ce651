//! `cargo bench`: each stage of a build alone, on a book of 300 scenarios that was never on a disk.

use std::path::Path;
use std::sync::Arc;

use divan::Bencher;
use tempfile::TempDir;
use testkit::corpus;
use twohats::build::{Memory, Options, build};
use twohats::check::{Checked, check};
use twohats::diagnostic::Noted;
use twohats::load::{self, load};
use twohats::markdown::{Extent, Html, Writing};
use twohats::model::{Drafts, Playbook};
use twohats::plan::{Destination, LastLogo, plan};
use twohats::publish::publish;
use twohats::render::Site;
use twohats::source::{Source, Sources, Span};
use twohats::theme::theme;
use twohats::tree::parse_yaml;

const SCENARIOS: usize = 300;

fn main() {
    divan::main();
}

fn sources() -> Sources {
    let files: Vec<(String, String)> = corpus::files(SCENARIOS).collect();
    Sources::in_memory(files.iter().map(|(path, text)| (path.as_str(), text)))
}

fn site() -> Site {
    build(&sources(), &Options::default(), &mut Memory::default())
        .value
        .expect("the measured book is good")
}

fn loaded(sources: &Sources, memory: &mut load::Memory) -> Noted<Playbook> {
    load(sources, Drafts::LeftOut, memory)
}

fn checked(loaded: Noted<Playbook>) -> Noted<Option<Checked>> {
    check(loaded, Noted::new(None, Vec::new()), None)
}

/// One scenario.
#[divan::bench]
fn yaml(bencher: Bencher<'_, '_>) {
    let source = Arc::new(Source::new("a.yaml", &corpus::scenario(7, "Late", SCENARIOS)));
    bencher.bench(|| parse_yaml(&source));
}

/// One guide.
#[divan::bench]
fn markdown(bencher: Bencher<'_, '_>) {
    let text = corpus::guide(7, SCENARIOS);
    let source = Arc::new(Source::new("a.md", &text));
    let place = |range| Span::new(&source, range);
    let writing = Writing {
        text: &text,
        extent: Extent::Document,
        html: Html::Clean,
        prefix: "",
        title: None,
        place: &place,
    };
    bencher.bench_local(|| twohats::markdown::read(&writing));
}

/// The whole book, from its texts.
#[divan::bench]
fn load_all(bencher: Bencher<'_, '_>) {
    let sources = sources();
    bencher.bench(|| loaded(&sources, &mut load::Memory::default()));
}

/// The whole book, when one file is another one: what the preview does at each save.
#[divan::bench]
fn load_again(bencher: Bencher<'_, '_>) {
    let sources = sources();
    let mut memory = load::Memory::default();
    drop(loaded(&sources, &mut memory));
    bencher.bench_local(|| loaded(&sources, &mut memory));
}

#[divan::bench]
fn check_all(bencher: Bencher<'_, '_>) {
    let sources = sources();
    let inputs = || loaded(&sources, &mut load::Memory::default());
    bencher.with_inputs(inputs).bench_values(checked);
}

#[divan::bench]
fn plan_all(bencher: Bencher<'_, '_>) {
    let sources = sources();
    let inputs = || {
        let loaded = loaded(&sources, &mut load::Memory::default());
        let theme = theme(&sources, &loaded.value.book).value;
        (checked(loaded).value.expect("the measured book is good"), theme)
    };
    bencher.with_inputs(inputs).bench_values(|(checked, theme)| {
        plan(checked, theme, &Destination::default(), LastLogo::default())
    });
}

/// One page of each sort.
#[divan::bench(args = [
    "index.html",
    "scenarios/s7.html",
    "guidance/g7.html",
    "templates/t7.html",
    "templates/t7.pdf",
    "scenarios/index.html",
    "topics/topic-7.html",
    "social/scenarios/s7.png",
])]
fn render(bencher: Bencher<'_, '_>, path: &str) {
    let site = site();
    bencher.bench(|| site.render(path).expect("the site has this page"));
}

/// All files of the site into an empty folder.
#[divan::bench(sample_count = 10)]
fn publish_new(bencher: Bencher<'_, '_>) {
    let site = site();
    let empty = || TempDir::new().expect("a folder for the site");
    bencher.with_inputs(empty).bench_values(|folder| {
        publish_into(&site, folder.path());
        folder
    });
}

/// All files of the site into a folder that has them all.
#[divan::bench(sample_count = 10)]
fn publish_again(bencher: Bencher<'_, '_>) {
    let site = site();
    let folder = TempDir::new().expect("a folder for the site");
    publish_into(&site, folder.path());
    bencher.bench(|| publish_into(&site, folder.path()));
}

fn publish_into(site: &Site, folder: &Path) {
    let project = folder.join("book");
    std::fs::create_dir_all(&project).expect("a folder for the book");
    publish((site, None), &sources(), None, (&project, &folder.join("site")), &|_, _| ())
        .expect("the site can be published");
}
