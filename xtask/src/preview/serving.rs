//! The preview under measurement, and a connection to it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

pub struct Preview {
    process: Child,
    pub address: SocketAddr,
}

impl Preview {
    pub fn start(program: &Path, folder: &Path) -> Result<Self, String> {
        let started = Command::new(program)
            .args(["serve", "--port", "0"])
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn();
        let mut process = started.map_err(|error| format!("{}: {error}", program.display()))?;
        let stderr = process.stderr.take().ok_or("it says nothing")?;
        // From here on a failure drops, and so ends, the process.
        let mut preview = Self { process, address: ([127, 0, 0, 1], 0).into() };
        let mut lines = BufReader::new(stderr).lines();
        let mut said = String::new();
        while preview.address.port() == 0 {
            let Some(Ok(line)) = lines.next() else {
                return Err(format!("it told no address:\n{said}"));
            };
            if let Some((_, rest)) = line.split_once("http://") {
                let host = rest.split('/').next().unwrap_or_default();
                preview.address = host.parse().map_err(|error| format!("{host}: {error}"))?;
            }
            said.push_str(&line);
            said.push('\n');
        }
        if said.lines().any(|line| line.starts_with("error")) {
            return Err(format!("the measured book has faults:\n{said}"));
        }
        // What it says is read, lest it waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Ok(preview)
    }

    pub fn page(&self, page: &str) -> String {
        format!("http://{}{page}", self.address)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One connection that is kept open.
pub struct Connection {
    stream: BufReader<TcpStream>,
    address: SocketAddr,
}

impl Connection {
    pub fn open(preview: &Preview) -> Result<Self, String> {
        let stream = TcpStream::connect(preview.address).map_err(|error| error.to_string())?;
        let set =
            stream.set_nodelay(true).and(stream.set_read_timeout(Some(Duration::from_secs(20))));
        set.map_err(|error| error.to_string())?;
        Ok(Self { stream: BufReader::new(stream), address: preview.address })
    }

    /// The status and the text of a page.
    pub fn get(&mut self, page: &str) -> Result<(u16, String), String> {
        let request = format!("GET {page} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address);
        self.ask(&request).map_err(|error| format!("{page}: {error}"))
    }

    fn ask(&mut self, request: &str) -> std::io::Result<(u16, String)> {
        self.stream.get_mut().write_all(request.as_bytes())?;
        let (mut status, mut length, mut line) = (0, 0, String::new());
        loop {
            line.clear();
            if self.stream.read_line(&mut line)? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            let line = line.trim_end().to_ascii_lowercase();
            if let Some(rest) = line.strip_prefix("http/1.1 ") {
                status = rest.split(' ').next().and_then(|status| status.parse().ok()).unwrap_or(0);
            } else if let Some(rest) = line.strip_prefix("content-length: ") {
                length = rest.parse().unwrap_or(0);
            } else if line.is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok((status, String::from_utf8_lossy(&body).into_owned()))
    }
}
