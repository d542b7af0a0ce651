//! Pictures beside links: which there are, and where they stand.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Entry, Kind, SitePath};

use super::List;

/// The path of the social image of pages that are no entry's.
pub(super) const SOCIAL_IMAGE: SitePath = SitePath::of("social/index.png");

/// A social image of the project's own, in place of all that are made.
pub(super) const OWN_SOCIAL_IMAGE: SitePath = SitePath::of("assets/card.png");

/// The path of the social image of an entry.
pub(super) fn social_image_path(entry: &Entry) -> SitePath {
    SitePath::made(["social/", entry.head.stem.as_str(), ".png"].concat())
}

/// The social image of each entry, and the one of all other pages.
pub(super) fn social_images(
    order: &BTreeMap<Kind, List>,
) -> impl Iterator<Item = (SitePath, Option<Arc<Entry>>)> {
    let own = order.values().flat_map(|list| list.iter());
    let own = own.map(|entry| (social_image_path(entry), Some(Arc::clone(entry))));
    own.chain([(SOCIAL_IMAGE, None)])
}
