//! One headless Chromium: started with an empty profile, gone with its profile when it is dropped. What
//! is done in it is `devtools.rs` and `page.rs`. It has the letters of `fonts.rs`.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use super::devtools::Devtools;
use super::fonts;
use crate::outcome::{Outcome, because};

/// How long it may take to start on a busy machine, and to stop before it is killed.
const START: Duration = Duration::from_secs(30);
const STOP: Duration = Duration::from_secs(5);

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
    process: Child,
    /// The WebSocket address of the whole browser.
    address: String,
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
        // Where the last one said that it listens.
        let _ = fs::remove_file(profile.path().join("DevToolsActivePort"));
        Self::launch_with(program, profile)
    }

    fn launch_with(program: &Path, profile: Arc<TempDir>) -> Outcome<Self> {
        let log = profile.path().join("stderr");
        let stderr = File::create(&log).map_err(because("no log"))?;
        let process = Command::new(program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            // Dates are typed in the order of this language, whichever the machine speaks.
            .env("LANGUAGE", "en_US")
            .env("FONTCONFIG_FILE", profile.path().join(fonts::CONFIGURATION))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(stderr)
            .spawn()
            .map_err(because(&format!("cannot start {}", program.display())))?;
        // From here on a failure drops, and so stops, the process.
        let mut chromium = Chromium { process, address: String::new(), profile };
        chromium.address = chromium.wait_for_address().map_err(|fault| {
            let said = fs::read_to_string(&log).unwrap_or_default();
            format!("{}: {fault}\n{said}", program.display())
        })?;
        Ok(chromium)
    }

    pub fn connect(&self) -> Outcome<Devtools> {
        Devtools::connect(&self.address)
    }

    /// Chromium writes the port it chose and the path of its socket into its profile.
    fn wait_for_address(&mut self) -> Outcome<String> {
        let file = self.profile.path().join("DevToolsActivePort");
        let started = Instant::now();
        while started.elapsed() < START {
            let text = fs::read_to_string(&file).unwrap_or_default();
            if let Some((port, path)) = text.split_once('\n').filter(|(_, path)| !path.is_empty()) {
                return Ok(format!("ws://127.0.0.1:{port}{}", path.trim_end()));
            }
            if let Some(status) = self.stopped() {
                return Err(format!("it stopped at once ({status})"));
            }
            sleep(Duration::from_millis(10));
        }
        Err(format!("it did not open its DevTools within {START:?}"))
    }

    fn stopped(&mut self) -> Option<ExitStatus> {
        self.process.try_wait().ok().flatten()
    }
}

impl Drop for Chromium {
    /// Asks it to close, so that all of its processes end and let go of the profile; kills it otherwise.
    fn drop(&mut self) {
        let asked =
            self.connect().and_then(|mut devtools| devtools.call("Browser.close", &json!({})));
        let started = Instant::now();
        while asked.is_ok() && self.stopped().is_none() && started.elapsed() < STOP {
            sleep(Duration::from_millis(10));
        }
        if self.stopped().is_none() {
            let _ = self.process.kill();
            let _ = self.process.wait();
        }
    }
}
