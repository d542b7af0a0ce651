//! How bad a fault is.

/// How bad it is: an error stops the build, a warning does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It stops the build.
    Error,
    /// It is told of, and the site is built all the same.
    Warning,
}

impl Severity {
    /// The word for it in messages and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}
