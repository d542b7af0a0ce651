//! The wire to Chromium: the DevTools protocol over one WebSocket for each tab. It sends commands, waits
//! for their answers and keeps the events that arrive in between. It must not know what they mean.

use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket, client};

use crate::outcome::{Outcome, because};

/// The longest that an answer or an awaited event may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Something that Chromium told without being asked.
pub struct Event {
    pub method: String,
    pub params: Value,
}

pub struct Devtools {
    socket: WebSocket<TcpStream>,
    /// The tab that commands are meant for, once there is one.
    session: Option<String>,
    /// What the tab shares with others: storage and history.
    context: Value,
    last_id: u64,
    pub events: Vec<Event>,
}

impl Devtools {
    pub fn connect(address: &str) -> Outcome<Self> {
        let host = address.trim_start_matches("ws://").split('/').next();
        let stream = TcpStream::connect(host.unwrap_or_default()).map_err(because(address))?;
        let patience = stream.set_read_timeout(Some(PATIENCE));
        // Commands are small, and each waits for the answer to the one before.
        patience.and(stream.set_nodelay(true)).map_err(because(address))?;
        let (socket, _) = client(address, stream).map_err(because(address))?;
        Ok(Devtools { socket, session: None, context: Value::Null, last_id: 0, events: Vec::new() })
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
        self.session = session["sessionId"].as_str().map(str::to_owned);
        Ok(())
    }

    /// Sends a command and gives its answer.
    pub fn call(&mut self, method: &str, params: &Value) -> Outcome<Value> {
        self.last_id += 1;
        let mut command = json!({"id": self.last_id, "method": method, "params": params});
        if let Some(session) = &self.session {
            command["sessionId"] = json!(session);
        }
        let message = Message::text(command.to_string());
        self.socket.send(message).map_err(because(method))?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            let answer = self.next(method, deadline)?;
            if answer["id"] != self.last_id {
                continue;
            }
            return match answer.get("error") {
                Some(error) => Err(format!("{method}: {error}")),
                None => Ok(answer["result"].clone()),
            };
        }
    }

    /// Waits until an event that fits has come, be it one that is here already.
    pub fn wait_for(&mut self, what: &str, fits: impl Fn(&Event) -> bool) -> Outcome {
        let deadline = Instant::now() + PATIENCE;
        let mut seen = 0;
        loop {
            if self.events[seen..].iter().any(&fits) {
                return Ok(());
            }
            seen = self.events.len();
            self.next(what, deadline)?;
        }
    }

    /// Reads one message; an event is also kept.
    fn next(&mut self, what: &str, deadline: Instant) -> Outcome<Value> {
        if Instant::now() > deadline {
            return Err(format!("{what} did not come within {PATIENCE:?}"));
        }
        let message = self.socket.read().map_err(because(what))?;
        // Anything but text is the socket's own business.
        let Message::Text(text) = message else {
            return Ok(Value::Null);
        };
        let mut value: Value = serde_json::from_str(&text).map_err(because(what))?;
        if let Some(method) = value["method"].as_str().map(str::to_owned) {
            let params = value["params"].take();
            self.events.push(Event { method, params });
        }
        Ok(value)
    }
}
