//! What is served right now: swapped as a whole, never changed in parts.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

use crate::diagnostic::{Diagnostic, Severity, count};
use crate::render::Site;

use super::client::{EDIT_SCRIPT, SCRIPT};
use super::editor::Editor;
use super::host_name::HostName;

/// How a preview is run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The project's folder.
    pub root: PathBuf,
    /// The address that it answers at: `127.0.0.1` is for this machine alone.
    pub host: IpAddr,
    /// Names, besides its addresses, that are this machine's.
    pub names: Vec<HostName>,
    /// The port that must be used, or `None` for the first free one.
    pub port: Option<u16>,
    /// How often to look at the files, instead of waiting to be told of saves.
    pub poll: Option<Duration>,
    /// What opens a file that is to be mended.
    pub editor: Editor,
    /// Who may write on the pages.
    pub writers: Writers,
    /// Whether an editor shows the pages inside its own window.
    pub is_in_editor: bool,
}

/// Who may write on the pages of a preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writers {
    /// Nobody.
    Nobody,
    /// Whoever sits at this machine.
    Here,
    /// Whoever has the address that the terminal shows.
    Invited,
}

/// What is served, and what is told of it. Numbers only grow, also from one start of the program to the next, so that
/// an old message is known to be old.
#[derive(Clone, Default)]
pub(super) struct Current {
    pub revision: u64,
    /// The revision in which the pages last changed.
    pub pages: u64,
    /// What the style and the scripts are, as numbers that change with them; 0 while there is no site.
    pub style: u64,
    pub scripts: u64,
    /// Everything that is wrong with the book as it was last read, errors and warnings.
    pub notes: Arc<[Diagnostic]>,
    /// Why the book could not be read, when it could not.
    pub unreadable: Option<String>,
    /// The last site that was without faults.
    pub site: Option<Arc<Site>>,
}

impl Current {
    /// Whether the book has a newer text than the site.
    pub(super) fn has_faults(&self) -> bool {
        self.unreadable.is_some() || count(&self.notes, Severity::Error) > 0
    }
}

/// The current state, shared by the thread that rebuilds and the one that answers.
pub(super) struct Shared {
    current: RwLock<Arc<Current>>,
    revision: watch::Sender<u64>,
}

impl Shared {
    pub(super) fn new() -> Self {
        // Counted from the clock, so that pages that are open from before a restart hear of it.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let revision = u64::try_from(now.as_millis()).unwrap_or_default();
        let current = Current { revision, ..Current::default() };
        Self { current: RwLock::new(Arc::new(current)), revision: watch::channel(revision).0 }
    }

    pub(super) fn get(&self) -> Arc<Current> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Tells of every swap, after it.
    pub(super) fn listen(&self) -> watch::Receiver<u64> {
        self.revision.subscribe()
    }

    /// Puts a good site in place, with what could be better in it, and gives it.
    pub(super) fn swap(&self, site: Site, warnings: &[Diagnostic]) -> Arc<Site> {
        let revision = self.get().revision + 1;
        let site = Arc::new(site);
        self.put(Current {
            revision,
            pages: revision,
            style: fingerprint(&site, "css"),
            scripts: fingerprint(&site, "js"),
            notes: warnings.into(),
            unreadable: None,
            site: Some(Arc::clone(&site)),
        });
        site
    }

    /// Keeps the last good site and tells what is wrong.
    pub(super) fn tell(&self, faults: &[Diagnostic]) {
        self.keep_site(faults.into(), None);
    }

    /// Keeps the last good site and tells why there is no newer one.
    pub(super) fn tell_unreadable(&self, why: &str) {
        self.keep_site(Arc::default(), Some(why.to_owned()));
    }

    fn keep_site(&self, notes: Arc<[Diagnostic]>, unreadable: Option<String>) {
        let before = self.get();
        let revision = before.revision + 1;
        // Without a site the page that is shown is the one that tells the faults.
        let pages = if before.site.is_some() { before.pages } else { revision };
        self.put(Current { revision, pages, notes, unreadable, ..(*before).clone() });
    }

    fn put(&self, current: Current) {
        let revision = current.revision;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(current);
        self.revision.send_replace(revision);
    }
}

/// A number for the bytes of all styles, or of all scripts. It is the same after a restart, so that a page
/// which is open is not loaded again for it; never 0; and JavaScript can count so far.
fn fingerprint(site: &Site, ending: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    SCRIPT.hash(&mut hasher);
    EDIT_SCRIPT.hash(&mut hasher);
    for path in site.plan().pages().keys() {
        if path.ending() == ending {
            path.hash(&mut hasher);
            site.render(path.as_str()).and_then(Result::ok).hash(&mut hasher);
        }
    }
    (hasher.finish() >> 11) | 1
}
