//! The smallest HTTP client: one request over one connection, and a stream of server-sent events.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use serde_json::Value;

/// The longest that an answer may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// An answer, taken apart.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// The status line and the headers.
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Asks for a path with GET.
pub fn get(address: SocketAddr, path: &str) -> io::Result<Answer> {
    ask(address, &format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n"))
}

/// Sends the lines of a request, each with its line end, and reads the answer.
pub fn ask(address: SocketAddr, lines: &str) -> io::Result<Answer> {
    let mut stream = connect(address)?;
    stream.write_all(format!("{lines}Connection: close\r\n\r\n").as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let end = bytes.windows(4).position(|part| part == b"\r\n\r\n");
    let end = end.ok_or_else(|| io::Error::other("the answer has no end of its headers"))?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| io::Error::other("the answer has no status"))?;
    Ok(Answer { status, head, body: bytes.split_off(end + 4) })
}

fn connect(address: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// What the preview tells open pages.
pub struct Events(BufReader<TcpStream>);

impl Events {
    pub fn listen(address: SocketAddr) -> Self {
        let mut stream = connect(address).expect("the preview answers");
        let lines = format!("GET /.twohats/events HTTP/1.1\r\nHost: {address}\r\n\r\n");
        stream.write_all(lines.as_bytes()).expect("the request is sent");
        Self(BufReader::new(stream))
    }

    /// The next message; waits for it.
    #[track_caller]
    pub fn message(&mut self) -> Value {
        // The stream says every now and then that it lives, so it is never silent for long.
        let start = Instant::now();
        loop {
            assert!(start.elapsed() < PATIENCE, "no message came");
            let mut line = String::new();
            let read = self.0.read_line(&mut line).expect("a message comes");
            assert!(read > 0, "the stream of events has ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).expect("a message is JSON");
            }
        }
    }

    /// The next message that fits.
    #[track_caller]
    pub fn until(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        loop {
            let message = self.message();
            if fits(&message) {
                return message;
            }
        }
    }
}
