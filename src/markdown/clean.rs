//! Raw HTML made safe, for prose that holds any.

use ammonia::Builder;

use super::addresses::is_outside;
use super::walk::SLOT_SCHEME;

/// Takes out what could run, load from elsewhere or restyle the page; keeps what Twohats itself writes.
pub(super) fn clean(html: &str) -> String {
    builder().clean(html).to_string()
}

fn builder() -> Builder<'static> {
    let mut builder = Builder::default();
    builder
        .add_generic_attributes(["id", "class", "role"])
        .add_tags(["section", "figure", "figcaption", "details", "summary"])
        .add_tag_attributes("th", ["scope"])
        .add_tag_attributes("td", ["data-label"])
        .add_tag_attributes("details", ["open"])
        .add_url_schemes([SLOT_SCHEME, "tel"])
        // A picture from elsewhere would tell another host who reads what.
        .attribute_filter(|element, attribute, value| {
            let outside = element == "img" && attribute == "src" && is_outside(value);
            (!outside).then(|| value.into())
        })
        .link_rel(None);
    builder
}

/// Elements of HTML that cleaning takes out. A tag of any other unknown name is no HTML at all: somebody
/// wrote `<name>` and meant it.
const REFUSED: [&str; 45] = [
    "animate", "applet", "audio", "base", "body", "button", "canvas", "datalist", "dialog",
    "embed", "fieldset", "form", "frame", "frameset", "head", "html", "iframe", "input", "label",
    "legend", "link", "main", "math", "meta", "meter", "noscript", "object", "optgroup", "option",
    "output", "param", "picture", "progress", "script", "select", "slot", "source", "style", "svg",
    "template", "textarea", "title", "track", "video", "xmp",
];

/// Whether a piece of raw HTML is HTML at all, and not a word in angle brackets.
pub(super) fn is_html(piece: &str) -> bool {
    let inside = piece.trim_start().trim_start_matches('<').trim_start_matches('/');
    if inside.starts_with(['!', '?']) {
        return true;
    }
    let end = inside.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let name = inside[..end].to_ascii_lowercase();
    // The rest of a block, which has no tag of its own at its start.
    name.is_empty()
        || REFUSED.contains(&name.as_str())
        || builder().clone_tags().contains(name.as_str())
}
