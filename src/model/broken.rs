//! Files that are there and could not be understood. Naming one is no second fault.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::markdown::slug;

use super::{Id, Kind, Mentions};

/// The files with faults of one language, by their addresses and by what each was meant to be.
#[derive(Clone, Debug, Default)]
pub struct Broken {
    by_address: BTreeMap<String, Arc<Mentions>>,
    meant: BTreeMap<Kind, BTreeSet<Id>>,
}

impl Broken {
    /// Keeps a file by its path from `content/` without the ending.
    pub fn insert(&mut self, address: String, meant: (Kind, Id), says: Arc<Mentions>) {
        self.meant.entry(meant.0).or_default().insert(meant.1);
        self.by_address.insert(address, says);
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_address.is_empty()
    }

    /// Whether one of them was meant to be this.
    #[must_use]
    pub fn has(&self, kind: Kind, id: &str) -> bool {
        let name = id.rsplit('/').next().unwrap_or(id);
        let has = |ids: &BTreeSet<Id>| ids.contains(name) || ids.contains(&slug(id));
        self.meant.get(&kind).is_some_and(has)
    }

    /// Whether one of them lies there.
    #[must_use]
    pub fn has_at(&self, address: &str) -> bool {
        self.by_address.contains_key(address)
    }

    /// What the one that lies there says about others.
    #[must_use]
    pub fn at(&self, address: &str) -> Option<&Mentions> {
        self.by_address.get(address).map(Arc::as_ref)
    }

    /// What they say about others.
    pub fn mentions(&self) -> impl Iterator<Item = &Mentions> {
        self.by_address.values().map(Arc::as_ref)
    }
}
