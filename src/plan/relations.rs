//! Relations the other way round: who names a thing, and what carries a topic.

use std::collections::BTreeMap;

use crate::model::{Id, Key, Kind, Playbook};

/// For each thing, which of these scenarios name it, in their order.
pub fn used_in(playbook: &Playbook, scenarios: &[Key]) -> BTreeMap<Key, Vec<Key>> {
    let mut used: BTreeMap<Key, Vec<Key>> = BTreeMap::new();
    for user in scenarios {
        for (kind, reference) in &playbook.entries[user].mentions.references {
            let users = used.entry((*kind, reference.value.clone())).or_default();
            // A scenario comes once, so naming a thing twice shows as the last one.
            if users.last() != Some(user) {
                users.push(user.clone());
            }
        }
    }
    used
}

/// For each topic, what is published of it.
pub fn topics(playbook: &Playbook, order: &BTreeMap<Kind, Vec<Key>>) -> BTreeMap<Id, Vec<Key>> {
    let mut topics: BTreeMap<Id, Vec<Key>> = BTreeMap::new();
    for key in order.values().flatten() {
        for topic in &playbook.entries[key].mentions.topics {
            let keys = topics.entry(topic.value.clone()).or_default();
            if keys.last() != Some(key) {
                keys.push(key.clone());
            }
        }
    }
    topics
}
