//! What a build writes when the folder has a site already.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use testkit::chance::Chance;
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

/// What only a build says that takes the word of the one before.
const MARK: &str = "as it was";

/// What is kept of the last build: nothing while a source was written just now.
fn kept(project: &Project) -> Option<PathBuf> {
    let own = fs::read_dir(project.path(".twohats")).ok()?;
    let mut own = own.map(|entry| entry.expect("it can be listed").path());
    own.find(|path| path.extension().is_some_and(|end| end == "json"))
}

/// Builds until all that was written is old enough to be trusted, and puts a mark into what is kept then.
fn settle(project: &Project) {
    let is_settled = || {
        project.build();
        let Some(path) = kept(project) else { return false };
        let text = fs::read_to_string(&path).expect("it is text");
        let mut value: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        value["said"] = serde_json::json!([MARK, MARK]);
        fs::write(path, value.to_string()).expect("it is written");
        !value["site"].is_null()
    };
    let start = Instant::now();
    while !is_settled() {
        assert!(start.elapsed() < Duration::from_mins(1), "it is never settled");
    }
}

/// Writes over a text another of the same length, and gives the file the time that it had.
fn forge(path: &Path, old: &str, new: &str) {
    let time = fs::metadata(path).and_then(|about| about.modified()).expect("it has a time");
    let text = fs::read_to_string(path).expect("it is text");
    assert!(text.contains(old) && old.len() == new.len());
    fs::write(path, text.replace(old, new)).expect("it is written");
    let file = fs::File::options().write(true).open(path).expect("it opens");
    file.set_modified(time).expect("a time can be set");
}

