//! A tab as a reader meets it: it opens addresses, has a screen, a colour scheme and a printer, is typed
//! into and asked about. What it logs meanwhile is `heard.rs`.

use std::path::Path;

use data_encoding::BASE64;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::chromium::Chromium;
use super::devtools::Devtools;
use super::heard::Heard;
use super::tab::Tab;
use crate::outcome::{Outcome, because};

/// What a page is shown on, in CSS pixels.
#[derive(Clone, Copy, PartialEq)]
pub struct Screen {
    pub width: u32,
    pub height: u32,
    pub kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Desk,
    Phone,
}

impl Screen {
    pub const LAPTOP: Screen = Screen { width: 1366, height: 768, kind: Kind::Desk };
    pub const PHONE: Screen = Screen { width: 390, height: 844, kind: Kind::Phone };
    /// A4 less Chromium's own margins of 0.4 inch.
    pub const PAPER: Screen = Screen { width: 717, height: 1046, kind: Kind::Desk };
}

/// What a page is shown in.
#[derive(Clone, Copy, PartialEq)]
pub enum Medium {
    LightScreen,
    DarkScreen,
    /// The high contrast mode of an operating system, which takes away our colours.
    ForcedColours,
    /// Light colours, where the reader asked the system for less movement.
    StillScreen,
    Print,
}

pub struct Page {
    devtools: Devtools,
    /// What it is shown on and in, once that is said.
    screen: Option<Screen>,
    medium: Option<Medium>,
}

impl Page {
    /// A new tab with a laptop's screen and light colours, in a profile of its own.
    pub fn new(chromium: &Chromium) -> Outcome<Self> {
        let mut devtools = chromium.connect()?;
        devtools.open_tab()?;
        Self::prepare(devtools)
    }

    /// A tab of the browser's own profile, which is kept when it is closed.
    pub fn of_profile(chromium: &Chromium) -> Outcome<Self> {
        let mut devtools = chromium.connect()?;
        devtools.open_tab_of_profile()?;
        Self::prepare(devtools)
    }

    /// Another tab of the same profile.
    pub fn beside(&self, chromium: &Chromium) -> Outcome<Self> {
        let mut devtools = chromium.connect()?;
        devtools.open_tab_beside(&self.devtools)?;
        Self::prepare(devtools)
    }

    fn prepare(devtools: Devtools) -> Outcome<Self> {
        let mut page = Page { devtools, screen: None, medium: None };
        for domain in ["Page", "Runtime", "Log", "Network", "Audits"] {
            page.call(&format!("{domain}.enable"), &json!({}))?;
        }
        page.call("Page.setLifecycleEventsEnabled", &json!({"enabled": true}))?;
        page.call("Emulation.setFocusEmulationEnabled", &json!({"enabled": true}))?;
        page.show_plainly()?;
        Ok(page)
    }

    /// On a laptop, in light colours.
    pub fn show_plainly(&mut self) -> Outcome {
        self.show_on(Screen::LAPTOP)?;
        self.show_in(Medium::LightScreen)
    }

    /// Opens an address and waits until it and all it needs is loaded. What was heard before is forgotten.
    pub fn open(&mut self, address: &str) -> Outcome {
        self.devtools.forget();
        let answer = self.call("Page.navigate", &json!({"url": address}))?;
        if let Some(fault) = answer["errorText"].as_str() {
            return Err(format!("{address}: {fault}"));
        }
        self.devtools.wait_for(&format!("loading {address}"), |event| {
            event.method == "Page.lifecycleEvent"
                && event.params["name"] == "load"
                && event.params["loaderId"] == answer["loaderId"]
        })
    }

