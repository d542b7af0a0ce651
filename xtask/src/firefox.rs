//! The other browser of the browser tests. Not every system has one that can be driven: where none is, its tests are left
//! out, and that is said.

use std::path::{Path, PathBuf};

use testkit::browser::{Firefox, Tab, find_firefox, fonts};

use crate::tools::{Tool, Tools};

pub const FIREFOX: Tool = Tool {
    name: "Firefox",
    programs: &["firefox-esr"],
    packages: &[&["firefox-esr"]],
    attempt: |tools| {
        let program = of(tools).ok_or("no Firefox is on PATH or named in FIREFOX")?;
        // It is tried out with our letters.
        if fonts::find().is_none() {
            return Ok(());
        }
        types(&program).map_err(|fault| format!("{} cannot be used: {fault}", program.display()))
    },
    without: Some("what is tested in Firefox"),
};

/// Debian's where it was needed, else that of this machine.
pub fn of(tools: &Tools) -> Option<PathBuf> {
    tools.debians("firefox-esr").or_else(find_firefox)
}

/// Writes in a page as the tests do.
fn types(program: &Path) -> Result<(), String> {
    let mut firefox = Firefox::launch(program)?;
    firefox.open("data:text/html,<input autofocus>")?;
    firefox.until("() => document.activeElement.matches('input')", ())?;
    firefox.type_text("3,5 é")?;
    let written: String = firefox.ask("() => document.querySelector('input').value", ())?;
    if written == "3,5 é" { Ok(()) } else { Err(format!("a box holds {written:?}")) }
}
