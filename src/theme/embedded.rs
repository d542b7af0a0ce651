//! The default theme, which is part of the program.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

use crate::source::Source;

use super::file::File;

static DEFAULT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// All files of the default theme, by their path in its folder.
pub(super) static FILES: LazyLock<BTreeMap<String, File>> = LazyLock::new(|| {
    let mut files = BTreeMap::new();
    gather(&DEFAULT, &mut files);
    files
});

/// One file of the default theme as text.
#[must_use]
pub fn file(path: &str) -> Option<&'static str> {
    DEFAULT.get_file(path)?.contents_utf8()
}

fn gather(folder: &Dir<'static>, files: &mut BTreeMap<String, File>) {
    for file in folder.files() {
        let parts = file.path().components().map(|part| part.as_os_str().to_string_lossy());
        let path = parts.collect::<Vec<_>>().join("/");
        let known = match file.contents_utf8() {
            Some(text) => File::Text(Arc::new(Source::new(format!("themes/default/{path}"), text))),
            None => File::Bytes(file.contents().into()),
        };
        files.insert(path, known);
    }
    for inner in folder.dirs() {
        gather(inner, files);
    }
}
