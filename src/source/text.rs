//! A text that was read, and the arithmetic of its lines. It must not know what the text means.

use std::fmt;
use std::sync::OnceLock;

use super::lines::Lines;

/// What some editors put before a text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// One text file of the project, with `\n` line ends and no byte order mark.
pub struct Source {
    path: String,
    text: Box<str>,
    /// Made when the first place is asked for, which is where something is wrong.
    lines: OnceLock<Lines>,
}

impl Source {
    /// Takes a text as it came from the disk. Line ends of Windows and of old Macs become `\n`, so that the same
    /// words give the same site on every system; lines and columns stay what an editor shows.
    #[must_use]
    pub fn new(path: impl Into<String>, text: &str) -> Self {
        Self::of(path, text.to_owned())
    }

    /// The same of a text that nobody else needs: most are kept as they came.
    pub(super) fn of(path: impl Into<String>, mut text: String) -> Self {
        if text.starts_with(BYTE_ORDER_MARK) {
            text.drain(..BYTE_ORDER_MARK.len_utf8());
        }
        if text.contains('\r') {
            text = text.replace("\r\n", "\n").replace('\r', "\n");
        }
        Self { path: path.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// The path from the project's root, with `/` on every system.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text, whose byte offsets spans count in.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column of a byte offset, both from 1; columns count characters.
    #[must_use]
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let lines = self.lines.get_or_init(|| Lines::of(&self.text));
        lines.place(&self.text, self.text.floor_char_boundary(offset))
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({})", self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn columns_count_characters_and_windows_line_ends_do_not_shift_them() {
        let source = Source::new("a", "\u{feff}né: x\r\nb: é y\r\n");
        let at = source.text().find('y').expect("y is in the text");
        assert_eq!(source.line_and_column(at), (2, 6));
    }

    #[test]
    fn a_line_may_end_as_on_an_old_mac() {
        let source = Source::new("a", "title: Late\rsummary: Full\r\n\rlevel: core\r");
        assert_eq!(source.text(), "title: Late\nsummary: Full\n\nlevel: core\n");
    }
}
