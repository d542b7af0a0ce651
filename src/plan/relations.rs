//! Relations the other way round: who names a thing.

use std::collections::BTreeMap;
use std::sync::Arc;

use fnv::FnvHashMap;

use crate::model::{Entry, Id, Kind, Playbook, Reference};

use super::List;

/// The scenarios that name things, in their order, by what they name.
pub(super) type Users = BTreeMap<Kind, FnvHashMap<Id, Vec<Arc<Entry>>>>;

/// For each thing, which scenarios name it, in their order.
pub(super) fn used_in(order: &BTreeMap<Kind, List>, playbook: &Playbook) -> Users {
    let guides = order[&Kind::Guide].iter();
    let bare =
        guides.filter_map(|guide| Some((playbook.bare_name(guide)?, guide.head.id.as_str())));
    let whole: FnvHashMap<&str, &str> = bare.collect();
    let mut used = Users::new();
    for user in order[&Kind::Scenario].iter() {
        for (kind, Reference { value: named, .. }) in &user.mentions.references {
            let id = Some(named.as_str()).filter(|_| *kind == Kind::Guide);
            let id = id.and_then(|name| whole.get(name).copied()).unwrap_or(named);
            let users = used.entry(*kind).or_default();
            match users.get_mut(id) {
                Some(users) => put(users, user),
                None => {
                    users.insert(id.to_owned(), vec![Arc::clone(user)]);
                }
            }
        }
    }
    used
}

/// Adds an entry once. Each comes but once, so naming a thing twice shows as the last one.
pub(super) fn put(entries: &mut Vec<Arc<Entry>>, entry: &Arc<Entry>) {
    if !entries.last().is_some_and(|last| Arc::ptr_eq(last, entry)) {
        entries.push(Arc::clone(entry));
    }
}
