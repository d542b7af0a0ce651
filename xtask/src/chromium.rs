//! The browser of the browser tests, and its letters.

use std::path::{Path, PathBuf};

use serde_json::json;
use testkit::browser::{Chromium, find_chromium, fonts};

use crate::tools::{Tool, Tools};

pub const FONTS: Tool = Tool {
    name: "the fonts Liberation",
    programs: &[],
    packages: &[&["fonts-liberation"]],
    attempt: |_| fonts::find().map(drop).ok_or("the fonts Liberation are not here".into()),
    without: None,
};

pub const CHROMIUM: Tool = Tool {
    name: "Chromium, or Chrome or Edge",
    programs: &["chromium"],
    packages: &[&["chromium"]],
    attempt: |tools| {
        let chromium = of(tools).ok_or("no Chromium is on PATH or named in CHROME")?;
        // It is tried out with our letters.
        if fonts::find().is_none() {
            return Ok(());
        }
        shows_our_letters(&chromium)
            .map_err(|fault| format!("{} cannot be used: {fault}", chromium.display()))
    },
    without: None,
};

/// Debian's where it was needed, else that of this machine.
pub fn of(tools: &Tools) -> Option<PathBuf> {
    tools.debians("chromium").or_else(find_chromium)
}

/// Opens a page as the tests do.
fn shows_our_letters(chromium: &Path) -> Result<(), String> {
    let chromium = Chromium::launch(chromium)?;
    let mut devtools = chromium.connect()?;
    devtools.open_tab()?;
    for domain in ["Page", "DOM", "CSS"] {
        devtools.call(&format!("{domain}.enable"), &json!({}))?;
    }
    // Many machines have the first two, and none is to see them.
    let page = "data:text/html,<p style='font-family: Noto Sans, DejaVu Sans, sans-serif'>Hello";
    devtools.call("Page.navigate", &json!({"url": page}))?;
    devtools.wait_for("a page", |event| event.method == "Page.loadEventFired")?;
    let root = devtools.call("DOM.getDocument", &json!({}))?["root"]["nodeId"].clone();
    let words = devtools.call("DOM.querySelector", &json!({"nodeId": root, "selector": "p"}))?;
    let shown = devtools.call("CSS.getPlatformFontsForNode", &words)?["fonts"].take();
    let is_ours = shown[0]["familyName"] == fonts::PLAIN;
    if is_ours { Ok(()) } else { Err(format!("letters are not {}: {shown}", fonts::PLAIN)) }
}
