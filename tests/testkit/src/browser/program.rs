//! A browser's process: it says on its standard error where it listens, and it has ended when nothing of it can say
//! anything any more. Which browser it is and how it is asked to close it must not know.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::outcome::{Outcome, because};

/// How long it may take to start on a busy machine, and to stop before it is killed.
const START: Duration = Duration::from_secs(30);
const STOP: Duration = Duration::from_secs(5);

pub struct Program {
    process: Child,
    /// The WebSocket address of the whole browser.
    pub address: String,
    /// Every line that it says, and the end when all of its processes have ended.
    said: Mutex<Receiver<String>>,
}

impl Program {
    /// Starts it, and waits until it says where it listens, behind these words.
    pub fn start(command: &mut Command, words: &str) -> Outcome<Self> {
        let name = command.get_program().display().to_string();
        let mut process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(because(&format!("cannot start {name}")))?;
        // From here on a failure drops, and so stops, the process.
        let said = lines(process.stderr.take().ok_or("it says nothing")?);
        let mut program = Self { process, address: String::new(), said: Mutex::new(said) };
        program.address = program.told_address(words).map_err(because(&name))?;
        Ok(program)
    }

    fn told_address(&mut self, words: &str) -> Outcome<String> {
        let (end, mut said) = (Instant::now() + START, String::new());
        let lines = self.lines();
        loop {
            match lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    if let Some(address) = line.strip_prefix(words) {
                        return Ok(address.trim().to_owned());
                    }
                    said.extend([&line, "\n"]);
                }
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(format!("it stopped at once\n{said}"));
                }
                Err(RecvTimeoutError::Timeout) => {
                    return Err(format!("it did not say {words:?} within {START:?}\n{said}"));
                }
            }
        }
    }

    fn lines(&mut self) -> &Receiver<String> {
        self.said.get_mut().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until all of its processes have ended, if they do so in time. Somebody asked it to close.
    pub fn let_end(&mut self) {
        let end = Instant::now() + STOP;
        let lines = self.lines();
        while lines.recv_timeout(end.saturating_duration_since(Instant::now())).is_ok() {}
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What it says, line by line.
fn lines(stderr: ChildStderr) -> Receiver<String> {
    let (sender, said) = channel();
    thread::spawn(move || {
        // Read to its end also when nobody listens any more, lest it waits for a reader.
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    said
}
