//! A host on this machine whose answers a test gives.

use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};
use std::thread;

/// What was asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    pub method: String,
    pub path: String,
    /// All lines of its head.
    pub head: String,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// How long the host says that the body is, where that is not true.
    pub promised: Option<usize>,
}

impl Reply {
    #[must_use]
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: Vec::new(), body: body.into(), promised: None }
    }

    /// With a header, in the place of the one of that name.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// Answers from threads that end with the program.
pub struct Host {
    pub address: SocketAddr,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Host {
    /// # Errors
    /// When no port is free.
    pub fn open(
        answer: impl Fn(&Asked) -> Option<Reply> + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let (answer, asked) = (Arc::new(answer), Arc::new(Mutex::new(Vec::new())));
        let noted = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (answer, noted) = (Arc::clone(&answer), Arc::clone(&noted));
                thread::spawn(move || {
                    let _ = talk(&stream, |asked| {
                        if let Ok(mut noted) = noted.lock() {
                            noted.push(asked.clone());
                        }
                        answer(asked)
                    });
                });
            }
        });
        Ok(Self { address, asked })
    }

    /// The address of the host, ending in `/`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// All that was asked for so far.
    ///
    /// # Panics
    /// Never: no thread gives up with the list.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("no thread gives up with it").clone()
    }
}

/// Answers one request of a stream. Without a reply the connection ends.
///
/// # Errors
/// When the other end is gone.
pub fn talk<S>(stream: S, answer: impl FnOnce(&Asked) -> Option<Reply>) -> io::Result<()>
where
    S: Read + Write,
{
    let mut stream = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if stream.read_line(&mut head)? == 0 {
            return Ok(());
        }
    }
    let mut words = head.split(' ');
    let mut word = || words.next().unwrap_or_default().to_owned();
    let asked = Asked { method: word(), path: word(), head: head.clone() };
    let Some(reply) = answer(&asked) else { return Ok(()) };
    let length = reply.promised.unwrap_or(reply.body.len());
    let mut text = format!("HTTP/1.1 {} As it is\r\n", reply.status);
    for (name, value) in &reply.headers {
        let _ = write!(text, "{name}: {value}\r\n");
    }
    let _ = write!(text, "Content-Length: {length}\r\nConnection: close\r\n\r\n");
    let out = stream.get_mut();
    out.write_all(text.as_bytes())?;
    if asked.method != "HEAD" {
        out.write_all(&reply.body)?;
    }
    out.flush()
}
