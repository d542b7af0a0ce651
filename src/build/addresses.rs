//! The addresses in the tags of a page, and what a browser does with each.

use html5ever::tokenizer::Tag;

use super::tags::attribute;

/// An address in a tag.
pub(super) struct Address<'t> {
    pub attribute: &'t str,
    pub value: &'t str,
    pub use_of: UseOf,
}

/// What a browser does with an address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum UseOf {
    /// It goes there when it is asked to.
    Link,
    /// It loads what is there with the page.
    Load,
    /// It shows another page inside this one.
    Frame,
}

/// What a link element brings into the page; the others only say where something is.
const LOADING: [&str; 8] = [
    "apple-touch-icon",
    "icon",
    "manifest",
    "modulepreload",
    "prefetch",
    "preload",
    "preconnect",
    "stylesheet",
];

/// The addresses of a tag.
pub(super) fn addresses(tag: &Tag) -> Vec<Address<'_>> {
    let is_loading = |rel: &str| LOADING.contains(&rel.to_ascii_lowercase().as_str());
    let attributes: &[&str] = match &*tag.name {
        "a" | "area" => {
            let value = attribute(tag, "href");
            let link = |value| Address { attribute: "href", value, use_of: UseOf::Link };
            return value.map(link).into_iter().collect();
        }
        "link" if attribute(tag, "rel").is_some_and(|rel| rel.split(' ').any(is_loading)) => {
            &["href"]
        }
        "use" | "image" | "feimage" => &["href", "xlink:href"],
        "img" | "source" | "video" | "audio" | "track" | "iframe" | "embed" | "script"
        | "input" => &["src", "srcset", "poster"],
        "object" => &["data"],
        _ => &[],
    };
    let values = attributes.iter().filter_map(|name| Some((*name, attribute(tag, name)?)));
    let use_of = if &*tag.name == "iframe" { UseOf::Frame } else { UseOf::Load };
    let values = values.flat_map(move |(attribute, value)| {
        // Several pictures, each with its width.
        let several = if attribute == "srcset" { ',' } else { '\0' };
        value.split(several).filter_map(move |value| {
            let value =
                if attribute == "srcset" { value.split_whitespace().next()? } else { value };
            Some(Address { attribute, value: value.trim(), use_of })
        })
    });
    values.collect()
}
