//! One headless Chromium: started with an empty profile, gone with its profile when it is dropped. What
//! is done in it is `devtools.rs` and `page.rs`. It has the letters of `fonts.rs`.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use serde_json::json;
use tempfile::TempDir;

use super::devtools::Devtools;
use super::fonts;
use super::program::Program;
use crate::outcome::{Outcome, because};

const FLAGS: [&str; 13] = [
    "--headless",
    // The sandbox cannot be set up by root, as which CI runs; the pages are our own.
    "--no-sandbox",
    "--disable-gpu",
    // A container's /dev/shm is often too small.
    "--disable-dev-shm-usage",
    // It shall ask nothing of the network by itself.
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    // Tabs are looked at side by side, and each must run as if it were in front.
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--remote-debugging-port=0",
];

pub struct Chromium {
    program: Program,
    /// Removed with the last that uses it.
    profile: Arc<TempDir>,
}

impl Chromium {
    pub fn launch(program: &Path) -> Outcome<Self> {
        let profile = TempDir::with_prefix("twohats-chromium-").map_err(because("no profile"))?;
        fonts::configure(profile.path())?;
        Self::launch_with(program, Arc::new(profile))
    }

    /// Closes it, and starts it again with what its profile keeps.
    pub fn restart(self, program: &Path) -> Outcome<Self> {
        let profile = Arc::clone(&self.profile);
        drop(self);
        Self::launch_with(program, profile)
    }

    fn launch_with(program: &Path, profile: Arc<TempDir>) -> Outcome<Self> {
        let mut command = Command::new(program);
        command
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            // Dates are typed in the order of this language, whichever the machine speaks.
            .env("LANGUAGE", "en_US")
            .env("FONTCONFIG_FILE", profile.path().join(fonts::CONFIGURATION));
        let program = Program::start(&mut command, "DevTools listening on ")?;
        Ok(Chromium { program, profile })
    }

    pub fn connect(&self) -> Outcome<Devtools> {
        Devtools::connect(&self.program.address)
    }
}

impl Drop for Chromium {
    /// Asks it to close, so that all of its processes end and let go of the profile; kills it otherwise.
    fn drop(&mut self) {
        let asked =
            self.connect().and_then(|mut devtools| devtools.call("Browser.close", &json!({})));
        if asked.is_ok() {
            self.program.let_end();
        }
    }
}
