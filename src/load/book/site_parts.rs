//! Which parts a site has: the keys of `[site]`, and how they are read.

use std::collections::BTreeSet;

use crate::model::SitePart;
use crate::schema::{Key, Keys, Map, YesNo};

pub(super) const ABOUT: &str =
    "Which parts the site has. What is switched off is not made, and nothing leads there.";

pub(super) static KEYS: Map = Map::new(
    "[site]",
    ABOUT,
    &[&[HAS_FINDER.any(), HAS_DRILL.any(), HAS_GROUP.any(), HAS_PRINT.any()]],
);

const HAS_FINDER: Key<YesNo> = Key::new(
    "finder",
    "Whether there is a page on which readers tick what they see.",
    "finder = false",
);

const HAS_DRILL: Key<YesNo> =
    Key::new("drill", "Whether there is “Which hat first?”.", "drill = false");

const HAS_GROUP: Key<YesNo> = Key::new(
    "group",
    "Whether situations can be run with a group, by the clock and with cards.",
    "group = false",
);

const HAS_PRINT: Key<YesNo> =
    Key::new("print", "Whether many pages are there as one, for paper.", "print = false");

/// The parts that there are not to be.
pub(super) fn switched_off(site: &mut Keys<'_, '_>) -> BTreeSet<SitePart> {
    let parts = [
        (&HAS_FINDER, SitePart::Finder),
        (&HAS_DRILL, SitePart::Drill),
        (&HAS_GROUP, SitePart::Group),
        (&HAS_PRINT, SitePart::Print),
    ];
    let off = parts.into_iter().filter(|(key, _)| site.yes(key) == Some(false));
    off.map(|(_, part)| part).collect()
}
