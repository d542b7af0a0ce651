//! The DevTools protocol, which Chromium speaks, over one wire for each tab. It must not know what is done in the tab.

use serde_json::{Value, json};

use super::wire::{Event, Wire};
use crate::outcome::Outcome;

pub struct Devtools {
    wire: Wire,
    /// What the tab shares with others: storage and history.
    context: Value,
}

impl Devtools {
    pub fn connect(address: &str) -> Outcome<Self> {
        Ok(Devtools { wire: Wire::connect(address)?, context: Value::Null })
    }

    /// Opens a tab that shares nothing with others, in which all further commands run. It closes with
    /// the wire.
    pub fn open_tab(&mut self) -> Outcome {
        let context =
            self.call("Target.createBrowserContext", &json!({"disposeOnDetach": true}))?;
        self.attach(context["browserContextId"].clone())
    }

    /// Opens a tab that shares what another one keeps, as long as that one is open.
    pub fn open_tab_beside(&mut self, other: &Devtools) -> Outcome {
        self.attach(other.context.clone())
    }

    /// Opens a tab in the profile of the browser itself.
    pub fn open_tab_of_profile(&mut self) -> Outcome {
        self.attach(Value::Null)
    }

    fn attach(&mut self, context: Value) -> Outcome {
        let mut target = json!({"url": "about:blank"});
        if !context.is_null() {
            target["browserContextId"] = context.clone();
        }
        self.context = context;
        let target = &self.call("Target.createTarget", &target)?["targetId"];
        let attach = json!({"targetId": target, "flatten": true});
        let session = self.call("Target.attachToTarget", &attach)?;
        self.wire.session = session["sessionId"].as_str().map(str::to_owned);
        Ok(())
    }

    /// Sends a command and gives its answer.
    pub fn call(&mut self, method: &str, params: &Value) -> Outcome<Value> {
        self.wire.call(method, params)
    }

    /// Waits until an event that fits has come, be it one that is here already.
    pub fn wait_for(&mut self, what: &str, fits: impl Fn(&Event) -> bool) -> Outcome {
        self.wire.wait_for(what, fits).map(drop)
    }

    pub fn events(&self) -> &[Event] {
        &self.wire.events
    }

    /// Forgets all events until now.
    pub fn forget(&mut self) {
        self.wire.events.clear();
    }
}
