//! Raw HTML made safe, for prose that holds any: whatever was read in it before, nothing else comes through.

use ammonia::Builder;

use super::addresses::is_outside;
use super::elements::{ATTRIBUTES, KEPT, OWN_ATTRIBUTES};
use super::walk::SLOT_SCHEME;

/// Takes out what could run, load from elsewhere or restyle the page; keeps what Twohats itself writes.
pub(super) fn clean(html: &str) -> String {
    builder().clean(html).to_string()
}

fn builder() -> Builder<'static> {
    let own = OWN_ATTRIBUTES.iter().map(|(name, own)| (*name, own.iter().copied().collect()));
    let mut builder = Builder::default();
    builder
        .tags(KEPT.iter().copied().collect())
        .generic_attributes(ATTRIBUTES.iter().copied().collect())
        .generic_attribute_prefixes(["aria-"].into())
        .tag_attributes(own.collect())
        .add_url_schemes([SLOT_SCHEME, "tel"])
        // A picture from elsewhere would tell another host who reads what.
        .attribute_filter(|element, attribute, value| {
            let outside = element == "img" && attribute == "src" && is_outside(value);
            (!outside).then(|| value.into())
        })
        .link_rel(None);
    builder
}
