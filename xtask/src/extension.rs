//! Checks of the extension for Visual Studio Code: its types, its package, and what it does with the program.

use crate::node::Package;
use crate::program::{Profile, build};
use crate::tools::Tools;

/// Runs them all. No editor is needed: the tests have what stands for one.
pub fn test(tools: &Tools) -> Result<(), String> {
    let program = build(Profile::Debug)?;
    let extension = Package::of(tools, "editors/vscode");
    extension.fetch()?;
    extension.script("types")?;
    extension.script("bundle")?;
    extension.test(Some(&program))
}
