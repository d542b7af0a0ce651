//! Where this machine keeps its browsers. The browser tests and the chore which installs the browsers look in the
//! same places.

use std::env::{self, consts::EXE_SUFFIX};
use std::path::PathBuf;

/// A browser: its names, which are looked for on `PATH`, and where macOS and Windows keep it, from a folder of
/// `FOLDERS` on. The first that is there wins.
struct Browser {
    names: &'static [&'static str],
    places: &'static [&'static str],
}

const CHROMIUM: Browser = Browser {
    names: &["chromium", "chromium-browser", "google-chrome"],
    places: &[
        "Chromium.app/Contents/MacOS/Chromium",
        "Google Chrome.app/Contents/MacOS/Google Chrome",
        "Chromium/Application/chrome.exe",
        "Google/Chrome/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
    ],
};

const FIREFOX: Browser = Browser {
    names: &["firefox-esr", "firefox"],
    places: &["Firefox.app/Contents/MacOS/firefox", "Mozilla Firefox/firefox.exe"],
};

/// What Windows calls the folders of its programs.
const FOLDERS: [&str; 3] = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];

/// What `CHROME` names, else the first of those that are known.
pub fn find_chromium() -> Option<PathBuf> {
    let chosen = env::var_os("CHROME").filter(|value| !value.is_empty());
    chosen.map(PathBuf::from).or_else(|| CHROMIUM.find())
}

/// What `FIREFOX` names, which is none where that is empty, else the first of those that are known.
pub fn find_firefox() -> Option<PathBuf> {
    match env::var_os("FIREFOX") {
        Some(chosen) => {
            Some(chosen.into()).filter(|chosen: &PathBuf| !chosen.as_os_str().is_empty())
        }
        None => FIREFOX.find(),
    }
}

impl Browser {
    fn find(&self) -> Option<PathBuf> {
        let path = env::var_os("PATH").unwrap_or_default();
        let on_path = self.names.iter().flat_map(|name| {
            let program = format!("{name}{EXE_SUFFIX}");
            env::split_paths(&path).map(move |folder| folder.join(&program))
        });
        let elsewhere = self.places.iter().flat_map(|place| {
            let own = FOLDERS.iter().filter_map(env::var_os).map(PathBuf::from);
            own.chain(["/Applications".into()]).map(move |folder| folder.join(place))
        });
        on_path.chain(elsewhere).find(|candidate| candidate.is_file())
    }
}
