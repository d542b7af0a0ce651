//! `cargo xtask bench`: whole builds of books of several sizes, beside what the disk alone would take. The
//! table goes into `docs/speed.md` too.

pub mod floor;
mod peers;
mod table;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use tempfile::TempDir;
use testkit::cost::{Cost, measure, median};

use crate::corpus::Corpus;
use crate::settings::Settings;
use table::{Row, Size};

/// A larger book is built once only.
const LARGE: usize = 20_000;

/// Measures, prints the table and writes it down.
pub fn run(arguments: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    let (peers, arguments): (Vec<OsString>, Vec<OsString>) =
        arguments.partition(|word| word == "--peers");
    let settings = Settings::read(arguments.into_iter(), "bench", ("--runs", 5))?;
    if !peers.is_empty() {
        return beside(&settings);
    }
    let mut sizes = Vec::new();
    for &scenarios in &settings.sizes {
        eprintln!("{scenarios} scenarios");
        let runs = if scenarios > LARGE { 1 } else { settings.times };
        sizes.push(size(&settings.program, scenarios, runs)?);
    }
    let table = table::table(&sizes);
    print!("{table}");
    table::keep("cargo xtask bench", &table)?;
    Ok(ExitCode::SUCCESS)
}

/// Measures other generators too.
fn beside(settings: &Settings) -> Result<ExitCode, String> {
    let mut all = Vec::new();
    for &scenarios in &settings.sizes {
        eprintln!("{scenarios} scenarios");
        all.push(peers::measured(Path::new(&settings.program), scenarios, settings.times)?);
    }
    let table = peers::table(&all);
    print!("{table}");
    table::keep("cargo xtask bench --peers", &table)?;
    Ok(ExitCode::SUCCESS)
}

/// One size: cold builds, each into an empty folder, and the floor after each; then builds into the last of
/// these folders with nothing changed, and with one scenario changed before each.
fn size(program: &Path, scenarios: usize, runs: usize) -> Result<Size, String> {
    let corpus = Corpus::make(scenarios)?;
    let (mut cold, mut floors, mut again, mut changed) = (vec![], vec![], vec![], vec![]);
    // Kept to the end: a disk from which thousands of files were just removed is slow to make new ones.
    let mut outputs = Vec::new();
    for _ in 0..runs {
        let (output, beside) = (folder()?, folder()?);
        cold.push(build(program, corpus.folder(), output.path())?);
        floors.push(floor(output.path(), beside.path())?);
        outputs.extend([beside, output]);
    }
    let output = outputs.last().ok_or("nothing was built")?;
    for _ in 0..runs {
        again.push(build(program, corpus.folder(), output.path())?);
    }
    for _ in 0..runs {
        corpus.save()?;
        changed.push(build(program, corpus.folder(), output.path())?);
    }
    let files = floor::files(output.path())?;
    let rows = [
        Row { what: "the floor", written: files.len(), cost: median(&floors) },
        row("cold", cold),
        row("again, nothing changed", again),
        row("again, one scenario changed", changed),
    ];
    let bytes = files.iter().map(|(_, size)| size).sum();
    Ok(Size { scenarios, files: files.len(), bytes, rows })
}

fn row(what: &'static str, builds: Vec<(Cost, usize)>) -> Row {
    let written = builds.iter().map(|(_, written)| *written).max().unwrap_or_default();
    Row {
        what,
        written,
        cost: median(&builds.into_iter().map(|(cost, _)| cost).collect::<Vec<_>>()),
    }
}

fn folder() -> Result<TempDir, String> {
    TempDir::with_prefix("twohats-output-").map_err(|error| error.to_string())
}

/// What a build took, and how many files it wrote.
fn build(program: &Path, book: &Path, output: &Path) -> Result<(Cost, usize), String> {
    let mut command = Command::new(program);
    command.arg("build").arg("--output").arg(output).arg(book);
    let (cost, said) = measure(command, &[])?;
    // `built 1,192 files in ... (3 new, 1189 unchanged)`
    let words: Vec<&str> = said.split(['(', ')', ' ', ',']).collect();
    let counts = words.windows(2).filter(|pair| matches!(pair[1], "new" | "changed"));
    let written = counts.filter_map(|pair| pair[0].parse::<usize>().ok()).sum();
    Ok((cost, written))
}

/// What a plain loop takes to write as many files of the same sizes.
fn floor(like: &Path, output: &Path) -> Result<Cost, String> {
    let mut list = String::new();
    for (path, size) in floor::files(like)? {
        let path = path.strip_prefix(like).map_err(|error| error.to_string())?.to_owned();
        list.push_str(&format!("{size} {}\n", path.display()));
    }
    let program: PathBuf = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(program);
    command.arg("floor").arg(output);
    fs::create_dir_all(output).map_err(|error| error.to_string())?;
    measure(command, list.as_bytes()).map(|(cost, _)| cost)
}
