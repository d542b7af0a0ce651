//! A program that saves is killed at any moment: every file is whole, what it said is kept, and all is taken back.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use testkit::chance::Chance;
use twohats::edit::{Edit, Edits};
use twohats::source::Source;

use crate::journal::{at, open};

/// How many saves a project gets.
const SAVES: usize = 200;

/// After how many saves at the most the program is killed.
const IN_A_ROW: usize = 25;

/// Those of the first saves, of each kind one, and of some more.
const RENAMES: usize = 16;

/// By these the helper is told where to save, and from which save on.
const FOLDER: &str = "TWOHATS_KILLED_FOLDER";
const FROM: &str = "TWOHATS_KILLED_FROM";

/// The files of a project, each with its bytes.
type Files = BTreeMap<String, Vec<u8>>;

/// A text in which each line is the same, so that one that is torn is seen.
fn text(number: usize) -> Vec<u8> {
    format!("title: {number}\n").repeat(2_000).into_bytes()
}

/// Where the file that moves is after so many moves.
fn moving(moves: usize) -> &'static str {
    if moves.is_multiple_of(2) { "content/r.yaml" } else { "content/deep/r.yaml" }
}

/// What a save does to the files.
fn step(number: usize, files: &mut Files) {
    let [made, gone] = [number, number.saturating_sub(2)].map(|at| format!("content/m-{at}.png"));
    let written = match number % 8 {
        2 => vec!["content/a.yaml", "content/b.yaml"],
        3 => vec![made.as_str()],
        5 => {
            files.remove(&gone);
            Vec::new()
        }
        7 => {
            files.remove(moving(number / 8));
            vec!["content/b.yaml", moving(number / 8 + 1)]
        }
        _ => vec!["content/a.yaml"],
    };
    files.extend(written.into_iter().map(|name| (name.to_owned(), text(number))));
}

/// The files before any save.
fn first() -> Files {
    let names = ["content/a.yaml", "content/b.yaml", moving(0)];
    names.map(|name| (name.to_owned(), text(0))).into()
}

/// The files after so many saves.
fn after(saves: usize) -> Files {
    let mut files = first();
    (1..=saves).for_each(|number| step(number, &mut files));
    files
}

/// The files that are there, but for those that were never put in place.
fn there(root: &Path) -> Files {
    let tree = testkit::tree(&root.join("content")).into_iter();
    let files = tree.map(|(path, bytes)| (format!("content/{path}"), bytes));
    files.filter(|(path, _)| !path.ends_with(".twohats-new")).collect()
}

/// Makes the saves from one on, and says each that is done.
fn save(root: &Path, from: usize) {
    let mut journal = open(root);
    let mut before = after(from - 1);
    for number in from..=SAVES {
        let mut now = before.clone();
        step(number, &mut now);
        let time = at(number as u64);
        let edit = |name: &str| {
            let text = |files: &Files| String::from_utf8(files[name].clone()).expect("it is text");
            let source = Arc::new(Source::new(name, &text(&before)));
            let end = source.text().len();
            Edit::new(&source, 0..end, String::from_utf8(self::text(number)).expect("it is text"))
        };
        let edits = |names: &[&str]| Edits {
            texts: names.iter().map(|name| edit(name)).collect(),
            ..Edits::default()
        };
        let done = match number % 8 {
            2 => journal.write(&edits(&["content/a.yaml", "content/b.yaml"]), time),
            3 => journal.make(&format!("content/m-{number}.png"), &text(number), time),
            5 => journal.remove(&format!("content/m-{}.png", number - 2), time),
            7 => {
                let [old, new] = [0, 1].map(|one| moving(number / 8 + one).to_owned());
                let mut edits = edits(&["content/b.yaml", &old]);
                edits.moves = vec![(old, new)];
                journal.write(&edits, time)
            }
            _ => journal.write(&edits(&["content/a.yaml"]), time),
        };
        done.expect("it is saved");
        println!("saved {number}");
        before = now;
    }
}

#[test]
#[ignore = "it is the program that the other test kills; alone it does nothing"]
fn helper() {
    if let (Ok(folder), Ok(from)) = (env::var(FOLDER), env::var(FROM)) {
        save(Path::new(&folder), from.parse().expect("it is a number"));
    }
}

