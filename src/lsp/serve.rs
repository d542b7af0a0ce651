//! The loop: takes what comes, answers, and tells what was found.

use std::collections::VecDeque;
use std::io::{self, BufReader, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::pointing::Place;

use super::answer::Answer;
use super::capabilities::capabilities;
use super::client::{Client, Jumps};
use super::commands::COMMANDS;
use super::desk::Desk;
use super::event::Event;
use super::fault::Fault;
use super::pointed::pointed;
use super::requests::answer;
use super::settings::Settings;
use super::wire::{self, Heard};

/// How often the disk is looked at where the editor does not tell of it.
const LOOK: Duration = Duration::from_secs(2);

/// How the editor took its leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It said that it would go.
    Asked,
    /// It went without a word.
    Abrupt,
}

/// Where the talk stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Before,
    Open,
    ShutDown,
}

/// Serves one editor until it ends the talk.
///
/// # Errors
/// When nothing can be sent to the editor any more.
pub fn serve(
    settings: Settings,
    input: impl Read + Send + 'static,
    output: impl Write,
) -> io::Result<Ending> {
    let (events, coming) = channel();
    let heard = events.clone();
    thread::spawn(move || {
        let mut input = BufReader::new(input);
        while let Ok(Some(message)) = wire::read(&mut input) {
            if heard.send(Event::Heard(message)).is_err() {
                return;
            }
        }
        let _ = heard.send(Event::Ended);
    });
    let desk = Desk::new(settings, events);
    let queue = VecDeque::new();
    let mut server = Server { desk, coming, output, queue, phase: Phase::Before, asked: 0 };
    server.run()
}

struct Server<W> {
    desk: Desk,
    coming: Receiver<Event>,
    output: W,
    /// What came and is not done.
    queue: VecDeque<Event>,
    phase: Phase,
    /// How often the editor was asked for something.
    asked: u64,
}

impl<W: Write> Server<W> {
    fn run(&mut self) -> io::Result<Ending> {
        loop {
            let event = self.next();
            // A fault of ours must not end the server.
            let done = catch_unwind(AssertUnwindSafe(|| self.handle(event)));
            let ending = done.unwrap_or_else(|_| self.failed().map(|()| None))?;
            if let Some(ending) = ending {
                return Ok(ending);
            }
        }
    }

    fn handle(&mut self, event: Option<Event>) -> io::Result<Option<Ending>> {
        match event {
            None => self.desk.look(),
            Some(Event::Ended) => return Ok(Some(self.ending())),
            Some(Event::Judged(number, judged)) => self.told(number, judged)?,
            Some(Event::Pointed(number, place)) => self.show(number, &place)?,
            Some(Event::Heard(Heard::Bad(why))) => {
                self.send(&Fault::unreadable(&why).response(&Value::Null))?;
            }
            Some(Event::Heard(Heard::Message(message))) => {
                if message["method"] == "exit" {
                    return Ok(Some(self.ending()));
                }
                self.take(&message)?;
            }
        }
        if self.queue.is_empty() && self.phase == Phase::Open {
            self.desk.judge();
        }
        Ok(None)
    }

    /// Says that Twohats itself has failed, where nobody waits for an answer that would say it.
    fn failed(&mut self) -> io::Result<()> {
        let message = "Twohats itself failed on this; please report it. Open the file again if what is told of it is old.";
        self.notify("window/showMessage", &json!({"type": 1, "message": message}))
    }

