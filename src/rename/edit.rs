//! A change of a few bytes of a text.

use std::ops::Range;

/// What stands in the place of a range of a text. Ranges are in the text as it was read: without a byte order
/// mark, and with `\n` at the ends of lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub range: Range<usize>,
    pub text: String,
}

/// A text with its edits, as it is on the disk: a byte order mark and `\r\n` stay.
#[must_use]
pub fn apply(written: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.range.start);
    edits.dedup();
    let windows = written.contains("\r\n");
    let mut done = String::with_capacity(written.len() + 64);
    let mut at = Places::new(written);
    let mut from = 0;
    for edit in edits {
        let (start, end) = (at.find(edit.range.start), at.find(edit.range.end));
        done.push_str(&written[from..start]);
        done.push_str(&if windows { edit.text.replace('\n', "\r\n") } else { edit.text.clone() });
        from = end;
    }
    done.push_str(&written[from..]);
    done
}

/// Finds places of the text that was read in the one on the disk; asked from front to back.
struct Places<'a> {
    written: &'a [u8],
    /// A place on the disk, and the same one in what was read.
    disk: usize,
    read: usize,
}

impl<'a> Places<'a> {
    fn new(written: &'a str) -> Self {
        let mark = if written.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { written: written.as_bytes(), disk: mark, read: 0 }
    }

    fn find(&mut self, wanted: usize) -> usize {
        while self.read < wanted && self.disk < self.written.len() {
            let pair = self.written[self.disk..].starts_with(b"\r\n");
            self.disk += if pair { 2 } else { 1 };
            self.read += 1;
        }
        self.disk
    }
}

#[cfg(test)]
mod tests {
    use super::{Edit, apply};
    use crate::source::Source;

    #[test]
    fn every_other_byte_stays_as_it_was() {
        let disk = "\u{feff}a: é\r\nb: old # why\r\n\r\nc: old\nd: \r\n";
        let source = Source::new("a.yaml", disk);
        let edits: Vec<Edit> = source
            .text()
            .match_indices("old")
            .map(|(at, old)| Edit { range: at..at + old.len(), text: "newer".to_owned() })
            .collect();
        assert_eq!(apply(disk, &edits), disk.replace("old", "newer"));
        assert_eq!(apply(disk, &[]), disk);
    }
}
