//! What was found about a file of a site. It must not know how it is shown.

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Readers get something else than was built, or something that does not work.
    Error,
    /// All works, and could be better.
    Warning,
    /// It is as well to know.
    Note,
}

/// What is the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A file is not there.
    Missing,
    /// A file ends too early.
    Torn,
    /// A file has other bytes.
    Changed,
    /// A file that no build has made.
    Foreign,
    /// A host sends a file as what it is not.
    WrongType,
    /// A host lets browsers keep a file too long, or too short.
    WrongCache,
    /// A host forbids what pages need, or takes away what readers keep.
    WrongPolicy,
    /// An address leads out of the site.
    LeadsAway,
    /// A host gave no answer, or refused.
    NotAnswered,
    /// A host does not say that a page is not there.
    NotFoundPage,
    /// A build did not come to its end.
    CutShort,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is the matter.
    pub kind: Kind,
    /// How much it matters.
    pub weight: Weight,
    /// The file, by its path from the root of the site.
    pub path: String,
    /// What is the matter, in words.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

impl Weight {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Kind {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Torn => "torn",
            Self::Changed => "changed",
            Self::Foreign => "foreign",
            Self::WrongType => "wrong-type",
            Self::WrongCache => "wrong-cache",
            Self::WrongPolicy => "wrong-policy",
            Self::LeadsAway => "leads-away",
            Self::NotAnswered => "not-answered",
            Self::NotFoundPage => "not-found-page",
            Self::CutShort => "cut-short",
        }
    }
}

impl Finding {
    pub(super) fn new(
        (weight, kind): (Weight, Kind),
        path: &str,
        message: impl Into<String>,
        help: &'static str,
    ) -> Self {
        Self { kind, weight, path: path.to_owned(), message: message.into(), help }
    }

    pub(super) fn error(
        kind: Kind,
        path: &str,
        message: impl Into<String>,
        help: &'static str,
    ) -> Self {
        Self::new((Weight::Error, kind), path, message, help)
    }
}

/// What to do where a file is not as it was built.
pub(super) const AGAIN: &str = "build again, and publish all of the folder";
