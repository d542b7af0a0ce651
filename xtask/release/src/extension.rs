//! The extension for Visual Studio Code: one file for all systems, so those of Linux make it.

use std::fs;
use std::path::Path;
use std::process::Command;

use testkit::outcome::{Outcome, because};

use crate::other::{ask, program, run};

/// The oldest Node.js with which its packer runs.
const NODE: u32 = 20;

/// Makes it of the sources in a folder. Where there is no Node.js for it, that is said, and it is left out.
pub fn make(sources: &Path, into: &Path, (version, time): (&str, u64)) -> Outcome {
    let folder = sources.join("editors/vscode");
    if let Err(why) = is_possible(&folder) {
        println!("the extension for Visual Studio Code is left out: {why}");
        return Ok(());
    }
    let npm = |arguments: &[&str]| -> Command {
        let mut npm = program("npm", arguments, &folder);
        npm.env("SOURCE_DATE_EPOCH", time.to_string());
        npm
    };
    run(&mut npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    run(&mut npm(&["run", "--silent", "package"]))?;
    let made = folder.join("dist/twohats.vsix");
    fs::copy(&made, into.join(format!("twohats-{version}.vsix"))).map_err(because("extension"))?;
    Ok(())
}

fn is_possible(folder: &Path) -> Result<(), String> {
    let missing = |_| format!("it takes Node.js {NODE} or newer, with npm");
    ask(&mut program("npm", &["--version"], folder)).map_err(missing)?;
    let node = ask(&mut program("node", &["--version"], folder)).map_err(missing)?;
    let number =
        node.trim_start_matches('v').split('.').next().and_then(|it| it.parse::<u32>().ok());
    if number.is_some_and(|number| number >= NODE) {
        return Ok(());
    }
    Err(format!("it takes Node.js {NODE} or newer, and this is {node}"))
}
