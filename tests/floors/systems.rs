//! What holds on every system: Linux, macOS and Windows.

use std::path::Path;

use crate::words::Word;
use crate::{File, collect, nothing_breaks, read};

/// Programs that Windows has not, or that are another thing there.
const PROGRAMS: [&str; 18] = [
    "bash", "cat", "chmod", "cp", "kill", "ln", "mount", "mv", "nsenter", "prlimit", "rm", "sed",
    "setpriv", "sh", "touch", "umount", "unshare", "which",
];

/// All Rust of the repository.
pub fn all_files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["benches", "src", "tests", "xtask"] {
        collect(&root.join(folder), &mut paths);
    }
    paths.iter().map(|path| read(root, path)).collect()
}

/// The lines that are compiled on some systems alone, by their `cfg`: of a file all, else those of the item below it.
fn for_some(words: &[Word]) -> Vec<std::ops::RangeInclusive<usize>> {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let mut found = Vec::new();
    for at in 0..words.len() {
        let of_file = text(at + 1) == "!";
        let open = at + 1 + usize::from(of_file);
        if (text(at), text(open), text(open + 1)) != ("#", "[", "cfg") {
            continue;
        }
        let end = (open..words.len()).find(|at| text(*at) == "]").unwrap_or(open);
        let systems = ["unix", "windows", "target_os"];
        if !(open..end).any(|at| systems.contains(&text(at))) {
            continue;
        }
        if of_file {
            found.push(0..=usize::MAX);
            continue;
        }
        let mut depth = 0_usize;
        let last = (end + 1..words.len()).find(|at| {
            match text(*at) {
                "{" | "(" | "[" => depth += 1,
                "}" | ")" | "]" => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && ["}", ";"].contains(&text(*at))
        });
        found.push(words[at].line..=last.map_or(usize::MAX, |last| words[last].line));
    }
    found
}

/// The lines of a file that break a rule, but for those that some systems alone compile.
fn faults(file: &File, lines: impl Iterator<Item = (usize, String)>) -> Vec<String> {
    let for_some = for_some(&file.words);
    let is_held = |line: &usize| !for_some.iter().any(|lines| lines.contains(line));
    lines.filter(|(line, _)| is_held(line)).map(|(line, fault)| file.at(line, &fault)).collect()
}

/// Modules that a parent compiles on some systems alone.
fn is_for_some(file: &File, files: &[File]) -> bool {
    let Some((folder, name)) = file.path.trim_end_matches(".rs").rsplit_once('/') else {
        return false;
    };
    let parents = [format!("{folder}/mod.rs"), format!("{folder}/main.rs"), format!("{folder}.rs")];
    files.iter().filter(|file| parents.contains(&file.path)).any(|parent| {
        let for_some = for_some(&parent.words);
        parent.words.windows(3).any(|words| {
            (words[0].text.as_str(), words[1].text.as_str(), words[2].text.as_str())
                == ("mod", name, ";")
                && for_some.iter().any(|lines| lines.contains(&words[0].line))
        })
    })
}

#[track_caller]
fn nothing_is_for_some(rule: &str, found: impl Fn(&File) -> Vec<String>) {
    let files = all_files();
    assert!(files.len() > 100, "only {} files were found", files.len());
    let held = files.iter().filter(|file| !is_for_some(file, &files));
    let found: Vec<String> = held.flat_map(found).collect();
    assert!(found.is_empty(), "{rule}:\n  {}\n", found.join("\n  "));
}

#[test]
fn what_one_system_alone_has_stands_below_a_cfg() {
    nothing_is_for_some("a part of `std` that other systems have not", |file| {
        let systems = ["unix", "linux", "macos", "windows", "fd"];
        let paths = file.words.windows(3).filter(|words| {
            words[0].text == "os"
                && words[1].text == "::"
                && systems.contains(&words[2].text.as_str())
        });
        faults(file, paths.map(|words| (words[0].line, format!("`os::{}`", words[2].text))))
    });
}

#[test]
fn no_program_is_run_that_other_systems_have_not() {
    nothing_is_for_some("a program that Windows has not", |file| {
        let lines = (1..).zip(file.text.lines());
        let runs = lines.filter_map(|(line, text)| {
            let (_, rest) = text.split_once("Command::new(\"")?;
            let program = rest.split('"').next()?;
            PROGRAMS.contains(&program).then(|| (line, format!("runs `{program}`")))
        });
        faults(file, runs)
    });
}

#[test]
fn people_read_paths_as_everybody_writes_them() {
    nothing_breaks(
        "a path that is shown as its system writes it: `shown_path` is for that",
        |file| {
            if file.path == "src/source/shown_path.rs" {
                return vec![];
            }
            let shown = file.words.windows(3).filter(|words| {
                words[0].text == "." && words[1].text == "display" && words[2].text == "("
            });
            shown.map(|words| file.at(words[1].line, "`.display()`")).collect()
        },
    );
}

#[test]
fn a_checkout_has_the_same_bytes_on_every_system() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let said = std::fs::read_to_string(root.join(".gitattributes")).expect("it is there");
    assert!(said.lines().any(|line| line == "* text=auto eol=lf"), "{said}");
}

#[test]
fn the_rule_sees_what_is_for_one_system_and_what_is_not() {
    let lines = |text: &str| {
        let found = for_some(&crate::words::words(text));
        (1..=text.lines().count())
            .filter(|line| found.iter().any(|lines| lines.contains(line)))
            .collect::<Vec<_>>()
    };
    assert_eq!(lines("use a;\n#[cfg(unix)]\nfn f(x: [u8; 2]) {\n a;\n}\nfn g() {}"), [2, 3, 4, 5]);
    assert_eq!(
        lines("#[cfg(target_os = \"linux\")]\n#[test]\nfn f() {\n}\nfn g() {}"),
        [1, 2, 3, 4]
    );
    assert_eq!(lines("#[cfg(windows)]\nuse a::{b, c};\nuse d;"), [1, 2]);
    assert_eq!(lines("#[cfg(test)]\nmod tests {\n}"), []);
    assert_eq!(lines("//! a\n#![cfg(unix)]\nfn f() {}"), [1, 2, 3]);
}
