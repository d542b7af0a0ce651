//! A page in Chromium that says when new words are drawn. The wire to Chromium is that of the browser tests.

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use testkit::browser::Chromium;
use testkit::browser::Devtools;

pub struct Screen {
    devtools: Devtools,
    /// Ends with the screen.
    _chromium: Chromium,
}

impl Screen {
    pub fn open(program: &Path, address: &str) -> Result<Self, String> {
        let chromium = Chromium::launch(program)?;
        let mut devtools = chromium.connect()?;
        devtools.open_tab()?;
        devtools.call("Page.enable", &json!({}))?;
        devtools.call("Page.navigate", &json!({"url": address}))?;
        devtools.wait_for("the page", |event| event.method == "Page.loadEventFired")?;
        Ok(Self { devtools, _chromium: chromium })
    }

    /// The clock that the page has too.
    pub fn clock(&self) -> Duration {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
    }

    /// From now on the page looks out for these words.
    pub fn wait_for(&mut self, words: &str) -> Result<(), String> {
        let watch = "(words) => { window.shown = new Promise((done) => {
            const watch = new MutationObserver(() => {
                if (!document.body.textContent.includes(words)) return;
                watch.disconnect();
                requestAnimationFrame(() => done(Date.now()));
            });
            watch.observe(document, { subtree: true, childList: true, characterData: true });
        }); }";
        self.evaluate(&format!("({watch})({})", json!(words))).map(drop)
    }

    /// When they were drawn, by that clock.
    pub fn shown(&mut self) -> Result<Duration, String> {
        let milliseconds = self.evaluate("window.shown")?;
        let milliseconds = milliseconds.as_u64().ok_or("the page told no time")?;
        Ok(Duration::from_millis(milliseconds))
    }

    fn evaluate(&mut self, expression: &str) -> Result<Value, String> {
        let params = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let answer = self.devtools.call("Runtime.evaluate", &params)?;
        Ok(answer["result"]["value"].clone())
    }
}
