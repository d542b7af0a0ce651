//! A style of a project's own theme.

use std::sync::Arc;

use crate::source::Source;

use super::style::Style;

/// A style and where it was written.
pub(super) struct OwnStyle {
    pub source: Arc<Source>,
    pub style: Style,
}