    /// Does what leads to another page, and waits until that is loaded and has faded in.
    pub fn leave(&mut self, lead: impl FnOnce(&mut Self) -> Outcome) -> Outcome {
        self.devtools.forget();
        lead(self)?;
        self.devtools.wait_for("the next page", |event| {
            event.method == "Page.lifecycleEvent" && event.params["name"] == "load"
        })?;
        self.ask(
            "async () => {
                for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
                await document.activeViewTransition?.finished;
                return null;
            }",
            (),
        )
    }

    /// Goes to the page that was open before, as the browser's own button does.
    pub fn go_back(&mut self) -> Outcome {
        let history = self.call("Page.getNavigationHistory", &json!({}))?;
        let at = history["currentIndex"].as_u64().and_then(|at| at.checked_sub(1));
        let at =
            at.and_then(|at| usize::try_from(at).ok()).ok_or("there is no page before this")?;
        let entry = &history["entries"][at]["id"];
        self.call("Page.navigateToHistoryEntry", &json!({"entryId": entry})).map(drop)
    }

    /// Lets no address load that holds this; with nothing, all of them again.
    pub fn block(&mut self, parts: &[&str]) -> Outcome {
        let patterns: Vec<String> = parts.iter().map(|part| format!("*{part}*")).collect();
        self.call("Network.setBlockedURLs", &json!({"urls": patterns})).map(drop)
    }

    /// Chooses a file from the disk in a file box.
    pub fn choose_file(&mut self, selector: &str, path: &Path) -> Outcome {
        let document = self.call("DOM.getDocument", &json!({}))?;
        let query = json!({"nodeId": document["root"]["nodeId"], "selector": selector});
        let node = &self.call("DOM.querySelector", &query)?["nodeId"];
        let params = json!({"nodeId": node, "files": [path]});
        self.call("DOM.setFileInputFiles", &params).map(drop)
    }

    /// Lets what the page's own scripts have begun at load run to its end.
    pub fn settle(&mut self) -> Outcome {
        Tab::settle(self)
    }

    /// Runs a script in each page that is opened from now on, before its own.
    pub fn before_each_page(&mut self, script: &str) -> Outcome {
        let params = json!({"source": script});
        self.call("Page.addScriptToEvaluateOnNewDocument", &params).map(drop)
    }

    /// Forgets what was heard until now.
    pub fn listen_anew(&mut self) {
        self.devtools.forget();
    }

    /// What the page logged and requested since it was opened.
    pub fn heard(&self) -> Heard {
        Heard::from_events(self.devtools.events())
    }

    /// Calls a JavaScript function with an argument in the page and waits for what it gives.
    pub fn ask<T: DeserializeOwned>(
        &mut self,
        function: &str,
        about: impl Serialize,
    ) -> Outcome<T> {
        let expression = format!("(\n{function}\n)({})", json!(about));
        let params = json!({
            "expression": expression, "awaitPromise": true, "returnByValue": true, "userGesture": true,
        });
        let answer = self.call("Runtime.evaluate", &params)?;
        if let Some(fault) = answer.get("exceptionDetails") {
            return Err(format!("our question failed: {fault}\n{expression}"));
        }
        serde_json::from_value(answer["result"]["value"].clone())
            .map_err(because(&format!("an answer we do not understand to {expression}")))
    }

    /// Asks until the page, or one that it leads on to, says yes.
    pub fn until(&mut self, question: &str, about: impl Serialize) -> Outcome {
        Tab::until(self, question, about)
    }

    pub fn show_on(&mut self, screen: Screen) -> Outcome {
        // To draw the page anew is what takes Chromium longest.
        if self.screen.replace(screen) == Some(screen) {
            return Ok(());
        }
        let params = json!({
            "width": screen.width, "height": screen.height,
            "deviceScaleFactor": 1, "mobile": screen.kind == Kind::Phone,
        });
        self.call("Emulation.setDeviceMetricsOverride", &params).map(drop)
    }

    pub fn show_in(&mut self, medium: Medium) -> Outcome {
        if self.medium.replace(medium) == Some(medium) {
            return Ok(());
        }
        let (media, scheme, forced) = match medium {
            Medium::LightScreen | Medium::StillScreen => ("screen", "light", "none"),
            Medium::DarkScreen => ("screen", "dark", "none"),
            Medium::ForcedColours => ("screen", "light", "active"),
            Medium::Print => ("print", "light", "none"),
        };
        let motion = if medium == Medium::StillScreen { "reduce" } else { "no-preference" };
        let features = json!([
            {"name": "prefers-reduced-motion", "value": motion},
            {"name": "prefers-color-scheme", "value": scheme}, {"name": "forced-colors", "value": forced},
        ]);
        let params = json!({"media": media, "features": features});
        self.call("Emulation.setEmulatedMedia", &params).map(drop)
    }

    /// From the next page on, scripts are ignored as if the reader had switched them off.
    pub fn switch_scripts_off(&mut self) -> Outcome {
        self.call("Emulation.setScriptExecutionDisabled", &json!({"value": true})).map(drop)
    }

    /// Presses the mouse where it is, in CSS pixels of the window.
    pub fn click(&mut self, x: f64, y: f64) -> Outcome {
        self.click_with(x, y, 0)
    }

    pub fn click_with_alt(&mut self, x: f64, y: f64) -> Outcome {
        self.click_with(x, y, 1)
    }

    /// Presses the mouse while the keys of `modifiers` are held, as DevTools counts them.
    fn click_with(&mut self, x: f64, y: f64, modifiers: u8) -> Outcome {
        for kind in ["mousePressed", "mouseReleased"] {
            let params = json!({
                "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1, "modifiers": modifiers,
            });
            self.call("Input.dispatchMouseEvent", &params)?;
        }
        Ok(())
    }

    /// Turns the mouse's wheel where it is, by so many CSS pixels.
    pub fn turn_wheel(&mut self, x: f64, y: f64, down: f64) -> Outcome {
        let params = json!({"type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": down});
        self.call("Input.dispatchMouseEvent", &params).map(drop)
    }

    /// Types on the keyboard, into whatever has the focus.
    pub fn type_text(&mut self, text: &str) -> Outcome {
        for letter in text.chars() {
            let letter = letter.to_string();
            let down = json!({"type": "keyDown", "key": letter, "text": letter});
            self.call("Input.dispatchKeyEvent", &down)?;
            self.call("Input.dispatchKeyEvent", &json!({"type": "keyUp", "key": letter}))?;
        }
        Ok(())
    }

    /// Presses a key that writes nothing, or Enter or the space bar.
    pub fn press_key(&mut self, key: &str) -> Outcome {
        self.press_key_with(key, 0)
    }

    pub fn press_with_control(&mut self, key: &str) -> Outcome {
        self.press_key_with(key, 2)
    }

    pub fn press_with_alt(&mut self, key: &str) -> Outcome {
        self.press_key_with(key, 1)
    }

    /// Presses a key while those of `modifiers` are held, as DevTools counts them.
    fn press_key_with(&mut self, key: &str, modifiers: u8) -> Outcome {
        let (number, text) = match key {
            "Tab" => (9, ""),
            "Enter" => (13, "\r"),
            "Escape" => (27, ""),
            " " => (32, " "),
            "End" => (35, ""),
            "ArrowLeft" => (37, ""),
            "ArrowUp" => (38, ""),
            "ArrowRight" => (39, ""),
            "ArrowDown" => (40, ""),
            "a" => (65, ""),
            "b" => (66, ""),
            "k" => (75, ""),
            "p" => (80, ""),
            "F1" => (112, ""),
            "F6" => (117, ""),
            "z" => (90, ""),
            _ => return Err(format!("no number is known of the key {key}")),
        };
        let code = match key {
            " " => "Space".to_owned(),
            letter if letter.len() == 1 => format!("Key{}", letter.to_uppercase()),
            name => name.to_owned(),
        };
        let mut event = json!({
            "type": if text.is_empty() { "rawKeyDown" } else { "keyDown" },
            "key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers,
        });
        if !text.is_empty() {
            event["text"] = json!(text);
        }
        self.call("Input.dispatchKeyEvent", &event)?;
        event["type"] = json!("keyUp");
        self.call("Input.dispatchKeyEvent", &event).map(drop)
    }

    /// The page on A4 as a PDF, as printing makes it.
    pub fn pdf(&mut self) -> Outcome<Vec<u8>> {
        // A medium that was chosen for the screen holds for the printer too.
        self.show_in(Medium::Print)?;
        let params = json!({"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true});
        let answer = self.call("Page.printToPDF", &params)?;
        let data = answer["data"].as_str().unwrap_or_default();
        BASE64.decode(data.as_bytes()).map_err(because("the print"))
    }

    /// A picture of what is in the window, as PNG.
    pub fn picture(&mut self) -> Outcome<Vec<u8>> {
        let answer = self.call("Page.captureScreenshot", &json!({"format": "png"}))?;
        let data = answer["data"].as_str().unwrap_or_default();
        BASE64.decode(data.as_bytes()).map_err(because("the picture"))
    }

    fn call(&mut self, method: &str, params: &Value) -> Outcome<Value> {
        self.devtools.call(method, params)
    }
}

impl Tab for Page {
    fn ask<T: DeserializeOwned>(&mut self, function: &str, about: impl Serialize) -> Outcome<T> {
        Page::ask(self, function, about)
    }
}
