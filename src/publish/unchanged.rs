//! Whether the output is already what a build would make. The same program makes the same files of the same sources,
//! so nothing has to be rendered when neither changed since the last build and its files are still as it wrote them.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::model::{Drafts, SitePath};
use crate::render::Site;
use crate::source::{PUBLISHED, Source, Sources};

use super::carried::hash_of;
use super::manifest::Manifest;
use super::totals::Totals;

/// A number of the program, another whenever anything is changed that it is made of.
pub(super) const PROGRAM: &str = env!("TWOHATS_PROGRAM");

/// The hash of all that a site is made of: the program, what it was told and what it read.
pub(super) fn made_of(site: &Site, sources: &Sources) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut take = |bytes: &[u8]| {
        // Its length first, so that no two lists of parts run into the same bytes.
        hasher.update(&(bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    take(PROGRAM.as_bytes());
    take(site.plan().site_url().unwrap_or_default().as_bytes());
    let is_told = [site.plan().playbook().drafts == Drafts::Shown, site.plan().is_staging()];
    take(&is_told.map(u8::from));
    for texts in [&sources.texts, &sources.not_utf8] {
        for (path, text) in names(texts) {
            take(path.as_bytes());
            take(text.text().as_bytes());
        }
        take(b"");
    }
    for (path, asset) in &sources.assets {
        take(path.as_bytes());
        take(&asset.size().to_le_bytes());
        // What cannot be read now is told of where it is published.
        take(&hash_of(asset.open()).map_or([0; 32], |(hash, _)| *hash.as_bytes()));
    }
    hasher.finalize().to_hex().to_string()
}

/// All but the list of what was published: the check compares with it, and no page is made of it.
fn names(texts: &BTreeMap<String, Arc<Source>>) -> impl Iterator<Item = (&str, &Source)> {
    let texts = texts.iter().filter(|(path, _)| path.as_str() != PUBLISHED);
    texts.map(|(path, source)| (path.as_str(), &**source))
}

/// The totals of a site whose files are all as they were written. `None` when one is not.
pub(super) fn as_listed(list: &Manifest, output: &Path) -> Option<Totals> {
    let files: Vec<_> = list.files().collect();
    let is_same = |(path, hash): &(&SitePath, &str)| {
        let found = hash_of(File::open(output.join(path.as_str())));
        found.is_ok_and(|(found, _)| found.to_hex().as_str() == *hash)
    };
    files.par_iter().all(is_same).then(|| Totals::unchanged(list))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::made_of;
    use crate::build::{Memory, Options, build};
    use crate::model::Drafts;
    use crate::plan::Destination;
    use crate::source::Sources;

    #[test]
    fn what_a_build_is_told_from_outside_makes_another_site() {
        let sources = Sources::in_memory([("book.toml", "[book]\ntitle = \"T\"\n")]);
        let to = |destination| Options { destination, ..Options::default() };
        let told = [
            Options::default(),
            to(Destination {
                site_url: Some("https://example.org/".to_owned()),
                is_staging: false,
            }),
            to(Destination { site_url: None, is_staging: true }),
            Options { drafts: Drafts::Shown, ..Options::default() },
        ];
        let hashes = told.each_ref().map(|options| {
            let made = build(&sources, options, &mut Memory::default());
            made_of(&made.value.expect("the book is whole"), &sources)
        });
        assert_eq!(BTreeSet::from(hashes).len(), told.len());
    }
}
