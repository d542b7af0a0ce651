//! One headless Firefox with a tab as a reader meets it, by WebDriver BiDi, which Firefox speaks by itself: started with
//! an empty profile, gone with its profile when it is dropped.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use data_encoding::BASE64;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::fonts;
use super::program::Program;
use super::tab::Tab;
use super::wire::{Event, Wire};
use crate::outcome::{Outcome, because};

/// It shall ask nothing of the network by itself, and begin with no page of its own.
const SETTINGS: &str = "\
user_pref('app.normandy.enabled', false);
user_pref('browser.aboutwelcome.enabled', false);
user_pref('browser.newtabpage.enabled', false);
user_pref('browser.startup.page', 0);
user_pref('datareporting.policy.dataSubmissionEnabled', false);
user_pref('network.captive-portal-service.enabled', false);
user_pref('network.connectivity-service.enabled', false);
user_pref('services.settings.server', 'data:,');
user_pref('toolkit.telemetry.enabled', false);
";

/// Keys that write nothing, by the numbers that WebDriver gives them.
const ENTER: char = '\u{e007}';
const CONTROL: char = '\u{e009}';

pub struct Firefox {
    wire: Wire,
    /// The tab that is looked at.
    tab: Value,
    program: Program,
    /// Removed with it.
    profile: TempDir,
}

impl Firefox {
    /// Starts it with a tab in a profile of its own.
    pub fn launch(program: &Path) -> Outcome<Self> {
        let profile = TempDir::with_prefix("twohats-firefox-").map_err(because("no profile"))?;
        fonts::configure(profile.path())?;
        fs::write(profile.path().join("user.js"), SETTINGS).map_err(because("no settings"))?;
        let mut command = Command::new(program);
        command
            .args(["--headless", "--no-remote", "--remote-debugging-port=0", "--profile"])
            .arg(profile.path())
            // What it keeps beside its profile.
            .env("HOME", profile.path())
            .env("LANGUAGE", "en_US")
            .env("FONTCONFIG_FILE", profile.path().join(fonts::CONFIGURATION));
        let program = Program::start(&mut command, "WebDriver BiDi listening on ")?;
        let wire = Wire::connect(&format!("{}/session", program.address))?;
        let mut firefox = Self { wire, tab: Value::Null, program, profile };
        firefox.call("session.new", &json!({"capabilities": {}}))?;
        let events = [
            "log.entryAdded",
            "network.fetchError",
            "network.responseCompleted",
            "browsingContext.downloadEnd",
        ];
        firefox.call("session.subscribe", &json!({"events": events}))?;
        let files = json!({"type": "allowed", "destinationFolder": firefox.files()});
        firefox.call("browser.setDownloadBehavior", &json!({"downloadBehavior": files}))?;
        firefox.begin_afresh()?;
        Ok(firefox)
    }

    /// Goes on in a tab that knows nothing of what was kept until now.
    pub fn begin_afresh(&mut self) -> Outcome {
        let context = &self.call("browser.createUserContext", &json!({}))?["userContext"];
        let tab = json!({"type": "tab", "userContext": context});
        self.tab = self.call("browsingContext.create", &tab)?["context"].take();
        Ok(())
    }

    /// Opens an address and waits until it and all it needs is loaded. What was heard before is forgotten.
    pub fn open(&mut self, address: &str) -> Outcome {
        self.wire.events.clear();
        let params = json!({"context": self.tab, "url": address, "wait": "complete"});
        self.call("browsingContext.navigate", &params).map(drop)
    }

    pub fn load_again(&mut self) -> Outcome {
        let params = json!({"context": self.tab, "wait": "complete"});
        self.call("browsingContext.reload", &params).map(drop)
    }

    /// Types on the keyboard, into whatever has the focus: each letter is a key, and a line break is Enter.
    pub fn type_text(&mut self, text: &str) -> Outcome {
        let keys = text.chars().map(|letter| if letter == '\n' { ENTER } else { letter });
        self.press(keys.flat_map(|key| [("keyDown", key), ("keyUp", key)]))
    }

