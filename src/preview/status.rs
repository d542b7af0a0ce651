//! What the preview tells whoever started it. It must not know how it is shown.

use std::net::SocketAddr;
use std::time::Duration;

use crate::diagnostic::Diagnostic;
use crate::edit;

/// Something that happened in the preview.
#[derive(Debug)]
pub enum Status {
    /// It answers at this address.
    Serving {
        /// Host and port, as they are in use.
        address: SocketAddr,
        /// The same for others in the network of this machine, where it answers them.
        nearby: Option<SocketAddr>,
        /// The word that those need who are invited to write on the pages, where they are.
        invitation: Option<String>,
    },
    /// The usual port was in use.
    OtherPort {
        /// The port that is tried first.
        wanted: u16,
        /// The free one that it answers at.
        found: u16,
    },
    /// Editors cannot follow clicks on a page, and why.
    Unfollowed {
        /// What the system says.
        why: String,
    },
    /// Saves are found by looking, and why.
    Polling {
        /// The time from one look to the next.
        every: Duration,
        /// Why the system does not tell of saves, as a sentence goes on.
        why: String,
    },
    /// The first site is served.
    Ready {
        /// How many files were read.
        files: usize,
        /// How long it took to read them and to make the site.
        took: Duration,
        /// All that could be better in the book.
        warnings: Vec<Diagnostic>,
    },
    /// These files came, changed or went, and the new site is served.
    Changed {
        /// Their paths from the project's root.
        files: Vec<String>,
        /// How long it took to read what changed and to make the new site.
        took: Duration,
        /// All that could be better in the book.
        warnings: Vec<Diagnostic>,
    },
    /// These files came, changed or went, and the last good site is still served.
    Faults {
        /// Their paths from the project's root.
        files: Vec<String>,
        /// All that is wrong with the book now, errors and warnings.
        faults: Vec<Diagnostic>,
    },
    /// Somebody had a fault mended from a page.
    Mended {
        /// What was done, as it is shown.
        what: String,
    },
    /// What was wrong is mended.
    AllClear,
    /// The schemas by which editors complete were brought up to date with the book, or why they could not be.
    Schemas(Result<(), edit::Error>),
    /// The folder could not be read; it is tried again with the next save.
    Unreadable {
        /// What stands against it, as it is shown.
        why: String,
    },
}
