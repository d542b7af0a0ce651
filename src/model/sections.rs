//! The sections of a page, and the places on it that can be linked to.

use std::collections::{BTreeMap, BTreeSet};

use super::parts::{Part, Section};
use super::{Body, Entry, Role};

impl Entry {
    /// Whether a link to this page may name this id.
    #[must_use]
    pub fn has_place(&self, id: &str) -> bool {
        self.ids.contains(id) || self.anchors().contains(id)
    }

    /// The sections that the page has, in their order. They are named in the contents menu.
    #[must_use]
    pub fn sections(&self) -> Vec<Section<'_>> {
        sections(&self.body.parts()).into_iter().cloned().collect()
    }

    /// Every id that a link to this page may name.
    #[must_use]
    pub fn anchors(&self) -> &BTreeSet<String> {
        self.kept_anchors.get(|| self.make_places())
    }

    fn make_places(&self) -> BTreeSet<String> {
        let parts = self.body.parts();
        let sections = sections(&parts).into_iter().map(|section| section.id.as_ref());
        let sections: BTreeSet<&str> = sections.collect();
        // Where one hat has nothing to say, its place is there all the same.
        let is_there = |part: &&Part<'_>| match &part.section {
            Some(section) => sections.contains(section.id.as_ref()),
            None => part.is_there && !part.anchor.is_empty(),
        };
        let parts = parts.iter().filter(is_there).map(|part| part.anchor.as_ref());
        let sides = if self.body.has_two_sides() { &Role::BOTH[..] } else { &[] };
        let sides = sides.iter().map(|role| role.name());
        let own = self.ids.iter().map(String::as_str);
        let all = sections.iter().copied().chain(sides).chain(parts).chain(own);
        all.map(str::to_owned).collect()
    }

    /// The id of the place to which this one leads on GitHub and in editors, which know nothing but guides.
    pub(super) fn second_name(&self, id: &str) -> Option<&str> {
        match &self.body {
            Body::Guide(guide) => guide.body.second_name(id),
            Body::Scenario(_) | Body::Template(_) | Body::Comparison(_) | Body::SelfCheck(_) => {
                None
            }
        }
    }
}

/// The sections in which something is there, each at its first part.
fn sections<'p, 'a>(parts: &'p [Part<'a>]) -> Vec<&'p Section<'a>> {
    let mut found: Vec<(&Section<'_>, bool)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for part in parts {
        let Some(section) = &part.section else { continue };
        let place = *places.entry(&section.id).or_insert(found.len());
        match found.get_mut(place) {
            Some((_, is_there)) => *is_there |= part.is_there,
            None => found.push((section, part.is_there)),
        }
    }
    found.into_iter().filter(|(_, is_there)| *is_there).map(|(section, _)| section).collect()
}
