//! `broken-promise`: what layouts bring into pages that a strict content policy blocks, or that works in one place only.

use html5ever::tokenizer::Tag;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::broken_promise::{
    inside_the_page, loaded_from_elsewhere, page_from_elsewhere,
};
use crate::model::is_elsewhere;
use crate::source::Span;

use super::addresses::{Address, UseOf};
use super::tags::attribute;
use super::written::Written;

pub(super) fn note(
    tags: &[Tag],
    addresses: &[Address<'_>],
    written: &Written<'_>,
    faults: &mut Vec<Diagnostic>,
) {
    for one in addresses {
        if !is_elsewhere(one.value) {
            continue;
        }
        let told = match one.use_of {
            UseOf::Link => continue,
            UseOf::Load => loaded_from_elsewhere,
            UseOf::Frame => page_from_elsewhere,
        };
        let found = written.address(one.attribute, one.value);
        faults.extend(found.map(|found| told(found.span, &found.text)));
    }
    for tag in tags {
        match &*tag.name {
            "style" => told(written.all("<style", is_whole), "styles", faults),
            "script" if attribute(tag, "src").is_none() && runs(tag) => {
                let is_inside = |before: &str, behind: &str| {
                    let tag = behind.split('>').next().unwrap_or_default();
                    is_whole(before, behind) && !tag.contains("src=")
                };
                told(written.all("<script", is_inside), "scripts", faults);
            }
            _ => {}
        }
        for one in &tag.attrs {
            let name = &*one.name.local;
            let folder = match name {
                "style" => "styles",
                _ if name.starts_with("on") => "scripts",
                _ => continue,
            };
            let is_attribute =
                |before: &str, _: &str| before.ends_with([' ', '\n', '\t', '"', '}']);
            told(written.all(&format!("{name}="), is_attribute), folder, faults);
        }
    }
}

/// Tells of places; what stands there is told up to its `=`.
fn told(places: impl Iterator<Item = Span>, folder: &str, faults: &mut Vec<Diagnostic>) {
    faults.extend(places.map(|span| {
        let what = &span.source().text()[span.range()];
        let what = what.strip_prefix('<').map_or(what.to_owned(), |name| format!("<{name}>"));
        inside_the_page(span, what.trim_end_matches('='), folder)
    }));
}

/// Whether a tag's name ends where it was found.
fn is_whole(_before: &str, behind: &str) -> bool {
    behind.starts_with(['>', ' ', '\n', '{'])
}

/// Whether a script is code and not data.
fn runs(tag: &Tag) -> bool {
    attribute(tag, "type").is_none_or(|kind| {
        matches!(kind, "" | "module" | "importmap") || kind.ends_with("javascript")
    })
}
