//! Where this machine keeps its browsers. The browser tests and the chore which installs the browsers look in the
//! same places.

use std::env;
use std::path::PathBuf;

/// The names to look for on `PATH`, the first that is there wins.
const CHROMIUM: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

/// What `CHROME` names, else the first of the known names on `PATH`.
pub fn find_chromium() -> Option<PathBuf> {
    let chosen = env::var_os("CHROME").filter(|value| !value.is_empty());
    chosen.map(PathBuf::from).or_else(|| on_path(&CHROMIUM))
}

/// What `FIREFOX` names, which is none where that is empty, else the first of the known names on `PATH`.
pub fn find_firefox() -> Option<PathBuf> {
    match env::var_os("FIREFOX") {
        Some(chosen) => {
            Some(chosen.into()).filter(|chosen: &PathBuf| !chosen.as_os_str().is_empty())
        }
        None => on_path(&FIREFOX),
    }
}

fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|candidate| candidate.is_file())
}
