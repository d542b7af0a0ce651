//! Situations in groups: as the book's first page parts them, or by whom they are with.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{Counterpart, Entry, Grouped, Home, HomeText, Slug};

use super::List;

/// The fewest situations that are worth parting.
const FEWEST: usize = 6;

/// Situations that stand together.
#[derive(Clone, Debug)]
pub struct Group {
    /// Whom they are with; nothing of those that were named, and of those that are left.
    pub with: Option<Counterpart>,
    /// What the book calls them.
    pub title: Option<HomeText>,
    /// The id of their part of a list.
    pub anchor: String,
    /// In the order in which they are listed.
    pub list: List,
}

/// Parts the situations; each stands in the first group that has it.
pub(super) fn groups(scenarios: &[Arc<Entry>], home: Option<&Home>) -> Vec<Group> {
    let own = home.filter(|home| !home.groups.is_empty());
    let groups = own.map_or_else(|| by_counterpart(scenarios), |home| written(scenarios, home));
    groups.into_iter().filter(|group| !group.list.is_empty()).collect()
}

/// By whom they are with, each in its place among those of its group. A few stand together, and so do all where none
/// says whom it is with.
fn by_counterpart(scenarios: &[Arc<Entry>]) -> Vec<Group> {
    // What says nothing comes last.
    let mut groups: BTreeMap<(bool, Option<Counterpart>), Vec<Arc<Entry>>> = BTreeMap::new();
    for entry in scenarios {
        let with = entry.counterpart().filter(|_| scenarios.len() >= FEWEST);
        groups.entry((with.is_none(), with)).or_default().push(Arc::clone(entry));
    }
    groups.into_iter().map(|((_, with), list)| group(with, list)).collect()
}

/// As the first page has them. What is in none of its groups comes last.
fn written(scenarios: &[Arc<Entry>], home: &Home) -> Vec<Group> {
    let by_id: BTreeMap<&Slug, &Arc<Entry>> =
        scenarios.iter().map(|entry| (&entry.head.id, entry)).collect();
    let mut taken = BTreeSet::new();
    let mut groups = Vec::new();
    for (at, own) in home.groups.iter().enumerate() {
        let meant: Vec<&Arc<Entry>> = match &own.of {
            Grouped::With(with) => {
                scenarios.iter().filter(|entry| entry.counterpart() == Some(*with)).collect()
            }
            Grouped::Named(ids) => {
                ids.iter().filter_map(|id| by_id.get(&Slug::parse(id)?).copied()).collect()
            }
        };
        let list = meant.into_iter().filter(|entry| taken.insert(entry.head.id.clone())).cloned();
        let with = if let Grouped::With(with) = own.of { Some(with) } else { None };
        let mut made = group(with, list.collect());
        made.title.clone_from(&own.title);
        if with.is_none() {
            made.anchor = format!("group-{}", at + 1);
        }
        groups.push(made);
    }
    let rest = scenarios.iter().filter(|entry| !taken.contains(&entry.head.id)).cloned();
    groups.push(group(None, rest.collect()));
    groups
}

/// The group of what stands at this place of all, and its place there.
pub(super) fn at(groups: &[Group], mut place: usize) -> Option<(&Group, usize)> {
    for group in groups {
        match place.checked_sub(group.list.len()) {
            Some(behind) => place = behind,
            None => return Some((group, place)),
        }
    }
    None
}

fn group(with: Option<Counterpart>, list: Vec<Arc<Entry>>) -> Group {
    let anchor = format!("with-{}", with.map_or("other", Counterpart::name));
    Group { with, title: None, anchor, list: list.into() }
}
