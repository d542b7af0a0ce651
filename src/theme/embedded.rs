//! The themes that are part of the program: the default one, and others that lie over it as a project's own does.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

use crate::source::Source;

use super::file::File;

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// The theme that all others lie over.
const DEFAULT: &str = "default";

/// The files of a theme, by their path in its folder.
pub(super) type Files = BTreeMap<String, File>;

/// All files of the default theme.
pub(super) static FILES: LazyLock<Files> =
    LazyLock::new(|| FOLDER.get_dir(DEFAULT).map(files).unwrap_or_default());

/// What other themes have over the default one, by their names.
static SHIPPED: LazyLock<BTreeMap<&str, Files>> = LazyLock::new(|| {
    let themes = FOLDER.dirs().filter_map(|theme| Some((theme.path().to_str()?, files(theme))));
    themes.filter(|(name, _)| *name != DEFAULT).collect()
});

/// The names of the themes of the program that lie over the default one.
pub fn shipped_themes() -> impl Iterator<Item = &'static str> {
    SHIPPED.keys().copied()
}

/// What a theme of the program has over the default one, when there is one of that name.
pub(super) fn shipped(name: &str) -> Option<&'static Files> {
    SHIPPED.get(name)
}

/// What a project's theme of this name lies over.
pub(super) fn below(name: &str) -> Cow<'static, Files> {
    match shipped(name) {
        Some(shipped) => {
            let mut files = FILES.clone();
            files.extend(shipped.clone());
            Cow::Owned(files)
        }
        None => Cow::Borrowed(&FILES),
    }
}

/// One file of the default theme as text.
#[must_use]
pub fn file(path: &str) -> Option<&'static str> {
    FILES.get(path)?.text()
}

fn files(theme: &'static Dir<'static>) -> Files {
    let mut files = Files::new();
    gather(theme, &mut files);
    files
}

fn gather(folder: &'static Dir<'static>, files: &mut Files) {
    for file in folder.files() {
        let parts = file.path().components().map(|part| part.as_os_str().to_string_lossy());
        let parts: Vec<_> = parts.collect();
        let known = match file.contents_utf8() {
            Some(text) => {
                File::Text(Arc::new(Source::new(format!("themes/{}", parts.join("/")), text)))
            }
            None => File::Bytes(file.contents().into()),
        };
        // The first is the theme's name.
        files.insert(parts[1..].join("/"), known);
    }
    for inner in folder.dirs() {
        gather(inner, files);
    }
}
