//! Which files stay although the site has them no more: a page that was opened before may still ask for the script or the
//! style that it was made with. Files with a mark in their names stay for some versions; it must not know what is in them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::SitePath;

/// How many earlier versions of a file stay beside the one that is published.
const MOST: usize = 4;

/// Earlier versions by the plain path of the file, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Past(BTreeMap<SitePath, Vec<SitePath>>);

impl Past {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn has(&self, path: &SitePath) -> bool {
        self.paths().any(|one| one == path)
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &SitePath> {
        self.0.values().flatten()
    }

    /// The same after files have gone, without those that `is_there` says have come back.
    pub(super) fn after(&self, gone: &[&SitePath], is_there: impl Fn(&SitePath) -> bool) -> Self {
        let mut versions: BTreeMap<SitePath, Vec<SitePath>> = BTreeMap::new();
        for path in gone.iter().copied().chain(self.paths()) {
            let Some(plain) = path.unmarked().filter(|_| !is_there(path)) else { continue };
            let versions = versions.entry(plain).or_default();
            if versions.len() < MOST && !versions.contains(path) {
                versions.push(path.clone());
            }
        }
        Self(versions)
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Past};
    use crate::model::{Mark, SitePath};

    #[test]
    fn the_last_versions_stay_and_one_that_comes_back_is_none_of_them() {
        let style = SitePath::of("assets/style.css");
        let versions: Vec<SitePath> =
            (0..8_u8).map(|number| style.marked(Mark::of(&[number]))).collect();
        let plain = SitePath::of("about.html");
        let mut past = Past::default();
        for version in &versions {
            past = past.after(&[version, &plain], |_| false);
        }
        let last: Vec<&SitePath> = versions.iter().rev().take(MOST).collect();
        assert_eq!(past.paths().collect::<Vec<_>>(), last);
        let past = past.after(&[], |path| path == last[0]);
        assert_eq!(past.paths().collect::<Vec<_>>(), last[1..]);
    }
}
