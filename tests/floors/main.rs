//! Holds the house rules of `ARCHITECTURE.md`: imports point down, each outside crate has one home, files
//! stay small and say what they are for. Rules are read off the text of `src/`, so that they hold for
//! code behind a feature too. This file must not know what any room does.
//!
//! A rule is changed here and in `ARCHITECTURE.md` in one commit, never to make a red test green.

mod circles;
mod licences;
mod rust;
mod systems;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use circles::Needs;
use words::{Word, path_starts, paths_from_root, words};

/// The rooms by floor, from the ground up. `main.rs` and `lib.rs` stand on the roof.
const FLOORS: [&[&str]; 13] = [
    &["source", "web"],
    &["edit"],
    &["diagnostic", "pointing"],
    &["markdown", "tree"],
    &["model"],
    &["schema", "font"],
    &["load", "check", "links", "social_image", "export", "search", "theme"],
    &["amend", "plan", "rename", "report", "scaffold", "translate"],
    &["render"],
    &["build", "in_place"],
    &["lsp", "preview", "publish"],
    &["verify"],
    &["cli"],
];
const ROOF: usize = FLOORS.len();

/// Outside crates and the rooms that may name them. A crate that is not here may be used anywhere.
const HOMES: [(&str, &[&str]); 40] = [
    ("ab_glyph_rasterizer", &["font"]),
    ("ammonia", &["markdown"]),
    ("annotate_snippets", &["diagnostic"]),
    ("anstream", &["cli"]),
    ("axum", &["preview"]),
    ("blake3", &["edit", "publish", "social_image"]),
    ("chrono", &["source"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("crc32fast", &["export"]),
    ("csscolorparser", &["theme"]),
    ("cssparser", &["theme"]),
    ("flate2", &["scaffold"]),
    ("fnv", &["model", "plan", "search"]),
    ("futures_util", &["preview"]),
    ("icu_collator", &["model"]),
    ("icu_locale_core", &["model"]),
    ("html5ever", &["build"]),
    ("include_dir", &["theme"]),
    ("indicatif", &["cli"]),
    ("mimalloc", &["main"]),
    ("mime_guess", &["web"]),
    ("notify", &["preview"]),
    ("open", &["cli"]),
    ("pdf_writer", &["export"]),
    ("png", &["social_image"]),
    ("percent_encoding", &["model"]),
    ("pulldown_cmark", &["markdown"]),
    ("rustls", &["web"]),
    ("serde_yaml", &["tree"]),
    ("stop_words", &["search"]),
    ("skrifa", &["font"]),
    ("subsetter", &["font"]),
    ("tera", &["render"]),
    ("tokio", &["preview"]),
    ("toml", &["tree"]),
    ("unicode_normalization", &["export", "markdown", "search"]),
    ("ureq", &["web"]),
    ("url", &["lsp", "web"]),
    ("walkdir", &["source"]),
];

/// The most lines that a file may have.
const LINES: usize = 400;

/// A file of `src/`.
struct File {
    /// Below the repository's root, with `/`.
    path: String,
    /// The folder or file of `src/` that it belongs to: `plan`, `cli`, `main`, `lib`.
    room: String,
    text: String,
    words: Vec<Word>,
}

impl File {
    fn at(&self, line: usize, fault: &str) -> String {
        format!("{}:{line}: {fault}", self.path)
    }

    /// How many modules deep the file is: `lib.rs` 0, `plan/mod.rs` 1, `plan/menu.rs` 2.
    fn depth(&self) -> usize {
        let module = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        let module = module.trim_end_matches("/mod");
        match module {
            "main" | "lib" => 0,
            _ => module.split('/').count(),
        }
    }
}

fn floor(room: &str) -> Option<usize> {
    match room {
        "main" | "lib" => Some(ROOF),
        _ => FLOORS.iter().position(|rooms| rooms.contains(&room)),
    }
}

#[test]
fn every_room_has_a_floor() {
    let homeless = |file: &File| match floor(&file.room) {
        Some(_) => vec![],
        None => {
            vec![file.at(1, &format!("`{}` is on no floor in tests/floors/main.rs", file.room))]
        }
    };
    nothing_breaks("a room that the plan does not know", homeless);
}

#[test]
fn imports_point_down() {
    nothing_breaks("an import that does not point down", |file| {
        let Some(own) = floor(&file.room) else {
            return vec![];
        };
        let climbs =
            |room: &str| room != file.room && own < ROOF && floor(room).unwrap_or(ROOF) >= own;
        paths_from_root(&file.words, file.depth())
            .into_iter()
            .filter(|(_, room)| climbs(room))
            .map(|(line, room)| file.at(line, &format!("`{}` imports `{room}`", file.room)))
            .collect()
    });
}

#[test]
fn no_two_files_of_a_room_need_each_other() {
    let files = files();
    let files = files.iter().filter(|file| file.room != "main");
    let below = |path| str::trim_start_matches(path, "src/");
    let files = files.map(|file| (below(file.path.as_str()), file.words.as_slice()));
    let circles = Needs::of(files).circles();
    assert!(circles.is_empty(), "files that need each other:\n  {}\n", circles.join("\n  "));
}

/// The rooms that may touch the disk: one reads the project, one writes its sources, one writes the output.
const DOORS: [&str; 3] = ["edit", "publish", "source"];

#[test]
fn only_the_doors_touch_the_disk() {
    nothing_breaks("a room that touches the disk", |file| {
        if DOORS.contains(&file.room.as_str()) {
            return vec![];
        }
        let touches =
            |pair: &&[Word]| pair[0].text == "fs" && ["::", ";"].contains(&&*pair[1].text);
        let found = file.words.windows(2).filter(touches).map(|pair| pair[0].line);
        found.map(|line| file.at(line, "touches the disk")).collect()
    });
}

#[test]
fn every_outside_crate_has_one_home() {
    nothing_breaks("a crate away from home", |file| {
        let strays = |outside: &str| {
            let home = HOMES.iter().find(|(name, _)| *name == outside);
            home.is_some_and(|(_, rooms)| !rooms.contains(&file.room.as_str()))
        };
        path_starts(&file.words)
            .filter(|word| strays(&word.text))
            .map(|word| file.at(word.line, &format!("`{}` is not for `{}`", word.text, file.room)))
            .collect()
    });
}

#[test]
fn only_the_command_prints_or_exits() {
    const PRINTS: [&str; 5] = ["print", "println", "eprint", "eprintln", "dbg"];
    nothing_breaks("printing or exiting outside cli/ and main.rs", |file| {
        if ["cli", "main"].contains(&file.room.as_str()) {
            return vec![];
        }
        let speaks = |pair: &[Word]| PRINTS.contains(&&*pair[0].text) && pair[1].text == "!";
        let leaves = |way: &[Word]| {
            way[0].text == "process"
                && way[1].text == "::"
                && ["exit", "abort"].contains(&&*way[2].text)
        };
        let mut lines: Vec<usize> =
            file.words.windows(2).filter(|pair| speaks(pair)).map(|pair| pair[0].line).collect();
        lines.extend(file.words.windows(3).filter(|way| leaves(way)).map(|way| way[0].line));
        lines.into_iter().map(|line| file.at(line, "prints or exits")).collect()
    });
}

#[test]
fn nothing_is_unsafe() {
    nothing_breaks("`unsafe`", |file| {
        let found = file.words.iter().filter(|word| word.text == "unsafe");
        found.map(|word| file.at(word.line, "`unsafe`")).collect()
    });
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    nothing_breaks("a file that does not open with `//!`", |file| {
        let says = file.text.starts_with("//! ");
        if says { vec![] } else { vec![file.at(1, "opens without `//! `")] }
    });
}

#[test]
fn no_file_is_too_long_for_one_subject() {
    nothing_breaks("a file with a second subject in it", |file| {
        let lines = file.text.lines().count();
        let long = lines > LINES;
        if long { vec![file.at(lines, &format!("{lines} lines, at most {LINES}"))] } else { vec![] }
    });
}

#[test]
fn no_file_is_a_drawer_for_odds_and_ends() {
    const DRAWERS: [&str; 6] = ["util", "utils", "helper", "helpers", "common", "misc"];
    nothing_breaks("a file named after nothing", |file| {
        let mut names = file.path.trim_end_matches(".rs").split('/');
        let drawer = names.any(|name| DRAWERS.contains(&name));
        if drawer { vec![file.at(1, "name it after its subject")] } else { vec![] }
    });
}

#[test]
fn what_finds_a_fault_is_called_as_its_rule() {
    nothing_breaks("a rule that is found in a file of another name", |file| {
        let Some((folder, name)) = file.path.rsplit_once('/') else { return vec![] };
        let name = name.trim_end_matches(".rs");
        if !["src/check", "src/load/advice"].contains(&folder) {
            return vec![];
        }
        let told = file.words.windows(3).filter(|words| words[0].text == "rules");
        let told: Vec<&Word> = told.map(|words| &words[2]).collect();
        let strays = !told.is_empty() && told.iter().all(|rule| rule.text != name);
        if strays {
            vec![file.at(told[0].line, &format!("tells of `{}`", told[0].text))]
        } else {
            vec![]
        }
    });
}

/// Asserts that no file of `src/` breaks a rule, and lists every place that does.
#[track_caller]
fn nothing_breaks(rule: &str, faults: impl Fn(&File) -> Vec<String>) {
    let files = files();
    assert!(!files.is_empty(), "src/ holds no Rust file");
    let found: Vec<String> = files.iter().flat_map(faults).collect();
    assert!(found.is_empty(), "{rule}, {} times:\n  {}\n", found.len(), found.join("\n  "));
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join("src"), &mut paths);
    paths.sort();
    paths.iter().map(|path| read(root, path)).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src/ can be listed") {
        let path = entry.expect("src/ can be listed").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn read(root: &Path, path: &Path) -> File {
    let below = path.strip_prefix(root).expect("it was found below the root");
    let path_name = below.to_string_lossy().replace('\\', "/");
    let room = path_name.trim_start_matches("src/").split('/').next();
    let room = room.expect("split gives one part at least").trim_end_matches(".rs");
    let text = fs::read_to_string(path).expect("a source file is UTF-8");
    File { room: room.to_owned(), words: words(&text), path: path_name.clone(), text }
}
