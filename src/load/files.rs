//! Which kind of content a file is, by where it lies; and its id, by its name.

use std::sync::Arc;

use crate::diagnostic::rules::bad_file_name::{bad_file_name, reserved_name};
use crate::diagnostic::rules::unplaced_file::unplaced_file;
use crate::diagnostic::{Diagnostic, nearest};
use crate::markdown::slug;
use crate::model::{Id, Kind};
use crate::source::{Source, Span};

/// The folder of the content, as paths start.
pub const CONTENT: &str = "content/";

/// Names that Windows keeps for devices: a site with such a file cannot be copied there.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// What a file is.
#[derive(Debug)]
pub struct Place {
    pub kind: Kind,
    pub id: Id,
    /// The address within the site without `.html`.
    pub stem: String,
}

/// Finds the place of a text file in `content/`.
pub fn place(source: &Arc<Source>) -> Result<Place, Diagnostic> {
    let here = || Span::new(source, 0..0);
    let path = source.path();
    let inside = path.strip_prefix(CONTENT).unwrap_or(path);
    let Some((folder, rest)) = inside.split_once('/') else {
        return Err(unplaced_file(here(), &format!("move it into one of {}", folders())));
    };
    let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.folder() == folder) else {
        let near = nearest(folder, Kind::ALL.map(Kind::folder));
        return Err(unplaced_file(
            here(),
            &match near {
                Some(near) => format!(
                    "`content/{folder}/` is no kind of content; did you mean `content/{near}/`?"
                ),
                None => {
                    format!("`content/{folder}/` is no kind of content: there is {}", folders())
                }
            },
        ));
    };
    let (name, ending) = rest.rsplit_once('.').unwrap_or((rest, ""));
    if ending != kind.extension() {
        let help = format!(
            "files in `content/{folder}/` end in `.{}`: rename it, or move it",
            kind.extension()
        );
        return Err(unplaced_file(here(), &help));
    }
    for part in name.split('/') {
        if !is_id(part) {
            return Err(bad_file_name(here(), part, &slug(part)));
        }
        let numbered = part.len() == 4
            && (part.starts_with("com") || part.starts_with("lpt"))
            && part.ends_with(|c: char| c.is_ascii_digit());
        if DEVICES.contains(&part) || numbered {
            return Err(reserved_name(here(), part, "Windows keeps it for a device"));
        }
    }
    if name == "index" {
        return Err(reserved_name(here(), name, "the list of the folder's pages is made there"));
    }
    let id = name.rsplit('/').next().unwrap_or(name);
    Ok(Place { kind, id: id.to_owned(), stem: format!("{folder}/{name}") })
}

/// Lower-case letters and digits of any script, hyphens and underscores.
fn is_id(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|c| (c.is_alphanumeric() && c.to_lowercase().eq([c])) || matches!(c, '-' | '_'))
}

fn folders() -> String {
    Kind::ALL.map(|kind| format!("`content/{}/`", kind.folder())).join(", ")
}
