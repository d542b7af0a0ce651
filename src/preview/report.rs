//! What the preview tells whoever started it. It must not know how it is shown.

use std::net::SocketAddr;
use std::time::Duration;

use crate::diagnostic::Diagnostic;

/// What the preview has to say.
#[derive(Debug)]
pub enum Report {
    /// It answers at this address.
    Serving { address: SocketAddr },
    /// The usual port was in use.
    OtherPort { wanted: u16, found: u16 },
    /// Saves are found by looking, and why.
    Polling { every: Duration, why: String },
    /// The first site is served.
    Ready { files: usize, took: Duration, warnings: Vec<Diagnostic> },
    /// These files came, changed or went, and the new site is served.
    Changed { files: Vec<String>, took: Duration, warnings: Vec<Diagnostic> },
    /// These files came, changed or went, and the last good site is still served.
    Faults { files: Vec<String>, faults: Vec<Diagnostic> },
    /// What was wrong is mended.
    AllClear,
    /// The folder could not be read; it is tried again with the next save.
    Unreadable { why: String },
}
