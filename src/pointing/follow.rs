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
        // A preview that was ended may have left its note. Whoever listens there now is not asked twice.
        let mut refused = None;
        loop {
            let found = Listening::find(&root).filter(|found| refused.as_ref() != Some(found));
            if let Some(listening) = found {
                let Ok(stream) = begin(&listening) else {
                    refused = Some(listening);
                    continue;
                };
                if hear(stream, &tell).is_ok() {
                    return;
                }
            }
            thread::sleep(LOOK);
        }
    });
}

/// Asks a preview for what is pointed at. An error when it is gone, or is none.
fn begin(Listening { address, word }: &Listening) -> io::Result<BufReader<TcpStream>> {
    let mut stream = TcpStream::connect_timeout(address, TO_ANSWER)?;
    stream.set_read_timeout(Some(SILENCE))?;
    // Answers to this version of HTTP come as they are, and end with the connection.
    let asked = format!("GET {FOLLOW_PATH} HTTP/1.0\r\nHost: {address}\r\n{TOKEN}: {word}\r\n\r\n");
    stream.write_all(asked.as_bytes())?;
    let mut stream = BufReader::new(stream);
    let status = line(&mut stream)?;
    let is_answered = status.split(' ').nth(1) == Some("200");
    is_answered.then_some(stream).ok_or_else(|| io::ErrorKind::ConnectionRefused.into())
}

/// Hears one preview out. An error when it is gone; else nobody listens any more.
fn hear(mut stream: BufReader<TcpStream>, tell: &impl Fn(Place) -> bool) -> io::Result<()> {
    loop {
        let line = line(&mut stream)?;
        let place = line.strip_prefix("data: ").and_then(|data| serde_json::from_str(data).ok());
        if place.is_some_and(|place| !tell(place)) {
            return Ok(());
        }
    }
}

fn line(stream: &mut BufReader<TcpStream>) -> io::Result<String> {
    let mut line = String::new();
    match stream.take(LINE).read_line(&mut line)? {
        0 => Err(io::ErrorKind::ConnectionAborted.into()),
        _ => Ok(line),
    }
}
