//! Follows the preview of a project, whenever one runs. It must not know what becomes of what it hears.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use super::listening::Listening;
use super::place::Place;

/// Where a preview tells which places are pointed at.
pub(crate) const FOLLOW_PATH: &str = "/.twohats/pointed";

/// The header that says the word again which a preview tells nobody else.
pub(crate) const TOKEN: &str = "x-twohats-token";

/// How often it is looked for a preview while none runs.
const LOOK: Duration = Duration::from_secs(1);

/// How long a connection may take to come about; how long a preview that lives says nothing.
const TO_ANSWER: Duration = Duration::from_secs(5);
const SILENCE: Duration = Duration::from_secs(45);

/// The most bytes of a line.
const LINE: u64 = 16 * 1024;

/// Tells every place that is pointed at in a preview of the project at `root`, from a thread of its own, until `tell` says
/// that nobody listens any more.
pub(crate) fn follow(root: PathBuf, tell: impl Fn(Place) -> bool + Send + 'static) {
    thread::spawn(move || {
        loop {
            if let Some(listening) = Listening::find(&root)
                && hear(&listening, &tell).is_ok()
            {
                return;
            }
            // None runs, or it has ended.
            thread::sleep(LOOK);
        }
    });
}

/// Hears one preview out. An error when it is gone, or is none; else nobody listens any more.
fn hear(Listening { address, word }: &Listening, tell: &impl Fn(Place) -> bool) -> io::Result<()> {
    let mut stream = TcpStream::connect_timeout(address, TO_ANSWER)?;
    stream.set_read_timeout(Some(SILENCE))?;
    // Answers to this version of HTTP come as they are, and end with the connection.
    let asked = format!("GET {FOLLOW_PATH} HTTP/1.0\r\nHost: {address}\r\n{TOKEN}: {word}\r\n\r\n");
    stream.write_all(asked.as_bytes())?;
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    let mut is_first = true;
    loop {
        line.clear();
        let read = stream.by_ref().take(LINE).read_line(&mut line)?;
        let is_refused = is_first && line.split(' ').nth(1) != Some("200");
        if read == 0 || is_refused {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        is_first = false;
        let place = line.strip_prefix("data: ").and_then(|data| serde_json::from_str(data).ok());
        if place.is_some_and(|place| !tell(place)) {
            return Ok(());
        }
    }
}
