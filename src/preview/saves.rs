//! Waits for saves, however an editor makes them, and says when and where to look.
//!
//! An event only means "look". One file that was written and closed is looked at almost at once; anything
//! more waits until the writing stops, so that a checkout of five hundred files is one rebuild.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::source::{FOLDERS, Standing};

use super::current::Settings;
use super::seen::{Look, Seen};
use super::signs::{Lies, Sign, sign};
use super::status::Status;

/// When to look again after folders changed: a file may be written into a new folder before it is watched.
const SECOND_LOOK: Duration = Duration::from_millis(200);
/// How often to look where saves are not told of, and when to try again what could not be read.
const POLL: Duration = Duration::from_millis(500);
/// How often to make sure that the folders which are watched are still those of the project.
const PULSE: Duration = Duration::from_secs(1);

/// The source of looks.
pub(super) struct Saves {
    root: PathBuf,
    /// None where saves are not told of.
    watcher: Option<RecommendedWatcher>,
    events: Receiver<notify::Result<Event>>,
    /// Kept, so that there may always be an event more to wait for.
    sender: Sender<notify::Result<Event>>,
    /// How often to look without being told.
    poll: Option<Duration>,
    /// The files and folders that links lead to.
    linked: BTreeSet<PathBuf>,
    second_look: Option<Instant>,
    /// What the folders were when they were last watched.
    standing: Standing,
    /// Something could not be read, so perhaps something could not be watched either.
    is_in_doubt: bool,
    /// Why some folder cannot be watched, so that saves in it are only found by looking.
    deaf: Option<String>,
}

impl Saves {
    /// Begins to watch; where that cannot be had, looks every now and then, and says so.
    pub(super) fn watch(settings: &Settings, report: &dyn Fn(Status)) -> Self {
        let (sender, events) = channel();
        let mut saves = Self {
            root: settings.root.clone(),
            watcher: None,
            events,
            sender,
            poll: settings.poll,
            linked: BTreeSet::new(),
            second_look: None,
            standing: Standing::of(&settings.root, &BTreeSet::new()),
            is_in_doubt: false,
            deaf: None,
        };
        if saves.poll.is_none() {
            match watcher(&saves.root, saves.sender.clone()) {
                Ok(watcher) => saves.watcher = Some(watcher),
                Err(error) => saves.poll_instead(&error, report),
            }
        }
        saves
    }

    /// Watches what links lead to, wherever it is.
    pub(super) fn follow_links(&mut self, linked: &BTreeSet<PathBuf>) {
        if self.linked == *linked {
            return;
        }
        self.linked.clone_from(linked);
        if self.watcher.is_some() {
            self.watch_anew();
            // What was saved before the watch began.
            self.second_look = Some(Instant::now());
        }
    }

    /// Looks again before long: what stood against it now may have stood against watching too.
    pub(super) fn try_again(&mut self) {
        self.is_in_doubt = true;
        self.second_look = Some(Instant::now() + POLL);
    }

    /// Waits for the next reason to look.
    pub(super) fn next(&mut self, report: &dyn Fn(Status)) -> Look {
        let mut seen = Seen::default();
        loop {
            let until = seen.due().or(self.second_look);
            let wait = until.map(|until| until.saturating_duration_since(Instant::now()));
            let wait = self.poll.or(wait).unwrap_or(PULSE);
            let event = self.events.recv_timeout(wait);
            match event {
                Ok(Ok(event)) => seen.note(self.read(&event), Instant::now()),
                // The system watches no more folders: from now on it is us who look.
                Ok(Err(error)) => {
                    self.poll_instead(&error, report);
                    return Look::Everywhere;
                }
                Err(_) if seen.due().is_some() => return seen.look(),
                Err(_) => {
                    let is_due = self.second_look.take().is_some() || self.poll.is_some();
                    if self.has_moved(report) || is_due {
                        return Look::Everywhere;
                    }
                }
            }
        }
    }

