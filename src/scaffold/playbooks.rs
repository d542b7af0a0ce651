//! Whole playbooks to start from: a small one, and all that is shipped.

use std::io::Read;

use flate2::read::ZlibDecoder;

use crate::source::{PROJECT_FILE, is_ignored};

use super::File;
use super::editor::with_schema;

/// Which playbook to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Playbook {
    /// One scenario, one template and one guide.
    Small,
    /// Everything that Twohats comes with.
    Full,
}

const SMALL: [(&str, &str); 4] = [
    ("book.toml", include_str!("starter/book.toml")),
    (
        "content/scenarios/handover-went-wrong.yaml",
        include_str!("starter/handover-went-wrong.yaml"),
    ),
    ("content/templates/handover-sheet.yaml", include_str!("starter/handover-sheet.yaml")),
    ("content/guidance/start-here.md", include_str!("starter/start-here.md")),
];

const FULL_BOOK: &str = include_str!("../../book.toml");

/// Packed by `build.rs`: one file after the other, its length and its path in a line before it.
const FULL_CONTENT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/content.packed"));

/// The files of a playbook that readers' copies are known by as `id`, or by its shipped id where that is empty. It
/// passes `check` as it is: no two playbooks on one host shall hold each other's copies.
#[must_use]
pub fn playbook(which: Playbook, id: &str) -> Vec<File> {
    let mut files: Vec<File> = match which {
        Playbook::Small => SMALL.map(|(path, text)| (path.to_owned(), text.to_owned())).into(),
        Playbook::Full => {
            [vec![("book.toml".to_owned(), FULL_BOOK.to_owned())], full_content()].concat()
        }
    };
    for (path, text) in &mut files {
        if path == PROJECT_FILE && !id.is_empty() {
            *text = with_id(text, id);
        }
        *text = with_schema(path, text);
    }
    files.push((".gitignore".to_owned(), "/public\n/public-staging*\n/public-part-*\n".to_owned()));
    files
}

/// The settings with another id.
fn with_id(book: &str, id: &str) -> String {
    let line = |line: &str| {
        if line.starts_with("id = ") { format!("id = {id:?}\n") } else { line.to_owned() }
    };
    book.split_inclusive('\n').map(line).collect()
}

fn full_content() -> Vec<File> {
    let (mut bytes, mut files) = (Vec::new(), Vec::new());
    ZlibDecoder::new(FULL_CONTENT).read_to_end(&mut bytes).expect("it was packed");
    let text =
        |bytes: &[u8]| str::from_utf8(bytes).map(str::to_owned).expect("our own content is text");
    let mut rest = bytes.as_slice();
    while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        let line = text(&rest[..end]);
        let (length, path) = line.split_once(' ').expect("both stand before each file");
        let length: usize = length.parse().expect("it was a number");
        let (file, after) = rest[end + 1..].split_at(length);
        if !path.split('/').any(is_ignored) {
            files.push((path.to_owned(), text(file)));
        }
        rest = after;
    }
    files
}
