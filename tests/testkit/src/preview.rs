//! A preview that runs: its address, what it says, what it answers. It ends with the test.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::http::{Answer, Events, PATIENCE, get};
use crate::project::Project;

pub struct Preview {
    process: Mutex<Child>,
    address: SocketAddr,
    said: Arc<Said>,
}

/// What a process says, as it says it.
#[derive(Default)]
struct Said {
    so_far: Mutex<SoFar>,
    more: Condvar,
}

#[derive(Default)]
struct SoFar {
    text: String,
    ended: bool,
}

impl Preview {
    /// On a free port of this machine.
    pub fn start(project: &Project) -> Self {
        Self::start_with(project, &["--port", "0"])
    }

    pub fn start_with(project: &Project, args: &[&str]) -> Self {
        Self::of(project.command(&[&["serve"], args].concat()))
    }

    /// On a free port, as a command of another program that becomes ours.
    pub fn start_within(project: &Project, program: &[&str]) -> Self {
        let ours = project.command(&["serve", "--port", "0"]);
        let mut command = Command::new(program[0]);
        command.args(&program[1..]).arg(ours.get_program()).args(ours.get_args());
        command.current_dir(project.path("")).stdin(Stdio::null());
        Self::of(command)
    }

    fn of(mut command: Command) -> Self {
        let started = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
        let mut process = started.expect("the program starts");
        let said: Arc<Said> = Arc::default();
        let stderr = BufReader::new(process.stderr.take().expect("it was asked for"));
        let heard = Arc::clone(&said);
        thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                heard.add(|so_far| so_far.text.extend([&line, "\n"]));
            }
            heard.add(|so_far| so_far.ended = true);
        });
        // From here on a failure drops, and so ends, the process.
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut preview = Self { process: Mutex::new(process), address, said };
        preview.until_heard("its address", |said| told_address(said).is_some());
        preview.address = told_address(&preview.stderr()).expect("it was heard");
        preview
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn id(&self) -> u32 {
        self.process().id()
    }

    fn process(&self) -> MutexGuard<'_, Child> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends it in the midst of what it does.
    pub fn kill(&self) {
        self.process().kill().expect("a process can be killed");
    }

    /// All that it said until now.
    pub fn stderr(&self) -> String {
        self.said.so_far().text.clone()
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
        if !self.comes(|_| fits(&self.get(path))) {
            let Answer { head, .. } = self.get(path);
            self.fail(&format!("`{path}` never had `{what}` but\n{head}"));
        }
        start.elapsed()
    }

    /// Looks now, and whenever open pages are told of a change, whether something has come.
    #[track_caller]
    pub fn comes(&self, mut look: impl FnMut(&Value) -> bool) -> bool {
        let (mut events, start) = (self.events(), Instant::now());
        while let Some(message) = events.within(PATIENCE.saturating_sub(start.elapsed())) {
            if look(&message) {
                return true;
            }
        }
        false
    }

    #[track_caller]
    pub fn until_said(&self, text: &str) {
        self.until_heard(text, |said| said.contains(text));
    }

    /// Waits until what it says is of the kind.
    #[track_caller]
    pub fn until_heard(&self, what: &str, fits: impl Fn(&str) -> bool) {
        let so_far = self.said.until(|so_far| fits(&so_far.text) || so_far.ended);
        if !fits(&so_far.text) {
            drop(so_far);
            self.fail(&format!("it never said `{what}`"));
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
    pub fn is_alive(&self) {
        let ended = self.process().try_wait().expect("a process can be asked");
        if let Some(status) = ended {
            self.fail(&format!("it ended: {status}"));
        }
    }

    /// Sends Ctrl-C and gives the exit code, and how long the end took.
    #[cfg(unix)]
    pub fn interrupt(self) -> (Option<i32>, Duration) {
        use rustix::process::{Pid, Signal, kill_process};
        let start = Instant::now();
        let id = Pid::from_child(&self.process());
        kill_process(id, Signal::INT).expect("a process can be interrupted");
        if !self.said.until(|so_far| so_far.ended).ended {
            self.fail("Ctrl-C did not end it");
        }
        let status = self.process().wait().expect("a process can be waited for");
        (status.code(), start.elapsed())
    }

    #[track_caller]
    pub fn fail(&self, why: &str) -> ! {
        panic!("{why}\nand said:\n{}", self.stderr())
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let mut process = self.process();
        let _ = process.kill();
        let _ = process.wait();
    }
}

fn told_address(said: &str) -> Option<SocketAddr> {
    let (_, rest) = said.split_once("your playbook is at http://")?;
    rest.split_once('/')?.0.parse().ok()
}

impl Said {
    fn so_far(&self) -> MutexGuard<'_, SoFar> {
        self.so_far.lock().expect("no reader panics")
    }

    fn add(&self, what: impl FnOnce(&mut SoFar)) {
        what(&mut self.so_far());
        self.more.notify_all();
    }

    /// What was said when that is enough, or when patience ends.
    fn until(&self, enough: impl Fn(&SoFar) -> bool) -> MutexGuard<'_, SoFar> {
        let waits = |so_far: &mut SoFar| !enough(so_far);
        self.more.wait_timeout_while(self.so_far(), PATIENCE, waits).expect("no reader panics").0
    }
}
