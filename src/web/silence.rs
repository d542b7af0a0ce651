//! Why there is no answer. It must not know what was asked for.

use std::fmt;
use std::io;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Silence {
    /// No host has this name.
    NoName,
    /// The host takes too long.
    Slow,
    /// The host is not who it says it is, as far as this system can tell.
    Untrusted(String),
    /// Whatever else stood in the way.
    Broken(String),
}

/// What systems say where a name is nobody's: of Linux, of macOS and the BSDs, of Windows. What they say of a network that is
/// not there is another matter.
const NOBODY: [&str; 5] = [
    "Name or service not known",
    "No address associated with hostname",
    "nodename nor servname provided, or not known",
    "No such host is known",
    "Name does not resolve",
];

impl Silence {
    pub(super) fn of(error: &ureq::Error) -> Self {
        match error {
            ureq::Error::HostNotFound => Self::NoName,
            ureq::Error::Timeout(_) => Self::Slow,
            ureq::Error::Rustls(cause) => Self::Untrusted(cause.to_string()),
            ureq::Error::Io(cause) => Self::of_io(cause),
            other => Self::Broken(other.to_string()),
        }
    }

    fn of_io(cause: &io::Error) -> Self {
        let why = cause.to_string();
        match cause.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Self::Slow,
            _ if NOBODY.iter().any(|words| why.contains(words)) => Self::NoName,
            _ if cause
                .get_ref()
                .and_then(|inner| inner.downcast_ref::<rustls::Error>())
                .is_some() =>
            {
                Self::Untrusted(why)
            }
            _ => Self::Broken(why),
        }
    }
}

impl fmt::Display for Silence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoName => f.write_str("no host has this name"),
            Self::Slow => f.write_str("the host takes too long to answer"),
            Self::Untrusted(why) => write!(f, "the host cannot be trusted: {why}"),
            Self::Broken(why) => f.write_str(why),
        }
    }
}
