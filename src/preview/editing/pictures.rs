//! Pictures that are put into a text: kept beside the content, under a name that is free. It must not know how a picture
//! was made smaller, nor what is written for who cannot see it.

use std::io::Read;
use std::time::SystemTime;

use serde_json::json;

use crate::edit::is_there;
use crate::markdown::slug;
use crate::model::Kind;

use super::book::Editing;
use super::fault::{Fault, Told, against};

/// The folder of the content, as paths start.
const CONTENT: &str = "content/";

/// The folder of pictures.
const FOLDER: &str = "content/pictures";

/// How the bytes of a picture begin, from which place on, and how the names of such files end.
const KINDS: [(usize, &[u8], &str); 4] = [
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"\xff\xd8\xff", "jpg"),
    (0, b"GIF8", "gif"),
    (8, b"WEBP", "webp"),
];

impl Editing {
    /// Keeps a picture for a file, and says how that links to it. The same picture is kept once.
    pub(in super::super) fn picture(&mut self, file: &str, name: &str, bytes: &[u8]) -> Told {
        self.file(file)?;
        let kind = KINDS
            .iter()
            .find(|(at, sign, _)| bytes.get(*at..).is_some_and(|bytes| bytes.starts_with(sign)));
        let (_, _, ending) = kind.ok_or_else(|| {
            Fault::Unfit(
                "this is no picture that every browser shows: take a PNG, JPEG, WebP or GIF"
                    .to_owned(),
            )
        })?;
        self.reader.read().map_err(against)?;
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let stem = Some(slug(stem)).filter(|stem| !stem.is_empty());
        let stem = stem.unwrap_or_else(|| "picture".to_owned());
        let numbers = (2..).map(|number| format!("{stem}-{number}"));
        for name in [stem.clone()].into_iter().chain(numbers) {
            let path = format!("{FOLDER}/{name}.{ending}");
            let at = self.reader.root().join(&path);
            if !is_there(&at) {
                self.journal()?.make(&path, bytes, SystemTime::now()).map_err(against)?;
            } else if !self.has(&path, bytes) {
                continue;
            }
            return Ok(json!({ "link": link(file, &path), "file": path }));
        }
        Err(Fault::Unfit("there is no free name".to_owned()))
    }

    /// Whether a picture has these bytes.
    fn has(&self, path: &str, bytes: &[u8]) -> bool {
        let opened = self.reader.sources().assets.get(path).and_then(|asset| asset.open().ok());
        let mut there = Vec::new();
        opened.is_some_and(|mut opened| opened.read_to_end(&mut there).is_ok()) && there == bytes
    }
}

/// The way from a file of content to another. A translation links as its original does.
fn link(from: &str, to: &str) -> String {
    let inside = from.strip_prefix(CONTENT).unwrap_or(from);
    let (first, rest) = inside.split_once('/').unwrap_or_default();
    let inside = if Kind::of_folder(first).is_some() { inside } else { rest };
    let folders = inside.matches('/').count();
    format!("{}{}", "../".repeat(folders), to.strip_prefix(CONTENT).unwrap_or(to))
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn a_picture_is_linked_from_the_folder_that_a_page_has_in_its_language() {
        let picture = "content/pictures/a.png";
        for (file, way) in [
            ("content/scenarios/late.yaml", "../pictures/a.png"),
            ("content/scenarios/deep/late.yaml", "../../pictures/a.png"),
            ("content/de/scenarios/late.yaml", "../pictures/a.png"),
        ] {
            assert_eq!(link(file, picture), way, "{file}");
        }
    }
}
