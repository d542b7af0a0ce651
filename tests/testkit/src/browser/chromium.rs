//! One headless Chromium: started with an empty profile, gone with its profile when it is dropped. What
//! is done in it is `devtools.rs` and `page.rs`. It has the letters of `fonts.rs`.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
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
    /// Every line that it says, and the end when all of its processes have ended.
    said: Mutex<Receiver<String>>,
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
        let mut process = Command::new(program)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            // Dates are typed in the order of this language, whichever the machine speaks.
            .env("LANGUAGE", "en_US")
            .env("FONTCONFIG_FILE", profile.path().join(fonts::CONFIGURATION))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(because(&format!("cannot start {}", program.display())))?;
        // From here on a failure drops, and so stops, the process.
        let said = lines(process.stderr.take().ok_or("it says nothing")?);
        let mut chromium =
            Chromium { process, address: String::new(), said: Mutex::new(said), profile };
        let address = chromium.told_address();
        chromium.address = address.map_err(because(&program.display().to_string()))?;
        Ok(chromium)
    }

    pub fn connect(&self) -> Outcome<Devtools> {
        Devtools::connect(&self.address)
    }

    /// Chromium says on which port and path it listens.
    fn told_address(&mut self) -> Outcome<String> {
        let (end, mut said) = (Instant::now() + START, String::new());
        let lines = self.lines();
        loop {
            match lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    if let Some(address) = line.strip_prefix("DevTools listening on ") {
                        return Ok(address.to_owned());
                    }
                    said.extend([&line, "\n"]);
                }
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(format!("it stopped at once\n{said}"));
                }
                Err(RecvTimeoutError::Timeout) => {
                    return Err(format!("it did not open its DevTools within {START:?}\n{said}"));
                }
            }
        }
    }

    fn lines(&mut self) -> &Receiver<String> {
        self.said.get_mut().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether all of its processes ended in time.
    fn ends(&mut self) -> bool {
        let end = Instant::now() + STOP;
        let lines = self.lines();
        loop {
            match lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(_) => {}
                Err(why) => return why == RecvTimeoutError::Disconnected,
            }
        }
    }
}

/// What it says, line by line.
fn lines(stderr: ChildStderr) -> Receiver<String> {
    let (sender, said) = channel();
    thread::spawn(move || {
        // Read to its end also when nobody listens any more, lest it waits for a reader.
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    said
}

impl Drop for Chromium {
    /// Asks it to close, so that all of its processes end and let go of the profile; kills it otherwise.
    fn drop(&mut self) {
        let asked =
            self.connect().and_then(|mut devtools| devtools.call("Browser.close", &json!({})));
        if asked.is_err() || !self.ends() {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}