/// What happens, whether a build may then take the word of the last one, and how it happens.
type Case = (&'static str, bool, fn(&Project));

/// What may happen between two builds.
const BETWEEN: [Case; 9] = [
    ("nothing", true, |_| {}),
    ("a foreign file beside ours", true, |project| project.write("public/theirs.txt", "Theirs")),
    ("a source that has its old size and time", false, |project| {
        forge(&project.path("content/scenarios/late.yaml"), "happens", "appears");
    }),
    ("a file of the site that has its old size and time", false, |project| {
        forge(&project.path("public/index.html"), "</html>", "</HTML>");
    }),
    ("a lost file of the site", false, |project| project.remove("public/404.html")),
    ("a lost list", false, |project| project.remove("public/.twohats/manifest.json")),
    ("a page in a place that is not read", false, |project| {
        project.write("content/.hidden/scenarios/new.yaml", "title: New\n");
    }),
    ("a new page", false, |project| project.write("content/guidance/new.md", "# New\n")),
    ("ids that were published", false, |project| {
        let ids = fs::read_to_string(project.path("public/template-ids.json")).expect("a list");
        project.write("template-ids.json", &ids);
    }),
];

#[test]
fn a_build_takes_the_word_of_the_last_one_only_when_nothing_at_all_has_changed() {
    let projects = BETWEEN.map(|case| (case, Project::small()));
    for ((what, is_same, change), project) in projects {
        settle(&project);
        change(&project);
        let run = project.run(&["build"]);
        assert_eq!(run.err.contains(MARK), is_same, "{what}: {}", run.err);
        let told = project.run(&["build", "--site-url", "https://example.org/"]);
        assert!(!told.err.contains(MARK), "{what}, and told something: {}", told.err);
    }
}

/// What else may make another site in the same folder.
const OTHERS: [&[&str]; 4] = [
    &["build", "--output", "public", "--drafts"],
    &["build", "--output", "public", "--noindex"],
    &["build", "--output", "public", "--site-url", "https://example.org/"],
    &["build", "--output", "public", "--part", "1/2"],
];

#[test]
fn what_another_build_has_made_in_the_folder_is_not_taken_for_ones_own() {
    let draft = testkit::scenario("Not ready") + "draft: true\n";
    let project = Project::small().file("content/scenarios/not-ready.yaml", &draft);
    let site = project.build();
    // Older than what could still change without a sign.
    let start = Instant::now();
    while kept(&project).is_none() {
        assert!(start.elapsed() < Duration::from_mins(1), "nothing is ever kept");
        project.build();
    }
    for other in OTHERS {
        assert_eq!(project.run(other).code, 0);
        assert_ne!(tree(&project.path("public")), site, "{other:?}");
        assert!(project.build() == site, "after {other:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_of_the_site_that_has_become_a_link_is_seen() {
    let project = Project::small();
    settle(&project);
    let (folder, elsewhere) = (project.path("public/scenarios"), project.path("elsewhere"));
    fs::rename(&folder, &elsewhere).expect("it is moved");
    std::os::unix::fs::symlink(&elsewhere, &folder).expect("a link is made");
    let run = project.run(&["build"]);
    assert!(!run.err.contains(MARK), "{}", run.err);
    assert_eq!(run.code, 2, "{}", run.err);
}

#[test]
fn what_a_build_had_to_say_the_next_one_says_too() {
    let project =
        Project::small().file("content/guidance/alone.md", "# Nobody leads here\n\nText.\n");
    project.write("content/scenarios/typo.yml", "no page\n");
    let said = |run: testkit::Run| {
        run.err.lines().filter(|line| !line.starts_with("built ")).collect::<Vec<_>>().join("\n")
    };
    let first = said(project.run(&["build"]));
    assert!(first.contains("warning"), "{first}");
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(4) {
        assert_eq!(said(project.run(&["build"])), first);
    }
}

/// Where it is kept what pictures were drawn of.
const DRAWN: &str = ".twohats/drawn.txt";

/// A book whose pages have pictures beside links, under names that begin with these numbers.
fn with_pictures(scenarios: usize) -> Project {
    let all = (0..scenarios).map(|number| (path_of(number), testkit::scenario(&title(number))));
    Book::new().file("book.toml", PICTURED).files(all).on_disk()
}

const PICTURED: &str = "[book]\ntitle = \"Pictured\"\nsite_url = \"https://example.org/\"\n";

fn path_of(number: usize) -> String {
    format!("content/scenarios/s{number}.yaml")
}

fn title(number: usize) -> String {
    format!("Somebody is late for the {number}. time")
}

#[test]
fn a_picture_is_drawn_again_only_where_what_it_shows_has_changed() {
    let project = with_pictures(3);
    project.build();
    // What is not drawn again stays as it is, if the note has its hash.
    let (picture, other) = ("public/social/scenarios/s1.png", b"drawn by somebody else");
    let hash = |bytes: &[u8]| blake3::hash(bytes).to_hex().to_string();
    let before = fs::read(project.path(picture)).expect("it was drawn");
    let note = fs::read_to_string(project.path(DRAWN)).expect("it is kept");
    project.write(DRAWN, &note.replace(&hash(&before), &hash(other)));
    fs::write(project.path(picture), other).expect("it is written");
    project.write(&path_of(0), &testkit::scenario("Somebody else is late"));
    assert_eq!(project.build()["social/scenarios/s1.png"], other);
    project.write(&path_of(1), &testkit::scenario("Nobody is late any more"));
    assert_ne!(project.build()["social/scenarios/s1.png"], other);
}

/// A PNG of four pixels by two, all of this colour.
fn logo(colour: [u8; 3]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 4, 2);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().expect("it is written");
    writer.write_image_data(&colour.repeat(8)).expect("eight pixels");
    writer.finish().expect("it is whole");
    file
}

/// Gives a book of pictures a logo of this colour, under the name that another one may have had.
fn with_logo(project: &Project, colour: [u8; 3]) {
    project.write("book.toml", &format!("{PICTURED}\n[look]\nlogo = \"brand/logo.png\"\n"));
    fs::create_dir_all(project.path("content/brand")).expect("it can be made");
    fs::write(project.path("content/brand/logo.png"), logo(colour)).expect("it is written");
}

#[test]
fn a_logo_that_is_exchanged_under_its_name_is_on_the_pictures_of_the_next_build() {
    let project = with_pictures(1);
    let picture = |colour| {
        with_logo(&project, colour);
        project.build()["social/scenarios/s0.png"].clone()
    };
    let red = picture([200, 0, 0]);
    assert!(red != picture([0, 90, 200]), "it is the logo of before");
    assert!(red == picture([200, 0, 0]), "it is not the logo of now");
}

/// What happens between two builds, to a book of pictures.
fn happens(project: &Project, chance: &mut Chance, scenarios: usize) -> String {
    let (one, other) = (chance.below(scenarios), chance.below(scenarios));
    let read = |path: &str| fs::read_to_string(project.path(path)).unwrap_or_default();
    let picture = |number: usize| format!("public/social/scenarios/s{number}.png");
    match chance.below(14) {
        0..3 => {
            let title = format!("Another {} title", chance.below(1_000));
            project.write(&path_of(one), &testkit::scenario(&title));
            format!("{one} is called otherwise")
        }
        3 => {
            let (a, b) = (read(&path_of(one)), read(&path_of(other)));
            project.write(&path_of(one), &b);
            project.write(&path_of(other), &a);
            format!("{one} and {other} change places")
        }
        4 => {
            let colour = ["#2457a6", "#7a3b8f", "#0b6b50"][chance.below(3)];
            let book = format!("{PICTURED}\n[look]\nleader = \"{colour}\"\n");
            project.write("book.toml", if chance.one_in(3) { PICTURED } else { &book });
            "colours".to_owned()
        }
        5 => {
            let book = PICTURED.replace("Pictured", ["One", "Two"][chance.below(2)]);
            project.write("book.toml", &book);
            "the name of the book".to_owned()
        }
        6 => {
            let draft = testkit::scenario(&title(one)) + "draft: true\n";
            let is_draft = chance.one_in(2);
            project.write(
                &path_of(one),
                &if is_draft { draft } else { testkit::scenario(&title(one)) },
            );
            format!("{one} is a draft, or none")
        }
        7 => {
            let _ = fs::remove_file(project.path(&picture(one)));
            format!("the picture of {one} is lost")
        }
        8 => {
            let _ = fs::remove_file(project.path(DRAWN));
            "the note is lost".to_owned()
        }
        9 => {
            let note = read(DRAWN);
            project.write(DRAWN, note.get(..chance.below(note.len() + 1)).unwrap_or_default());
            "the note is cut".to_owned()
        }
        10 => {
            // Each line has the number of another.
            let note = read(DRAWN);
            let lines: Vec<(&str, &str)> =
                note.lines().filter_map(|line| line.split_once(' ')).collect();
            let turned = lines.iter().zip(lines.iter().cycle().skip(1));
            let turned = turned.map(|((_, hash), (of, _))| format!("{of} {hash}\n"));
            // A note of another program is heeded by none.
            project.write(DRAWN, &("another program\n".to_owned() + &turned.collect::<String>()));
            "the note is another program's".to_owned()
        }
        11 => {
            let colour = [[200, 0, 0], [0, 90, 200], [0, 200, 90]][chance.below(3)];
            with_logo(project, colour);
            "another logo under one name".to_owned()
        }
        12 => {
            let _ = fs::remove_dir_all(project.path("public"));
            "the site is gone".to_owned()
        }
        _ => {
            let wording = "[kinds]\nscenarios = \"Cases\"\n";
            project.write("themes/own/wording/en.toml", wording);
            let book = format!("{PICTURED}theme = \"own\"\n");
            project.write("book.toml", if chance.one_in(2) { PICTURED } else { &book });
            "words of a theme".to_owned()
        }
    }
}

#[test]
fn pictures_after_any_change_are_those_that_a_build_from_nothing_draws() {
    const SCENARIOS: usize = 4;
    let edits = std::env::var("TWOHATS_EDITS").ok().and_then(|edits| edits.parse().ok());
    let (project, mut chance) = (with_pictures(SCENARIOS), Chance::new(7));
    for edit in 0..edits.unwrap_or(12) {
        let what = happens(&project, &mut chance, SCENARIOS);
        let again = project.run(&["build"]);
        let fresh = project.path(&format!("fresh-{edit}"));
        let cold = project.run(&["build", "--output", &fresh.to_string_lossy()]);
        assert_eq!((again.code, cold.code), (0, 0), "{edit}, {what}: {} {}", again.err, cold.err);
        // Styles and scripts of before stay for a while.
        let mut site = tree(&project.path("public"));
        site.retain(|path, _| !path.starts_with("assets/") || fresh.join(path).exists());
        assert!(site == tree(&fresh), "{edit}: {what}");
        fs::remove_dir_all(fresh).expect("it can be removed");
    }
}
