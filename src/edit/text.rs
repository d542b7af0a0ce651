//! A change of a few bytes of a text. It must not know files.

use std::ops::Range;
use std::sync::Arc;

use crate::source::{Source, Span};

/// A place in a source, and the text that takes the place of what was written there. The place is one of the text as
/// it was read: without a byte order mark, and with `\n` at the ends of lines.
#[derive(Clone, Debug)]
pub struct Edit {
    /// What is taken out; an empty span takes nothing.
    pub span: Span,
    /// What is put there, with `\n` at the ends of lines.
    pub text: String,
}

impl Edit {
    /// An edit of a range of bytes of a source.
    pub fn new(source: &Arc<Source>, range: Range<usize>, text: impl Into<String>) -> Self {
        Self { span: Span::new(source, range), text: text.into() }
    }
}

/// Makes edits in a text as it is on the disk: a byte order mark, `\r\n` and `\r` stay. After the edits of one source
/// there may be some of what they made of it, and so on. Of edits that overlap, the first is made. `None` when the
/// text is not the one that the edits are for.
#[must_use]
pub fn apply(written: &str, edits: &[&Edit]) -> Option<String> {
    let mut done = written.to_owned();
    for edits in edits.chunk_by(|a, b| Arc::ptr_eq(a.span.source(), b.span.source())) {
        let read = edits[0].span.source();
        if Source::new(read.path(), &done).text() != read.text() {
            return None;
        }
        done = applied(&done, edits);
    }
    Some(done)
}

fn applied(written: &str, edits: &[&Edit]) -> String {
    let mut edits = edits.to_vec();
    let place = |edit: &Edit| (edit.span.range().start, edit.span.range().end);
    edits.sort_by_key(|edit| place(edit));
    edits.dedup_by(|a, b| place(a) == place(b) && a.text == b.text);
    let mut done = String::with_capacity(written.len() + 64);
    let mut at = Places::new(written);
    let mut from = 0;
    for edit in edits {
        let range = edit.span.range();
        if range.start < at.read {
            continue;
        }
        let start = at.find(range.start);
        done.push_str(&written[from..start]);
        if edit.text.contains('\n') {
            done.push_str(&edit.text.replace('\n', line_end(written, start)));
        } else {
            done.push_str(&edit.text);
        }
        from = at.find(range.end);
    }
    done.push_str(&written[from..]);
    done
}

/// How the line at an offset ends; the last line ends as the one above it.
fn line_end(written: &str, at: usize) -> &'static str {
    let is_end = |sign| matches!(sign, '\r' | '\n');
    let below = written[at..].trim_start_matches(|sign| !is_end(sign));
    let is_near = |end: &&str| match below {
        "" => written[..at].trim_end_matches(|sign| !is_end(sign)).ends_with(*end),
        _ => below.starts_with(*end),
    };
    ["\r\n", "\r"].into_iter().find(is_near).unwrap_or("\n")
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
    use std::sync::Arc;

    use super::{Edit, apply};
    use crate::source::Source;

    /// A file with a byte order mark, ends of lines of both kinds, and letters of several bytes.
    const DISK: &str = "\u{feff}a: é\r\nb: old # why\r\n\r\nc: old\nd: \r\n";

    fn replaced(source: &Arc<Source>, old: &str, new: &str) -> Vec<Edit> {
        let places = source.text().match_indices(old);
        places.map(|(at, old)| Edit::new(source, at..at + old.len(), new)).collect()
    }

    fn applied(written: &str, edits: &[Edit]) -> Option<String> {
        apply(written, &edits.iter().collect::<Vec<_>>())
    }

    #[test]
    fn every_other_byte_stays_as_it_was() {
        let source = Arc::new(Source::new("a.yaml", DISK));
        let edits = replaced(&source, "old", "newer");
        assert_eq!(applied(DISK, &edits), Some(DISK.replace("old", "newer")));
        assert_eq!(applied(DISK, &[]).as_deref(), Some(DISK));
        let line = Edit::new(&source, 0..0, "new: 1\n");
        assert_eq!(applied(DISK, &[line]), Some(DISK.replace("a:", "new: 1\r\na:")));
    }

    #[test]
    fn lines_that_end_as_on_an_old_mac_still_do() {
        let source = Arc::new(Source::new("a.yaml", "a: old\rb: old\r"));
        let edits = [Edit::new(&source, 3..6, "new\nc: 1")];
        assert_eq!(applied("a: old\rb: old\r", &edits).as_deref(), Some("a: new\rc: 1\rb: old\r"));
    }

    #[test]
    fn new_lines_end_as_the_line_that_they_are_put_in() {
        let disk = "a: old\r\nb: old\nc: old";
        let source = Arc::new(Source::new("a.yaml", disk));
        let edits = replaced(&source, "old", "1\nx: 2");
        let after = "a: 1\r\nx: 2\r\nb: 1\nx: 2\nc: 1\nx: 2";
        assert_eq!(applied(disk, &edits).as_deref(), Some(after));
        let last = Arc::new(Source::new("a.yaml", "a: 1\r\nb: old"));
        let edits = replaced(&last, "old", "1\nx: 2");
        assert_eq!(applied("a: 1\r\nb: old", &edits).as_deref(), Some("a: 1\r\nb: 1\r\nx: 2"));
    }

    #[test]
    fn what_the_first_edits_made_can_be_edited_again() {
        let first = Arc::new(Source::new("a.yaml", DISK));
        let mut edits = replaced(&first, "old", "newer");
        let second = Arc::new(Source::new("a.yaml", &DISK.replace("old", "newer")));
        edits.extend(replaced(&second, "newer", "new"));
        assert_eq!(applied(DISK, &edits), Some(DISK.replace("old", "new")));
    }

    #[test]
    fn a_text_that_is_another_is_not_edited() {
        let source = Arc::new(Source::new("a.yaml", DISK));
        assert_eq!(applied(&DISK.replace("why", "so"), &replaced(&source, "old", "new")), None);
    }

    #[test]
    fn of_edits_that_overlap_the_first_is_made_and_the_same_edit_once() {
        let source = Arc::new(Source::new("a.yaml", "abcdef"));
        let edits = [(2..4, "X"), (0..3, "Y"), (0..3, "Y"), (6..6, "Z"), (6..6, "Z")];
        let edits = edits.map(|(range, text)| Edit::new(&source, range, text));
        assert_eq!(applied("abcdef", &edits).as_deref(), Some("YdefZ"));
    }
}
