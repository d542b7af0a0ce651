//! The wire to a browser: commands and their answers as JSON over one WebSocket, and the events that arrive in
//! between. Both protocols that browsers speak are written so. It must not know what any of them means.

use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket, client};

use crate::outcome::{Outcome, because};

/// The longest that an answer or an awaited event may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Something that the browser told without being asked.
pub struct Event {
    pub method: String,
    pub params: Value,
}

pub struct Wire {
    socket: WebSocket<TcpStream>,
    /// Which part of the browser commands are meant for, where that is to be said.
    pub session: Option<String>,
    last_id: u64,
    pub events: Vec<Event>,
}

impl Wire {
    pub fn connect(address: &str) -> Outcome<Self> {
        let host = address.trim_start_matches("ws://").split('/').next();
        let stream = TcpStream::connect(host.unwrap_or_default()).map_err(because(address))?;
        let patience = stream.set_read_timeout(Some(PATIENCE));
        // Commands are small, and each waits for the answer to the one before.
        patience.and(stream.set_nodelay(true)).map_err(because(address))?;
        let (socket, _) = client(address, stream).map_err(because(address))?;
        Ok(Self { socket, session: None, last_id: 0, events: Vec::new() })
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
            let mut answer = self.next(method, deadline)?;
            if answer["id"] != self.last_id {
                continue;
            }
            return match answer.get("error") {
                Some(error) => Err(format!("{method}: {error} {}", answer["message"])),
                None => Ok(answer["result"].take()),
            };
        }
    }

    /// Waits until an event that fits has come, be it one that is here already.
    pub fn wait_for(&mut self, what: &str, fits: impl Fn(&Event) -> bool) -> Outcome<&Event> {
        let deadline = Instant::now() + PATIENCE;
        let mut seen = 0;
        loop {
            if let Some(at) = self.events[seen..].iter().position(&fits) {
                return Ok(&self.events[seen + at]);
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
