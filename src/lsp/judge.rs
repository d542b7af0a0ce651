//! The threads that find what is wrong, so that whoever types is never waited for: one goes the pass after each change,
//! the other looks at the finished site when nobody types. What is no longer asked for is never begun.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use rayon::ThreadPoolBuilder;

use crate::build::{Memory, Options, build, layout_faults, search_faults};
use crate::diagnostic::{Diagnostic, Noted};
use crate::render::Site;
use crate::source::Sources;

/// How long nobody types before the site is looked at.
const QUIET: Duration = Duration::from_millis(200);

/// A book to be judged.
pub(super) struct Job {
    pub revision: u64,
    pub sources: Sources,
    pub options: Options,
}

/// What was found in a book.
pub(super) struct Judged {
    pub revision: u64,
    pub found: Found,
}

pub(super) enum Found {
    /// By the pass. `is_all` when nothing is left to look at.
    Notes { notes: Vec<Diagnostic>, is_all: bool },
    /// In the finished site, besides.
    Late(Vec<Diagnostic>),
    /// Twohats itself has failed.
    Failed,
}

/// Takes books to be judged. Its threads end with it.
pub(super) struct Judge {
    jobs: Arc<Slot<Job>>,
}

impl Judge {
    /// `tell` is told of all that is found, and says whether anybody listens still.
    pub(super) fn new(tell: impl Fn(Judged) -> bool + Clone + Send + 'static) -> Self {
        let jobs: Arc<Slot<Job>> = Arc::default();
        let sites: Arc<Slot<(u64, Arc<Site>)>> = Arc::default();
        let (asked, made, told) = (Arc::clone(&jobs), Arc::clone(&sites), tell.clone());
        thread::spawn(move || {
            let mut memory = Memory::default();
            while let Some(Job { revision, sources, options }) = asked.take() {
                let done = quietly(|| build(&sources, &options, &mut memory));
                let Some(Noted { value: site, notes }) = done else {
                    // It may have been left half changed.
                    memory = Memory::default();
                    told(Judged { revision, found: Found::Failed });
                    continue;
                };
                let found = Found::Notes { notes, is_all: site.is_none() };
                if !told(Judged { revision, found }) {
                    break;
                }
                if let Some(site) = site.filter(|_| asked.is_quiet(QUIET)) {
                    made.put((revision, Arc::new(site)));
                }
            }
            made.close();
        });
        thread::spawn(move || {
            // Apart from those that the pass runs on, and one alone: whoever types goes first.
            let Ok(pool) = ThreadPoolBuilder::new().num_threads(1).build() else { return };
            while let Some((revision, site)) = sites.take() {
                let late = || [layout_faults(&site), search_faults(&site)].concat();
                let found = quietly(|| pool.install(late)).map_or(Found::Failed, Found::Late);
                if !tell(Judged { revision, found }) {
                    break;
                }
            }
        });
        Self { jobs }
    }

    /// Asks for a judgement, in the place of one that was asked for and is not begun.
    pub(super) fn ask(&self, job: Job) {
        self.jobs.put(job);
    }
}

impl Drop for Judge {
    fn drop(&mut self) {
        self.jobs.close();
    }
}

/// A fault of ours must not end the server.
fn quietly<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// A place for one thing that is handed on: a newer one takes it.
struct Slot<T> {
    state: Mutex<State<T>>,
    change: Condvar,
}

struct State<T> {
    next: Option<T>,
    is_closed: bool,
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self {
            state: Mutex::new(State { next: None, is_closed: false }),
            change: Condvar::default(),
        }
    }
}

impl<T> Slot<T> {
    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, next: T) {
        self.state().next = Some(next);
        self.change.notify_all();
    }

    fn close(&self) {
        self.state().is_closed = true;
        self.change.notify_all();
    }

    /// Waits for the next; `None` when no more will come.
    fn take(&self) -> Option<T> {
        let waits = |state: &mut State<T>| state.next.is_none() && !state.is_closed;
        let state = self.change.wait_while(self.state(), waits);
        let mut state = state.unwrap_or_else(PoisonError::into_inner);
        state.next.take().filter(|_| !state.is_closed)
    }

    /// Waits whether nothing comes for a while.
    fn is_quiet(&self, time: Duration) -> bool {
        let waits = |state: &mut State<T>| state.next.is_none() && !state.is_closed;
        let waited = self.change.wait_timeout_while(self.state(), time, waits);
        waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }
}
