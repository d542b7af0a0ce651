//! A preview that runs: its address, what it says, what it answers. It ends with the test.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use crate::http::{Answer, Events, get};
use crate::project::Project;

/// The longest that anything may take on a busy machine. What is waited for is nearly always there at once.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is asked whether what is waited for has come.
const STEP: Duration = Duration::from_millis(2);

pub struct Preview {
    process: Child,
    address: SocketAddr,
    said: Arc<Mutex<String>>,
}

impl Preview {
    /// On a free port of this machine.
    pub fn start(project: &Project) -> Self {
        Self::start_with(project, &["--port", "0"])
    }

    pub fn start_with(project: &Project, args: &[&str]) -> Self {
        let mut command = project.command(&[&["serve"], args].concat());
        let started = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
        let mut process = started.expect("the program starts");
        let said: Arc<Mutex<String>> = Arc::default();
        let stderr = BufReader::new(process.stderr.take().expect("it was asked for"));
        let heard = Arc::clone(&said);
        thread::spawn(move || {
            for line in stderr.lines() {
                let Ok(line) = line else { return };
                let mut said = heard.lock().expect("no reader panics");
                said.push_str(&line);
                said.push('\n');
            }
        });
        // From here on a failure drops, and so ends, the process.
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut preview = Self { process, address, said };
        let found = wait(|| preview.told_address());
        preview.address = found.unwrap_or_else(|| preview.fail("it told no address"));
        preview
    }

    fn told_address(&self) -> Option<SocketAddr> {
        let said = self.stderr();
        let (_, rest) = said.split_once("your playbook is at http://")?;
        rest.split_once('/')?.0.parse().ok()
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// All that it said until now.
    pub fn stderr(&self) -> String {
        self.said.lock().expect("no reader panics").clone()
    }

    pub fn events(&self) -> Events {
        Events::listen(self.address)
    }

    #[track_caller]
    pub fn get(&self, path: &str) -> Answer {
        get(self.address, path).unwrap_or_else(|error| self.fail(&format!("{path}: {error}")))
    }

    /// Asks until the answer holds the text. Says how long that took.
    #[track_caller]
    pub fn until(&self, path: &str, text: &str) -> Duration {
        self.until_answer(path, text, |answer| answer.text().contains(text))
    }

    #[track_caller]
    pub fn until_status(&self, path: &str, status: u16) {
        self.until_answer(path, &format!("status {status}"), |answer| answer.status == status);
    }

    #[track_caller]
    fn until_answer(&self, path: &str, what: &str, fits: impl Fn(&Answer) -> bool) -> Duration {
        let start = Instant::now();
        if wait(|| fits(&self.get(path)).then_some(())).is_none() {
            let Answer { head, .. } = self.get(path);
            self.fail(&format!("`{path}` never had `{what}` but\n{head}"));
        }
        start.elapsed()
    }

    #[track_caller]
    pub fn until_said(&self, text: &str) {
        if wait(|| self.stderr().contains(text).then_some(())).is_none() {
            self.fail(&format!("it never said `{text}`"));
        }
    }

    /// The number of what is served now. It grows by one with every rebuild that is served.
    #[track_caller]
    pub fn revision(&self) -> u64 {
        let page = self.get("/404.html").text();
        let (_, rest) = page.split_once("data-twohats=\"").expect("every page has the script tag");
        let number = rest.split([' ', '"']).next().expect("split gives one part at least");
        number.parse().expect("a revision is a number")
    }

    /// How often it said that files changed and a new site is served.
    pub fn rebuilds(&self) -> usize {
        self.stderr().lines().filter(|line| line.contains(" changed in ")).count()
    }

    #[track_caller]
    pub fn is_alive(&mut self) {
        let ended = self.process.try_wait().expect("a process can be asked");
        if let Some(status) = ended {
            self.fail(&format!("it ended: {status}"));
        }
    }

    /// Sends Ctrl-C and gives the exit code, and how long the end took.
    pub fn interrupt(mut self) -> (Option<i32>, Duration) {
        let start = Instant::now();
        // Every shell has a `kill` of its own; a program of that name is not everywhere.
        let mut shell = std::process::Command::new("sh");
        let sent = shell.args(["-c", &format!("kill -INT {}", self.id())]).status();
        assert!(sent.expect("`sh` is there").success());
        let status = wait(|| self.process.try_wait().expect("a process can be asked"));
        let status = status.unwrap_or_else(|| self.fail("Ctrl-C did not end it"));
        (status.code(), start.elapsed())
    }

    #[track_caller]
    pub fn fail(&self, why: &str) -> ! {
        panic!("{why}\nand said:\n{}", self.stderr())
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Looks again and again until there is something, or patience ends.
pub fn wait<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(found) = look() {
            return Some(found);
        }
        sleep(STEP);
    }
    None
}
