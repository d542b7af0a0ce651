//! The formats in which a template can be taken away as a blank sheet.

/// A format of a blank sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Pdf,
    Docx,
}

impl Format {
    pub const ALL: [Self; 2] = [Self::Pdf, Self::Docx];

    /// How the names of its files end.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }
}
