//! `cargo xtask dist`: makes all that is released for one target, of the last commit.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use testkit::outcome::{Outcome, because};

use crate::archive::Packed;
use crate::commit::{Commit, version};
use crate::lists::{Tools, notices, parts};
use crate::target::Target;
use crate::{deb, extension, manual, program, sums};

const USAGE: &str = "usage: cargo xtask dist [TARGET] [--twice] [--install]";

/// What is packed beside the program as it stands in the repository.
const ALONGSIDE: [&str; 4] = ["README.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"];

pub fn run(words: impl Iterator<Item = String>) -> Outcome {
    let (mut target, mut twice, mut install) = (Target::of_this_machine()?, false, false);
    for word in words {
        match word.as_str() {
            "--twice" => twice = true,
            "--install" => install = true,
            name if !name.starts_with('-') => target = Target(name.to_owned()),
            _ => return Err(USAGE.into()),
        }
    }
    let commit = Commit::head()?;
    let built = commit.root().join("target");
    let tools = Tools::ensure(&built.join("tools"), &target, install)?;
    let into = built.join("released");
    make(&commit, &target, &tools, &built.join("committed"), &into)?;
    if twice {
        let elsewhere =
            TempDir::with_prefix("twohats-made-again-").map_err(because("no folder"))?;
        let (sources, again) = (elsewhere.path().join("the sources"), elsewhere.path().join("it"));
        make(&commit, &target, &tools, &sources, &again)?;
        let (first, second) = (sums::of(&into)?, sums::of(&again)?);
        let differ: Vec<&str> =
            second.lines().filter(|line| !first.lines().any(|first| first == *line)).collect();
        if !differ.is_empty() {
            return Err(format!(
                "made again in another folder, these differ:\n{}",
                differ.join("\n")
            ));
        }
        println!("made again in another folder, every byte is the same");
    }
    sums::write(&into)?;
    print!("{}", sums::of(&into)?);
    println!("all is in {}", into.display());
    Ok(())
}

/// Makes it of the sources in a folder, which are those of the commit then.
fn make(commit: &Commit, target: &Target, tools: &Tools, sources: &Path, into: &Path) -> Outcome {
    commit.export(sources)?;
    fs::create_dir_all(into).map_err(because("no folder"))?;
    let packed = sources.join("packed");
    if packed.exists() {
        fs::remove_dir_all(&packed).map_err(because("what was packed before"))?;
    }
    fs::create_dir_all(&packed).map_err(because("no folder"))?;
    for name in ALONGSIDE {
        copy(&sources.join(name), &packed.join(name))?;
    }
    copy(&program::build(sources, target, commit.time)?, &packed.join(target.program()))?;
    manual::pages(&packed.join("man"))?;
    manual::completions(&packed.join("completions"))?;
    notices(tools, sources, target, &packed.join("THIRD-PARTY.md"), commit.time)?;
    let version = version();
    let name = format!("twohats-{version}-{}", target.0);
    let list = packed.join("twohats.cdx.json");
    parts(tools, sources, target, &list, commit.time)?;
    copy(&list, &into.join(format!("{name}.cdx.json")))?;
    let folder =
        Packed { folder: &packed, name: &name, program: target.program(), time: commit.time };
    if target.is_windows() {
        folder.zip(into)?
    } else {
        folder.tar_gz(into)?
    };
    if target.is_linux() {
        deb::make(tools, sources, target, into, (&version, commit.time))?;
        extension::make(sources, into, (&version, commit.time))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Outcome {
    let what: PathBuf = from.into();
    fs::copy(from, to).map_err(because(&what.display().to_string()))?;
    Ok(())
}
