//! The smallest HTTP client: one request over one connection, and a stream of server-sent events.

use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use serde_json::Value;

/// The longest that anything may take on a busy machine. What is waited for is nearly always there at once.
pub const PATIENCE: Duration = Duration::from_secs(20);

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
    send(address, format!("{lines}Connection: close\r\n\r\n"))
}

/// Sends the lines of a request with something behind them, and reads the answer.
pub fn ask_with(address: SocketAddr, lines: &str, body: &[u8]) -> io::Result<Answer> {
    let lines = format!("{lines}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    send(address, [lines.as_bytes(), body].concat())
}

fn send(address: SocketAddr, bytes: impl AsRef<[u8]>) -> io::Result<Answer> {
    let mut stream = connect(address)?;
    stream.write_all(bytes.as_ref())?;
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
pub struct Events {
    stream: BufReader<TcpStream>,
    /// What came of a line that is not whole yet.
    line: String,
}

impl Events {
    pub fn listen(address: SocketAddr) -> Self {
        Self::listen_on(address, "/")
    }

    /// As an open page of this address does.
    pub fn listen_on(address: SocketAddr, page: &str) -> Self {
        let mut stream = connect(address).expect("the preview answers");
        let lines = format!("GET /.twohats/events?{page} HTTP/1.1\r\nHost: {address}\r\n\r\n");
        stream.write_all(lines.as_bytes()).expect("the request is sent");
        Self { stream: BufReader::new(stream), line: String::new() }
    }

    /// The next message; waits for it. The first one is how things stand now.
    #[track_caller]
    pub fn message(&mut self) -> Value {
        self.within(PATIENCE).expect("a message comes")
    }

    /// The next message, unless there is none for so long.
    #[track_caller]
    pub fn within(&mut self, patience: Duration) -> Option<Value> {
        let end = Instant::now() + patience;
        loop {
            let rest = end.checked_duration_since(Instant::now()).filter(|rest| !rest.is_zero())?;
            self.stream.get_ref().set_read_timeout(Some(rest)).expect("a wait can be limited");
            match self.stream.read_line(&mut self.line) {
                Ok(0) => panic!("the stream of events has ended"),
                Ok(_) => {}
                Err(error)
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) =>
                {
                    return None;
                }
                Err(error) => panic!("the stream of events broke: {error}"),
            }
            // Now and then it says no more than that it lives.
            let line = std::mem::take(&mut self.line);
            if let Some(data) = line.strip_prefix("data: ") {
                return Some(serde_json::from_str(data).expect("a message is JSON"));
            }
        }
    }

    /// Waits until nothing was told for so long.
    pub fn until_quiet(&mut self, quiet: Duration) {
        while self.within(quiet).is_some() {}
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
