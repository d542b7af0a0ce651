//! `twohats check --fix`: puts quotes round texts that YAML takes for something else, and touches nothing more.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::Mend;
use crate::source::Source;

use super::project::{self, Opened};
use super::screen::{counted, say};

/// A text behind a fault is seen only when the fault is mended, so it is looked again, but not for ever.
const MOST_LOOKS: usize = 1000;

/// Mends what is certain in the project at or above `dir`, and says what was mended. Whether it could.
pub fn fix(dir: &Path) -> bool {
    let mut mended = 0;
    for _ in 0..MOST_LOOKS {
        let Some(Opened { root, made, .. }) = project::open(dir, None, None) else { return false };
        let mut by_file: BTreeMap<String, Vec<Mend>> = BTreeMap::new();
        for mend in made.notes.into_iter().filter_map(|note| note.mend) {
            by_file.entry(mend.span.source().path().to_owned()).or_default().push(mend);
        }
        if by_file.is_empty() {
            break;
        }
        for (path, mends) in by_file {
            match rewrite(&root.join(&path), &mends) {
                Ok(()) => mended += mends.len(),
                Err(error) => {
                    say(format_args!("error: could not mend `{path}`: {error}"));
                    return false;
                }
            }
            for mend in mends {
                let (line, _) = mend.span.line_and_column();
                say(format_args!("mended {path}:{line}: `{}`", mend.text));
            }
        }
    }
    say(match mended {
        0 => "nothing could be mended for certain".to_owned(),
        number => format!("mended {}", counted(number, "text")),
    });
    true
}

/// Writes the file anew with its mends, unless it is not what was read any more.
fn rewrite(path: &Path, mends: &[Mend]) -> io::Result<()> {
    let bytes = fs::read(path)?;
    let changed = || io::Error::other("it was changed meanwhile; run the command again");
    let text = String::from_utf8(bytes).map_err(|_| changed())?;
    let read: &Arc<Source> = match mends {
        [first, ..] => first.span.source(),
        [] => return Ok(()),
    };
    if Source::new(read.path(), &text).text() != read.text() {
        return Err(changed());
    }
    let mut mends: Vec<&Mend> = mends.iter().collect();
    mends.sort_by_key(|mend| mend.span.range().start);
    let mut done = String::with_capacity(text.len() + 2 * mends.len());
    let mut from = 0;
    for mend in mends {
        let range = mend.span.range();
        let (start, end) = (on_disk(&text, range.start), on_disk(&text, range.end));
        if start < from {
            continue;
        }
        done.push_str(&text[from..start]);
        done.push_str(&mend.text);
        from = end;
    }
    done.push_str(&text[from..]);
    replace(path, done.as_bytes())
}

/// Where an offset of the text that was read lies in the file, which may have a mark in front and other line
/// ends.
fn on_disk(text: &str, offset: usize) -> usize {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut at = mark;
    let mut read = 0;
    let bytes = text.as_bytes();
    while read < offset && at < bytes.len() {
        at += if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 };
        read += 1;
    }
    at
}

/// Puts new bytes in the place of a file in one step: whoever reads it meets the old file or the new one.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path: PathBuf = path.canonicalize()?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".tmp");
    let new = path.with_file_name(name);
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(&new)?;
    let written = file
        .write_all(bytes)
        .and_then(|()| fs::set_permissions(&new, fs::metadata(&path)?.permissions()))
        .and_then(|()| fs::rename(&new, &path));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;

    use super::rewrite;
    use crate::diagnostic::Mend;
    use crate::source::{Source, Span};

    #[test]
    fn a_file_that_changed_since_it_was_read_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("a.yaml");
        let source = Arc::new(Source::new("a.yaml", "title: @a\n"));
        let mend = Mend { span: Span::new(&source, 7..9), text: "\"@a\"".to_owned() };
        for (now, after) in [("title: @ab\n", None), ("title: @a\n", Some("title: \"@a\"\n"))] {
            fs::write(&file, now).expect("it is written");
            assert_eq!(rewrite(&file, std::slice::from_ref(&mend)).is_ok(), after.is_some());
            let found = fs::read_to_string(&file).expect("it is there");
            assert_eq!(found, after.unwrap_or(now));
        }
    }
}
