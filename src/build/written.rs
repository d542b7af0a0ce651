//! Where in a project's layouts something stands that a page has.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::source::{Source, Span};

/// The project's own layouts, by their path in `layouts/`.
pub(super) struct Written<'l>(pub &'l BTreeMap<String, Arc<Source>>);

/// An address as a layout has it, which may be put together: `{{ page.root }}about.html`.
pub(super) struct Address {
    pub text: String,
    pub span: Span,
}

impl Written<'_> {
    /// Every place of a text, whatever its case, that passes a look at what is before and behind it.
    pub(super) fn all<'w>(
        &'w self,
        text: &'w str,
        fits: impl Fn(&str, &str) -> bool + 'w,
    ) -> impl Iterator<Item = Span> + 'w {
        let places = self.0.values().flat_map(move |source| {
            let lower = source.text().to_ascii_lowercase();
            let starts: Vec<usize> = lower.match_indices(text).map(|(at, _)| at).collect();
            starts.into_iter().map(move |at| (source, at..at + text.len()))
        });
        places.filter_map(move |(source, place)| {
            let (before, behind) = (&source.text()[..place.start], &source.text()[place.end..]);
            fits(before, behind).then(|| Span::new(source, place))
        })
    }

    /// The address in an attribute of which a page has `value`: all of it, or as much of its end as a layout has.
    pub(super) fn address(&self, attribute: &str, value: &str) -> Option<Address> {
        let path = value.trim_start_matches("../").trim_start_matches("./");
        let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
        let ends = [value, path, name].into_iter().filter(|end| !end.is_empty());
        ends.flat_map(|end| self.0.values().map(move |source| (source, end)))
            .find_map(|(source, end)| in_attribute(source, attribute, end))
    }
}

/// An attribute that ends with a text, or the text where it stands alone in quotes of its own.
fn in_attribute(source: &Arc<Source>, attribute: &str, end: &str) -> Option<Address> {
    let text = source.text();
    let place = text.match_indices(end).find_map(|(at, _)| {
        let behind = at + end.len();
        let line = text[..at].rfind('\n').map_or(0, |line| line + 1);
        let before = &text[line..at];
        // One of several, each with its width.
        if attribute == "srcset" && text[behind..].starts_with(' ') && before.contains("srcset=") {
            return Some(at..behind);
        }
        let quote = text[behind..].chars().next().filter(|letter| matches!(letter, '"' | '\''))?;
        let open = format!("{attribute}={quote}");
        let start = before.rfind(&open).map(|open_at| line + open_at + open.len());
        Some(start.or_else(|| before.ends_with(quote).then_some(at))?..behind)
    })?;
    let span = Span::new(source, place.clone());
    Some(Address { text: text[place].to_owned(), span })
}
