//! Guides by their bare names: whoever names one need not say its folder where no other has the name.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::{Entry, EntryKey, Kind, Slug};

/// The guides that lie in folders, by their names without them. Made when it is asked for first.
#[derive(Debug, Default)]
pub struct GuideNames(OnceLock<BTreeMap<String, Vec<Slug>>>);

impl GuideNames {
    /// The guides of a name, those of several folders in the order of their paths.
    pub(super) fn called(&self, name: &str, entries: &BTreeMap<EntryKey, Arc<Entry>>) -> &[Slug] {
        let names = self.0.get_or_init(|| {
            let mut names: BTreeMap<String, Vec<Slug>> = BTreeMap::new();
            for ((kind, id), entry) in entries {
                let stem = &entry.head.stem;
                if *kind == Kind::Guide
                    && stem.name() != id.as_str()
                    && !stem.is_chapter()
                    && !stem.is_own()
                {
                    names.entry(stem.name().to_owned()).or_default().push(id.clone());
                }
            }
            names
        });
        names.get(name).map_or(&[], Vec::as_slice)
    }
}
