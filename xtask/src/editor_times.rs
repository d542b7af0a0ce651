//! `cargo xtask editor-times`: how long a change of a text takes until an editor is told what is wrong, at several sizes of
//! book, and what memory the server holds meanwhile.

use std::ffi::OsString;
use std::fs;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use testkit::corpus as text;
use testkit::editor::{Editor, position};

use crate::corpus::Corpus;
use crate::settings::Settings;

/// After so many changes somebody thinks, and the finished site is looked at.
const THINKS: usize = 50;

/// The words in which letters are typed.
const WORDS: &str = "summary: ";

/// Measures, and prints a table.
pub fn run(arguments: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    let settings = Settings::read(arguments, "editor-times", ("--changes", 2000))?;
    println!(
        "{:>9}  {:>7}  {:>7}  {:>7}  {:>7}  memory early and late",
        "scenarios", "changes", "median", "p95", "max"
    );
    for &size in &settings.sizes {
        let corpus = Corpus::make(size)?;
        let mut command = Command::new(&settings.program);
        command.arg("lsp").current_dir(corpus.folder());
        let mut editor = Editor::of(command, corpus.folder(), &Value::Null);
        let (mut times, early) = typed(&mut editor, size, settings.times);
        let late = memory(&editor);
        times.sort();
        let shown = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1000.0);
        let (Some(&most), count) = (times.last(), times.len()) else { continue };
        println!(
            "{size:>9}  {count:>7}  {:>7}  {:>7}  {:>7}  {early} MiB, {late} MiB",
            shown(times[count / 2]),
            shown(times[count * 95 / 100]),
            shown(most),
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Types letters into a scenario, one after another. Gives how long each took until it was told, and the memory after some.
fn typed(editor: &mut Editor, size: usize, changes: usize) -> (Vec<Duration>, u64) {
    let number = size / 2;
    let path = text::scenario_path(number);
    let mut now = text::scenario(number, "A scenario", size);
    editor.open(&path, &now);
    editor.until_told(&path);
    let start = now.find(WORDS).expect("a scenario has a summary") + WORDS.len();
    let (mut times, mut early) = (Vec::with_capacity(changes), 0);
    for change in 0..changes {
        // A word of ten letters comes and goes again.
        let (from, to, piece) =
            if change / 10 % 2 == 0 { (start, start, "x") } else { (start, start + 1, "") };
        let range = json!({"start": position(&now, from), "end": position(&now, to)});
        now.replace_range(from..to, piece);
        let begun = Instant::now();
        editor.change_parts(&path, &json!([{"range": range, "text": piece}]));
        editor.until_told(&path);
        times.push(begun.elapsed());
        if change % THINKS == THINKS - 1 {
            editor.settle();
        }
        if change == changes / 10 {
            early = memory(editor);
        }
    }
    (times, early)
}

/// What the server's process holds, in MiB; 0 on a system that does not tell.
fn memory(editor: &Editor) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", editor.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    number.unwrap_or_default() / 1024
}
