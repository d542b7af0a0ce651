//! Where this machine keeps its Chromium. The browser tests and the chore which installs the browser look in the
//! same places.

use std::env;
use std::path::PathBuf;

/// The names to look for on `PATH`, the first that is there wins.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// What `CHROME` names, else the first of the known names on `PATH`.
pub fn find_chromium() -> Option<PathBuf> {
    if let Some(chosen) = env::var_os("CHROME").filter(|value| !value.is_empty()) {
        return Some(chosen.into());
    }
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}
