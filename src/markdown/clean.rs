//! Raw HTML made safe, for prose that holds any.

use ammonia::Builder;

use super::holes::HOLE_SCHEME;

/// Takes out what could run, load from elsewhere or restyle the page; keeps what Twohats itself writes.
pub fn clean(html: &str) -> String {
    Builder::default()
        .add_generic_attributes(["id", "class", "role"])
        .add_tags(["section", "figure", "figcaption", "details", "summary"])
        .add_tag_attributes("th", ["scope"])
        .add_tag_attributes("details", ["open"])
        .add_url_schemes([HOLE_SCHEME, "tel"])
        .link_rel(None)
        .clean(html)
        .to_string()
}
