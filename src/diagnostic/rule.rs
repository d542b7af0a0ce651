//! What a rule is. It must not know which rules there are.

use super::severity::Severity;

/// Errors that a book may take for warnings, or do without: a page with a link that leads nowhere is still a
/// whole page. Any other error would leave something out that the author wrote, or harm a reader.
const LENIENT: [&str; 3] = ["broken-anchor", "broken-link", "dead-link"];

/// A kind of fault.
#[derive(Debug)]
pub struct Rule {
    /// The fault's name, in kebab case: `unknown-field`.
    pub name: &'static str,
    /// How bad the fault is, unless the book says otherwise.
    pub severity: Severity,
    /// The manual page, in Markdown.
    pub page: &'static str,
}

impl Rule {
    /// A rule whose fault stops the build.
    pub(super) const fn error(name: &'static str, page: &'static str) -> Self {
        Self { name, severity: Severity::Error, page }
    }

    /// A rule whose fault is told of, and stops nothing.
    pub(super) const fn warning(name: &'static str, page: &'static str) -> Self {
        Self { name, severity: Severity::Warning, page }
    }

    /// Whether a book may call it less than it is.
    #[must_use]
    pub fn is_firm(&self) -> bool {
        self.severity == Severity::Error && !LENIENT.contains(&self.name)
    }

    /// The first sentence of the page, which says what the rule is.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        let mut lines = self.page.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        lines.next().unwrap_or_default()
    }
}
