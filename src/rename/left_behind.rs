//! Carried files that name others, as a web page names its styles: what stands in them is left as it is, and leads nowhere once
//! they move apart. It must not change them.

use std::collections::BTreeMap;

use crate::check::words_in;
use crate::markdown::composed;
use crate::model::SitePath;
use crate::source::{NAMING, Sources};

use super::carried::CONTENT;

/// The carried files in which an address no longer leads where it did once these files have moved, by the paths that they
/// had before.
#[must_use]
pub fn left_behind(sources: &Sources, moves: &[(String, String)]) -> Vec<String> {
    let inside = |path: &str| SitePath::made(composed(path).into_owned()).below(CONTENT);
    let ways = moves.iter().filter_map(|(old, new)| Some((inside(old)?, inside(new)?)));
    let ways: BTreeMap<SitePath, SitePath> = ways.collect();
    let all = sources.assets.iter().filter_map(|(name, file)| Some((inside(name)?, (name, file))));
    let all: BTreeMap<SitePath, _> = all.collect();
    let after = |path: &SitePath| ways.get(path).unwrap_or(path).clone();
    let is_left = |path: &SitePath, text: &str| {
        let now = after(path);
        words_in(text).any(|word| {
            let meant = SitePath::resolve(path.folder(), &word);
            meant
                .filter(|meant| all.contains_key(meant))
                .is_some_and(|meant| SitePath::resolve(now.folder(), &word) != Some(after(&meant)))
        })
    };
    let naming = all.iter().filter(|(path, _)| NAMING.contains(&path.ending()));
    let left =
        naming.filter(|(path, (_, file))| is_left(path, &String::from_utf8_lossy(file.head())));
    left.map(|(_, (name, _))| (*name).clone()).collect()
}