/// The helper, or what runs it, told where to save and from which save on.
fn helper_in(root: &Path, from: usize, through: &[&str]) -> Command {
    let ours = env::current_exe().expect("this test is a program");
    let mut command = match through {
        [] => Command::new(&ours),
        [program, arguments @ ..] => {
            let mut command = Command::new(program);
            command.args(arguments).arg(&ours);
            command
        }
    };
    command.args(["killed::helper", "--exact", "--ignored", "--nocapture"]);
    command.env(FOLDER, root).env(FROM, from.to_string()).stdout(Stdio::piped());
    command
}

/// The saves that the helper says; the first line stands behind what the harness says.
fn said(output: impl Read) -> impl Iterator<Item = usize> {
    let lines = BufReader::new(output).lines().map_while(Result::ok);
    lines.filter_map(|line| line.split_once("saved ")?.1.parse().ok())
}

/// Lets the helper save until it said so many saves and a little longer, and kills it. Gives the last that it said.
fn kill(root: &Path, from: usize, saves: usize, longer: Duration) -> usize {
    let mut helper = helper_in(root, from, &[]).spawn().expect("it starts");
    let mut numbers = said(helper.stdout.take().expect("it was asked for"));
    let last = numbers.by_ref().take(saves).last().unwrap_or(from - 1);
    let reached = Instant::now();
    while reached.elapsed() < longer {
        std::hint::spin_loop();
    }
    helper.kill().expect("it can be killed");
    helper.wait().expect("it ends");
    numbers.last().unwrap_or(last)
}

fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    fs::create_dir(folder.path().join("content")).expect("it is made");
    for (name, bytes) in first() {
        fs::write(folder.path().join(name), bytes).expect("it is written");
    }
    folder
}

/// How many saves are in the files of a project in which so many were said, and whether one more was cut short.
#[track_caller]
fn found(root: &Path, said: usize) -> (usize, bool) {
    let [one, next] = [said, said + 1].map(after);
    let left = there(root);
    for (path, bytes) in &left {
        let is_whole = one.values().chain(next.values()).any(|whole| whole == bytes);
        assert!(is_whole, "after {said}: {path} is torn or strange, {} bytes", bytes.len());
    }
    // Whatever is asked next, a save that was cut short is taken back first.
    assert!(!open(root).undo("content/none", at(0)).expect("it can be asked"));
    let mended = there(root);
    assert!(mended == one || mended == next, "after {said}: {:?}", mended.keys());
    (if mended == one { said } else { said + 1 }, mended != left)
}

#[track_caller]
fn take_all_back(root: &Path) {
    let (_, errors) = open(root).undo_since(at(0), at(999));
    assert!(errors.is_empty(), "{errors:?}");
    assert!(there(root) == first(), "{:?}", there(root).keys());
    let left = fs::read_dir(root.join("content")).expect("it can be listed");
    assert_eq!(left.count(), first().len(), "an empty folder or a new file is left");
}

#[test]
fn whenever_it_is_killed_every_save_that_was_said_is_kept_and_all_are_taken_back() {
    let mut chance = Chance::new(21);
    let folder = project();
    let root = folder.path();
    let (mut done, mut kills) = (0, 0);
    while done < SAVES {
        let longer = Duration::from_micros(chance.below(12_000) as u64);
        let said = kill(root, done + 1, chance.below(IN_A_ROW), longer);
        (done, _) = found(root, said);
        kills += 1;
    }
    take_all_back(root);
    println!("tally: kills of saves: {kills}");
}

#[test]
fn killed_before_any_file_gets_its_name_a_save_is_whole_or_taken_back() {
    let may = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).status();
    if !may.is_ok_and(|status| status.success()) {
        println!("left out: no strace that may look at programs");
        return;
    }
    let mut cut_short = 0;
    for rename in 1..=RENAMES {
        let folder = project();
        let root = folder.path();
        let inject = format!("inject=/^rename:signal=KILL:when={rename}");
        let strace =
            ["strace", "-qq", "-f", "-o", "/dev/null", "-e", "trace=/^rename", "-e", &inject];
        let output = helper_in(root, 1, &strace).output().expect("it runs");
        let (_, was_cut) = found(root, said(&*output.stdout).last().unwrap_or(0));
        cut_short += u32::from(was_cut);
        take_all_back(root);
    }
    println!("tally: saves cut short: {cut_short}");
    assert!(cut_short > 0, "none of {RENAMES} kills fell into a save");
}