    /// The next event; `None` when the disk is to be looked at. All that waits is taken first, so that what is cancelled
    /// is never begun.
    fn next(&mut self) -> Option<Event> {
        if self.queue.is_empty() {
            let came = match self.phase {
                Phase::Open if !self.desk.client.watches => self.coming.recv_timeout(LOOK),
                _ => self.coming.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match came {
                Ok(event) => self.queue.push_back(event),
                Err(RecvTimeoutError::Timeout) => return None,
                Err(RecvTimeoutError::Disconnected) => return Some(Event::Ended),
            }
        }
        self.queue.extend(self.coming.try_iter());
        self.queue.pop_front()
    }

    fn ending(&self) -> Ending {
        if self.phase == Phase::ShutDown { Ending::Asked } else { Ending::Abrupt }
    }

    fn send(&mut self, message: &Value) -> io::Result<()> {
        wire::write(&mut self.output, message)
    }

    fn notify(&mut self, method: &str, params: &Value) -> io::Result<()> {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}))
    }

    /// Asks the editor for something. What it answers changes nothing.
    fn ask(&mut self, method: &str, params: &Value) -> io::Result<()> {
        self.asked += 1;
        let id = format!("twohats-{}", self.asked);
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}))
    }

    fn told(&mut self, number: usize, judged: super::judge::Judged) -> io::Result<()> {
        let (project, told) = &mut self.desk.books[number];
        let Some((messages, standing)) = told.take(judged, project) else { return Ok(()) };
        for message in messages {
            self.notify("textDocument/publishDiagnostics", &message)?;
        }
        // Who names a page may be written in another file.
        if standing.is_quiet {
            self.renew_inlay()?;
        }
        if self.desk.client.wants_standing {
            let root = super::address::address_of(&self.desk.books[number].0.root);
            let standing = json!({
                "root": root,
                "heard": self.desk.heard,
                "quiet": standing.is_quiet,
                "errors": standing.errors,
                "warnings": standing.warnings,
            });
            self.notify("twohats/status", &standing)?;
        }
        Ok(())
    }

    /// Has the editor ask anew for what is shown between the words.
    fn renew_inlay(&mut self) -> io::Result<()> {
        if self.desk.client.inlay.is_renewed {
            self.ask("workspace/inlayHint/refresh", &Value::Null)?;
        }
        Ok(())
    }

    /// Has the editor go to a place, or says where it is.
    fn show(&mut self, number: usize, place: &Place) -> io::Result<()> {
        let found = pointed(&mut self.desk.books[number].0, place);
        let Some((uri, range)) = found.filter(|_| self.phase == Phase::Open) else { return Ok(()) };
        if self.desk.client.jumps == Jumps::Itself {
            let params =
                json!({"uri": uri, "external": false, "takeFocus": true, "selection": range});
            return self.ask("window/showDocument", &params);
        }
        let line = range["start"]["line"].as_u64().unwrap_or_default() + 1;
        let message = format!("the preview points at `{}`, line {line}", place.file);
        self.notify("window/showMessage", &json!({"type": 3, "message": message}))
    }

    fn take(&mut self, message: &Value) -> io::Result<()> {
        let Some(method) = message["method"].as_str() else { return Ok(()) };
        let params = &message["params"];
        match message.get("id") {
            Some(id) => {
                let answer = self.answer(method, params, id);
                let Answer { result, edit, left } = match answer {
                    Ok(answer) => answer,
                    Err(fault) => return self.send(&fault.response(id)),
                };
                self.send(&json!({"jsonrpc": "2.0", "id": id, "result": result}))?;
                if let Some(edit) = edit {
                    self.ask("workspace/applyEdit", &edit)?;
                }
                if let Some(message) = left {
                    self.notify("window/showMessage", &json!({"type": 2, "message": message}))?;
                }
                Ok(())
            }
            None => self.notified(method, params),
        }
    }

    fn answer(&mut self, method: &str, params: &Value, id: &Value) -> Result<Answer, Fault> {
        match (method, self.phase) {
            ("initialize", Phase::Before) => return Ok(self.initialize(params).into()),
            (_, Phase::Before) => return Err(Fault::too_early()),
            ("initialize", _) | (_, Phase::ShutDown) => return Err(Fault::too_late()),
            ("shutdown", Phase::Open) => {
                self.phase = Phase::ShutDown;
                return Ok(Value::Null.into());
            }
            _ => {}
        }
        let is_cancel = |event: &Event| match event {
            Event::Heard(Heard::Message(message)) => {
                message["method"] == "$/cancelRequest" && message["params"]["id"] == *id
            }
            _ => false,
        };
        if self.queue.iter().any(is_cancel) {
            return Err(Fault::cancelled());
        }
        let answered = catch_unwind(AssertUnwindSafe(|| answer(&mut self.desk, method, params)));
        answered.unwrap_or_else(|_| Err(Fault::ours()))
    }

    fn initialize(&mut self, params: &Value) -> Value {
        self.phase = Phase::Open;
        self.desk.client = Client::of(params);
        let folders = params["workspaceFolders"].as_array().map_or(&[][..], Vec::as_slice);
        let folders = folders.iter().map(|folder| &folder["uri"]).chain([&params["rootUri"]]);
        for folder in folders.filter_map(Value::as_str) {
            if let Some(path) = super::address::path_of(folder) {
                self.desk.open_book(&path);
            }
        }
        json!({
            "capabilities": capabilities(self.desk.client.encoding, &COMMANDS),
            "serverInfo": {"name": "twohats", "version": env!("CARGO_PKG_VERSION")},
        })
    }

    fn notified(&mut self, method: &str, params: &Value) -> io::Result<()> {
        if self.phase != Phase::Open {
            return Ok(());
        }
        match method {
            "initialized" if self.desk.client.watches => self.watch()?,
            "textDocument/didOpen" => self.desk.open(&params["textDocument"]),
            "textDocument/didChange" => self.desk.change(params),
            "textDocument/didClose" => self.desk.close(&params["textDocument"]),
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => self.desk.look(),
            "workspace/didChangeConfiguration" => {
                self.desk.client.inlay.read(&params["settings"]);
                self.renew_inlay()?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Asks to be told of files that change on the disk.
    fn watch(&mut self) -> io::Result<()> {
        let watchers = ["**/book.toml", "**/template-ids.json", "**/content/**", "**/themes/**"]
            .map(|glob| json!({"globPattern": glob}));
        let method = "workspace/didChangeWatchedFiles";
        let registration =
            json!({"id": "files", "method": method, "registerOptions": {"watchers": watchers}});
        self.ask("client/registerCapability", &json!({"registrations": [registration]}))
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};
    use std::sync::{Arc, Mutex};

    use serde_json::json;

    use super::*;

    /// What an editor hears, which fails once, at the first message with these words.
    struct Hearing {
        heard: Arc<Mutex<String>>,
        fails: Option<&'static str>,
    }

    impl Write for Hearing {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let words = String::from_utf8_lossy(bytes).into_owned();
            if self.fails.is_some_and(|fault| words.contains(fault)) {
                self.fails = None;
                panic!("a fault of ours");
            }
            self.heard.lock().expect("one thread writes").push_str(&words);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_fault_of_ours_where_nobody_asked_is_said_and_the_talk_goes_on() {
        let watches = json!({"didChangeWatchedFiles": {"dynamicRegistration": true}});
        let mut said = Vec::new();
        for message in [
            json!({"id": 1, "method": "initialize", "params": {"capabilities": {"workspace": watches}}}),
            json!({"method": "initialized"}),
            json!({"id": 2, "method": "shutdown"}),
            json!({"method": "exit"}),
        ] {
            wire::write(&mut said, &message).expect("memory can be written");
        }
        let heard = Arc::default();
        let output = Hearing { heard: Arc::clone(&heard), fails: Some("registerCapability") };
        let settings = Settings { today: || None, published: |_, _| None };
        let ending = serve(settings, Cursor::new(said), output).expect("it can be heard");
        assert_eq!(ending, Ending::Asked);
        let heard = heard.lock().expect("it has ended").clone();
        assert!(heard.contains("please report it") && heard.contains("\"id\":2"), "{heard}");
    }
}
