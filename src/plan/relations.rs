//! Relations the other way round: who names a thing, and what carries a topic.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Id, Key, Kind, Playbook};

/// For each thing, which of these scenarios name it, in their order.
pub fn used_in(playbook: &Playbook, scenarios: &[Key]) -> BTreeMap<Key, Vec<Key>> {
    // A large book names things very often: they are gathered by hash, and put in order at the end.
    let mut used: HashMap<(Kind, &str), Vec<Key>> = HashMap::new();
    for user in scenarios {
        for (kind, reference) in &playbook.entries[user].mentions.references {
            let users = used.entry((*kind, &reference.value)).or_default();
            // A scenario comes once, so naming a thing twice shows as the last one.
            if users.last() != Some(user) {
                users.push(user.clone());
            }
        }
    }
    used.into_iter().map(|((kind, id), users)| ((kind, id.to_owned()), users)).collect()
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
