//! Waits for saves, however an editor makes them, and says when and where to look.
//!
//! An event only means "look". One file that was written and closed is looked at almost at once; anything
//! more waits until the writing stops, so that a checkout of five hundred files is one rebuild.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::source::FOLDERS;

use super::current::Settings;
use super::report::Report;
use super::signs::{Sign, sign};

/// How long nothing must happen after one file was written and closed.
const QUIET_AFTER_ONE: Duration = Duration::from_millis(4);
/// The same after several files, or while one is being written.
const QUIET: Duration = Duration::from_millis(30);
/// The longest that writing may go on before a look is taken all the same.
const PATIENCE: Duration = Duration::from_secs(1);
/// When to look again after folders changed: a file may be written into a new folder before it is watched.
const SECOND_LOOK: Duration = Duration::from_millis(200);
/// How often to look where saves are not told of.
const POLL: Duration = Duration::from_millis(500);

/// Where to look.
#[derive(Debug, PartialEq, Eq)]
pub enum Look {
    At(BTreeSet<PathBuf>),
    Everywhere,
}

/// The source of looks.
pub struct Saves {
    root: PathBuf,
    how: How,
    /// The files and folders that links lead to.
    linked: BTreeSet<PathBuf>,
    second_look: Option<Instant>,
}

enum How {
    Told { watcher: RecommendedWatcher, events: Receiver<notify::Result<Event>> },
    Polling(Duration),
}

impl Saves {
    /// Begins to watch; where that cannot be had, looks every now and then, and says so.
    pub fn watch(settings: &Settings, report: &dyn Fn(Report)) -> Self {
        let how = match settings.poll {
            Some(every) => How::Polling(every),
            None => match told(&settings.root) {
                Ok(how) => how,
                Err(error) => {
                    report(Report::Polling { every: POLL, why: error.to_string() });
                    How::Polling(POLL)
                }
            },
        };
        Self { root: settings.root.clone(), how, linked: BTreeSet::new(), second_look: None }
    }

    /// Watches what links lead to, wherever it is.
    pub fn follow_links(&mut self, linked: &BTreeSet<PathBuf>) {
        if self.linked == *linked {
            return;
        }
        self.linked.clone_from(linked);
        if let How::Told { watcher, .. } = &mut self.how {
            // A folder has one watch, however many names lead to it, and it ends with any one of them.
            watch_folders(watcher, &self.root);
            watch_linked(watcher, &self.root, &self.linked);
            // What was saved before the watch began.
            self.second_look = Some(Instant::now());
        }
    }

    /// Waits for the next reason to look. `None` when there will be no more.
    pub fn next(&mut self, report: &dyn Fn(Report)) -> Option<Look> {
        if let How::Polling(every) = self.how {
            std::thread::sleep(every);
            return Some(Look::Everywhere);
        }
        let mut seen = Seen::default();
        loop {
            let How::Told { watcher, events } = &mut self.how else { return None };
            let wait = seen.wait(self.second_look);
            let event = match wait {
                Some(wait) => events.recv_timeout(wait),
                None => events.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match event {
                Ok(Ok(event)) => {
                    let is_linked =
                        |path: &Path| self.linked.iter().any(|target| path.starts_with(target));
                    match sign(&event, &self.root, is_linked) {
                        Sign::Nothing => {}
                        Sign::Folders { top } => {
                            if top {
                                watch_folders(watcher, &self.root);
                                watch_linked(watcher, &self.root, &self.linked);
                            }
                            self.second_look = Some(Instant::now() + SECOND_LOOK);
                            seen.note(Vec::new(), false, true);
                        }
                        Sign::Files { paths, settled } => seen.note(paths, settled, false),
                    }
                }
                // The system watches no more folders: from now on it is us who look.
                Ok(Err(error)) => {
                    report(Report::Polling { every: POLL, why: error.to_string() });
                    self.how = How::Polling(POLL);
                    return Some(Look::Everywhere);
                }
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {
                    if seen.first.is_none() {
                        self.second_look = None;
                        return Some(Look::Everywhere);
                    }
                    if seen.is_due() {
                        return Some(seen.look());
                    }
                }
            }
        }
    }
}

/// What was heard since the last look.
#[derive(Default)]
struct Seen {
    paths: BTreeSet<PathBuf>,
    /// Files that are being written and not closed yet.
    open: BTreeSet<PathBuf>,
    folders: bool,
    first: Option<Instant>,
    last: Option<Instant>,
}

impl Seen {
    fn note(&mut self, paths: Vec<PathBuf>, settled: bool, folders: bool) {
        let now = Instant::now();
        self.first.get_or_insert(now);
        self.last = Some(now);
        self.folders |= folders;
        for path in paths {
            if settled {
                self.open.remove(&path);
            } else {
                self.open.insert(path.clone());
            }
            self.paths.insert(path);
        }
    }

    fn quiet(&self) -> Duration {
        let one = self.paths.len() == 1 && self.open.is_empty() && !self.folders;
        if one { QUIET_AFTER_ONE } else { QUIET }
    }

    fn due(&self) -> Option<Instant> {
        Some((self.last? + self.quiet()).min(self.first? + PATIENCE))
    }

    fn is_due(&self) -> bool {
        self.due().is_some_and(|due| due <= Instant::now())
    }

    fn wait(&self, second_look: Option<Instant>) -> Option<Duration> {
        let until = self.due().or(second_look)?;
        Some(until.saturating_duration_since(Instant::now()))
    }

    fn look(self) -> Look {
        if self.folders { Look::Everywhere } else { Look::At(self.paths) }
    }
}

fn told(root: &Path) -> notify::Result<How> {
    let (sender, events) = channel();
    let mut watcher = notify::recommended_watcher(move |event| {
        // Nobody listens any more when the program ends.
        let _ = sender.send(event);
    })?;
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in folders(root).filter(|folder| folder.is_dir()) {
        watcher.watch(&folder, RecursiveMode::Recursive)?;
    }
    Ok(How::Told { watcher, events })
}

fn folders(root: &Path) -> impl Iterator<Item = PathBuf> {
    FOLDERS.map(|folder| root.join(folder)).into_iter()
}

/// A folder that was made anew has lost its watch.
fn watch_folders(watcher: &mut RecommendedWatcher, root: &Path) {
    for folder in folders(root) {
        let _ = watcher.unwatch(&folder);
        if folder.is_dir() {
            let _ = watcher.watch(&folder, RecursiveMode::Recursive);
        }
    }
}

/// A linked folder is watched as a whole; of a linked file, the folder that it is in.
fn watch_linked(watcher: &mut RecommendedWatcher, root: &Path, linked: &BTreeSet<PathBuf>) {
    // What lies in the project's own folders is watched with them, and more thoroughly.
    let is_watched = |path: &Path| folders(root).any(|folder| path.starts_with(folder));
    for target in linked.iter().filter(|target| !is_watched(target)) {
        let _ = if target.is_dir() {
            watcher.watch(target, RecursiveMode::Recursive)
        } else {
            let folder = target.parent().unwrap_or(target);
            watcher.watch(folder, RecursiveMode::NonRecursive)
        };
    }
}