    /// Whether other folders may have taken the place of those that are watched. They are watched from now on.
    fn has_moved(&mut self, report: &dyn Fn(Status)) -> bool {
        if self.watcher.is_none() {
            return false;
        }
        let was_deaf = self.deaf.is_some();
        let is_as_it_was = Standing::of(&self.root, &self.linked) == self.standing;
        if is_as_it_was && !was_deaf && !std::mem::take(&mut self.is_in_doubt) {
            return false;
        }
        self.watch_anew();
        if let Some(why) = self.deaf.clone().filter(|_| !was_deaf) {
            report(Status::Polling { every: PULSE, why });
        }
        true
    }

    fn read(&mut self, event: &Event) -> Sign {
        let is_linked = |path: &Path| self.linked.iter().any(|target| path.starts_with(target));
        let sign = sign(event, &self.root, is_linked, Lies::at);
        if let Sign::Folders { top } = sign {
            if top {
                self.watch_anew();
            }
            self.second_look = Some(Instant::now() + SECOND_LOOK);
        }
        sign
    }

    fn poll_instead(&mut self, error: &notify::Error, report: &dyn Fn(Status)) {
        report(Status::Polling { every: POLL, why: error.to_string() });
        (self.watcher, self.poll) = (None, Some(POLL));
        // What it still had to say is found by looking.
        (self.sender, self.events) = channel();
    }

    /// A folder has one watch, however many names lead to it, and it ends with any one of them.
    fn watch_anew(&mut self) {
        // Taken before: what takes its place meanwhile is another one then.
        self.standing = Standing::of(&self.root, &self.linked);
        if let Some(watcher) = &mut self.watcher {
            let watched = watch_folders(watcher, &self.root);
            let watched = watched.and(watch_linked(watcher, &self.root, &self.linked));
            self.deaf = watched.err().map(|error| error.to_string());
        }
    }
}

fn watcher(
    root: &Path,
    sender: Sender<notify::Result<Event>>,
) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event| {
        // Nobody listens any more when the program ends.
        let _ = sender.send(event);
    })?;
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in folders(root).filter(|folder| folder.is_dir()) {
        watcher.watch(&folder, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}

fn folders(root: &Path) -> impl Iterator<Item = PathBuf> {
    FOLDERS.map(|folder| root.join(folder)).into_iter()
}

/// A folder that was made anew has lost its watch.
fn watch_folders(watcher: &mut RecommendedWatcher, root: &Path) -> notify::Result<()> {
    let _ = watcher.unwatch(root);
    let mut watched = watch(watcher, root, RecursiveMode::NonRecursive);
    for folder in folders(root) {
        let _ = watcher.unwatch(&folder);
        watched = watched.and(watch(watcher, &folder, RecursiveMode::Recursive));
    }
    watched
}

/// Watches what is there.
fn watch(watcher: &mut RecommendedWatcher, path: &Path, mode: RecursiveMode) -> notify::Result<()> {
    if !path.is_dir() {
        return Ok(());
    }
    // What goes just now has no saves.
    watcher.watch(path, mode).or_else(|error| if path.is_dir() { Err(error) } else { Ok(()) })
}

/// A linked folder is watched as a whole; of a linked file, the folder that it is in.
fn watch_linked(
    watcher: &mut RecommendedWatcher,
    root: &Path,
    linked: &BTreeSet<PathBuf>,
) -> notify::Result<()> {
    let mut watched = Ok(());
    // What lies in the project's own folders is watched with them, and more thoroughly.
    let is_watched = |path: &Path| folders(root).any(|folder| path.starts_with(folder));
    for target in linked.iter().filter(|target| !is_watched(target)) {
        watched = watched.and(if target.is_dir() {
            watch(watcher, target, RecursiveMode::Recursive)
        } else {
            watch(watcher, target.parent().unwrap_or(target), RecursiveMode::NonRecursive)
        });
    }
    watched
}
