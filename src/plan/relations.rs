//! Relations the other way round: who names a thing.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::model::{Entry, Id, Kind, Playbook, Reference};

use super::List;

/// The scenarios that name things, in their order, by what they name.
pub(super) type Users = BTreeMap<Kind, HashMap<Id, Vec<Arc<Entry>>>>;

/// For each thing, which scenarios name it, in their order.
pub(super) fn used_in(order: &BTreeMap<Kind, List>, playbook: &Playbook) -> Users {
    let mut used = Users::new();
    let scenarios = &order[&Kind::Scenario];
    for user in scenarios.iter() {
        for (kind, Reference { value: id, .. }) in &user.mentions.references {
            let users = used.entry(*kind).or_default();
            match users.get_mut(id) {
                Some(users) => put(users, user),
                None => {
                    users.insert(id.clone(), vec![Arc::clone(user)]);
                }
            }
        }
    }
    let of_guides = used.entry(Kind::Guide).or_default();
    for guide in order[&Kind::Guide].iter() {
        let Some(name) = playbook.bare_name(guide) else { continue };
        let Some(users) = of_guides.remove(name) else { continue };
        let id = guide.head.id.as_str();
        let is_one = |id: &Id| id == name || id == guide.head.id.as_str();
        let names_it = |user: &&Arc<Entry>| {
            let mut references = user.mentions.references.iter();
            references.any(|(kind, named)| *kind == Kind::Guide && is_one(&named.value))
        };
        // Some may name it in the one way, and some in the other.
        let is_both = of_guides.contains_key(id);
        let both = is_both.then(|| scenarios.iter().filter(names_it).cloned().collect());
        of_guides.insert(id.to_owned(), both.unwrap_or(users));
    }
    used
}

/// Adds an entry once. Each comes but once, so naming a thing twice shows as the last one.
pub(super) fn put(entries: &mut Vec<Arc<Entry>>, entry: &Arc<Entry>) {
    if !entries.last().is_some_and(|last| Arc::ptr_eq(last, entry)) {
        entries.push(Arc::clone(entry));
    }
}