    /// Presses Control and V.
    pub fn paste(&mut self) -> Outcome {
        self.press([("keyDown", CONTROL), ("keyDown", 'v'), ("keyUp", 'v'), ("keyUp", CONTROL)])
    }

    fn press(&mut self, keys: impl IntoIterator<Item = (&'static str, char)>) -> Outcome {
        let keys = keys.into_iter().map(|(kind, key)| json!({"type": kind, "value": key}));
        let keys = json!({"type": "key", "id": "keyboard", "actions": keys.collect::<Vec<_>>()});
        self.call("input.performActions", &json!({"context": self.tab, "actions": [keys]}))
            .map(drop)
    }

    /// The file that comes down when this is done.
    pub fn file_of(&mut self, ask: impl FnOnce(&mut Self) -> Outcome) -> Outcome<Vec<u8>> {
        let is_end = |event: &Event| event.method == "browsingContext.downloadEnd";
        self.wire.events.retain(|event| !is_end(event));
        ask(self)?;
        let end = self.wire.wait_for("a file", is_end)?;
        let path = end.params["filepath"].as_str().ok_or(format!("no file: {}", end.params))?;
        fs::read(path).map_err(because(path))
    }

    /// The page on paper as a PDF.
    pub fn pdf(&mut self) -> Outcome<Vec<u8>> {
        let answer = self.call("browsingContext.print", &json!({"context": self.tab}))?;
        let data = answer["data"].as_str().unwrap_or_default();
        BASE64.decode(data.as_bytes()).map_err(because("the print"))
    }

    /// What was said of mistakes since the last address was opened, and what did not load.
    pub fn complaints(&self) -> Vec<String> {
        self.wire.events.iter().filter_map(complaint).collect()
    }

    fn files(&self) -> PathBuf {
        self.profile.path().join("files")
    }

    fn call(&mut self, method: &str, params: &Value) -> Outcome<Value> {
        self.wire.call(method, params)
    }
}

impl Tab for Firefox {
    fn ask<T: DeserializeOwned>(&mut self, function: &str, about: impl Serialize) -> Outcome<T> {
        let expression = format!(
            "(async () => JSON.stringify(await (\n{function}\n)({})) ?? 'null')()",
            json!(about)
        );
        let params = json!({
            "expression": expression, "target": {"context": self.tab}, "awaitPromise": true, "userActivation": true,
        });
        let answer = self.call("script.evaluate", &params)?;
        let Some(text) = answer["result"]["value"].as_str() else {
            return Err(format!(
                "our question failed: {}\n{expression}",
                answer["exceptionDetails"]
            ));
        };
        serde_json::from_str(text)
            .map_err(because(&format!("an answer we do not understand to {expression}: {text}")))
    }
}

/// What an event says that should not be.
fn complaint(Event { method, params }: &Event) -> Option<String> {
    let address = &params["request"]["url"];
    match method.as_str() {
        "log.entryAdded" => Some(format!("{}: {}", params["level"], params["text"])),
        // What an earlier page still waited for when it was left is no fault.
        "network.fetchError" if params["errorText"] == "NS_BINDING_ABORTED" => None,
        "network.fetchError" => Some(format!("{address} failed: {}", params["errorText"])),
        "network.responseCompleted" => {
            let status = &params["response"]["status"];
            let is_fault = status.as_u64().is_some_and(|status| status >= 400);
            is_fault.then(|| format!("{address} answered {status}"))
        }
        _ => None,
    }
}

impl Drop for Firefox {
    /// Asks it to close, so that all of its processes end and let go of the profile.
    fn drop(&mut self) {
        if self.call("browser.close", &json!({})).is_ok() {
            self.program.let_end();
        }
    }
}
