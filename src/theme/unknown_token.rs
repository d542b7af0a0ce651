//! `unknown-token`: tokens that styles ask for and nobody defines, and those that are defined under a misspelt name.

use std::collections::BTreeSet;

use crate::diagnostic::rules::unknown_token::{undefined_token, unused_token};
use crate::diagnostic::{Diagnostic, Names};
use crate::source::Span;

use super::own_style::OwnStyle;
use super::style::Style;

/// Reports tokens of the project's own styles. `others` are the texts of its layouts and scripts, which may define
/// tokens and ask for them.
pub(super) fn note(
    own: &[OwnStyle],
    default: &[&Style],
    others: &[&str],
    notes: &mut Vec<Diagnostic>,
) {
    let styles = || default.iter().copied().chain(own.iter().map(|own| &own.style));
    let defined: BTreeSet<&str> = styles().flat_map(definitions).collect();
    let used: BTreeSet<&str> =
        styles().flat_map(|style| &style.uses).map(|one| one.name.as_str()).collect();
    let ours: BTreeSet<&str> = default.iter().copied().flat_map(definitions).collect();
    let elsewhere: BTreeSet<&str> = others.iter().flat_map(|text| tokens(text)).collect();
    let names = Names::of(defined.iter().copied());
    let our_names = Names::of(ours.iter().copied());
    for OwnStyle { source, style } in own {
        for one in style.uses.iter().filter(|one| !one.has_other) {
            if !defined.contains(&*one.name) && !elsewhere.contains(&*one.name) {
                let span = Span::new(source, one.place.clone());
                notes.push(undefined_token(span, &one.name, &names));
            }
        }
        for one in &style.declarations {
            let is_idle = one.name.starts_with("--")
                && !used.contains(&*one.name)
                && !elsewhere.contains(&*one.name);
            if is_idle
                && !ours.contains(&*one.name)
                && let Some(meant) = our_names.nearest(&one.name)
            {
                let place = one.place.start..one.place.start + one.name.len();
                notes.push(unused_token(Span::new(source, place), &one.name, meant));
            }
        }
    }
}

/// The tokens that a style defines.
fn definitions(style: &Style) -> impl Iterator<Item = &str> {
    let around = style.declarations.iter().flat_map(|one| &one.around);
    let registered = around.filter_map(|rule| Some(rule.strip_prefix("@property")?.trim()));
    let names = style.declarations.iter().map(|one| one.name.as_str());
    names.filter(|name| name.starts_with("--")).chain(registered)
}

/// The tokens that a layout or a script names, in whatever it writes.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_');
    text.split(move |sign| !is_part(sign)).filter(|word| word.starts_with("--"))
}
