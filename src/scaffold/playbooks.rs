//! Whole playbooks to start from: a small one, and all that is shipped.

use include_dir::{Dir, include_dir};

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

static FULL_CONTENT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/content");

/// The files of a playbook that readers' copies are known by as `id`, or by its shipped id where that is empty. It
/// passes `check` as it is: no two playbooks on one host shall hold each other's copies.
#[must_use]
pub fn playbook(which: Playbook, id: &str) -> Vec<File> {
    let mut files: Vec<File> = match which {
        Playbook::Small => SMALL.map(|(path, text)| (path.to_owned(), text.to_owned())).into(),
        Playbook::Full => {
            let mut files = vec![("book.toml".to_owned(), FULL_BOOK.to_owned())];
            take(&FULL_CONTENT, &mut files);
            files
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

fn take(folder: &Dir<'_>, files: &mut Vec<File>) {
    let path =
        |path: &std::path::Path| format!("content/{}", path.to_string_lossy().replace('\\', "/"));
    let kept = |name: &std::path::Path| {
        name.file_name().is_some_and(|name| !is_ignored(&name.to_string_lossy()))
    };
    for file in folder.files().filter(|file| kept(file.path())) {
        let text = file.contents_utf8().expect("our own content is text");
        files.push((path(file.path()), text.to_owned()));
    }
    for inner in folder.dirs().filter(|inner| kept(inner.path())) {
        take(inner, files);
    }
}
