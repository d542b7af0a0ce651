//! Gets a Chromium on to the machine: the one that is there, else Debian's package.

use std::path::PathBuf;

use crate::debian;
use crate::find_chromium::find_chromium;

const BY_HAND: &str = "the browser tests need Chromium: install Chromium or Google Chrome the way your \
     system does it, or name its program in CHROME, and run this again";

/// The path of a Chromium, which is installed first where none is found.
pub fn ensure() -> Result<PathBuf, String> {
    if let Some(chromium) = find_chromium() {
        return Ok(chromium);
    }
    println!("no Chromium is here: installing Debian's package `chromium`");
    // Without a font every letter is an empty box, and no box has the width it would have for a reader.
    let installed = debian::install(&["chromium", "fonts-liberation"]);
    installed.map_err(|fault| format!("{fault}; {BY_HAND}"))?;
    find_chromium().ok_or_else(|| BY_HAND.into())
}
