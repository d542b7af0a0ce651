//! Gets a Chromium on to the machine: the one that is there, else Debian's package.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::find_chromium::find_chromium;

const BY_HAND: &str = "the browser tests need Chromium: install Chromium or Google Chrome the way your \
     system does it, or name its program in CHROME, and run this again";

/// The path of a Chromium, which is installed first where none is found.
pub fn ensure() -> Result<PathBuf, String> {
    if let Some(chromium) = find_chromium() {
        return Ok(chromium);
    }
    if !Path::new("/usr/bin/apt-get").exists() {
        return Err(BY_HAND.into());
    }
    println!("no Chromium is here: installing Debian's package `chromium`");
    apt_get(&["update"])?;
    // Without a font every letter is an empty box, and no box has the width it would have for a reader.
    let packages = ["chromium", "fonts-liberation"];
    apt_get(&[&["install", "--yes", "--no-install-recommends"], &packages[..]].concat())?;
    find_chromium().ok_or_else(|| BY_HAND.into())
}

fn apt_get(arguments: &[&str]) -> Result<(), String> {
    let mut words = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    if !is_root() {
        words.insert(0, "sudo");
    }
    words.extend(arguments);
    let line = words.join(" ");
    match Command::new(words[0]).args(&words[1..]).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` failed ({status}); {BY_HAND}")),
        Err(error) => Err(format!("cannot run `{line}`: {error}; {BY_HAND}")),
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
