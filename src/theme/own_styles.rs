//! What is wrong with the styles of a project's own theme. Each kind of fault has a file of its own.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::diagnostic::Diagnostic;

use super::embedded::{FILES, Files};
use super::faint_text;
use super::file::{File, is_of};
use super::invalid_style;
use super::look::Tokens;
use super::own_style::OwnStyle;
use super::palette::Palette;
use super::style::Style;
use super::style_addresses;
use super::unknown_token;

/// The default theme's styles, by their path in its folder.
static DEFAULT: LazyLock<BTreeMap<&str, Style>> = LazyLock::new(|| {
    let files = FILES.iter();
    files.filter_map(|(path, file)| Some((path.as_str(), Style::read(text(path, file)?)))).collect()
});

/// Reports what is wrong. `own` are the project's files and `below` those that they lie over, `files` the paths of the
/// site, and `tokens` those whose values hold over all that styles say.
pub(super) fn note(
    (own, below): (&Files, &Files),
    files: &[&str],
    tokens: &Tokens,
    notes: &mut Vec<Diagnostic>,
) {
    let styles = own.iter().filter_map(|(path, file)| match file {
        File::Text(source) if is_style(path) => {
            Some(OwnStyle { source: Arc::clone(source), style: Style::read(source.text()) })
        }
        File::Text(_) | File::Bytes(_) => None,
    });
    let styles: Vec<OwnStyle> = styles.collect();
    if styles.is_empty() {
        return;
    }
    for own in &styles {
        invalid_style::note(own, notes);
        style_addresses::note(own, files, notes);
    }
    // Of a style that breaks off nobody knows what is in the rest.
    if styles.iter().any(|own| own.style.is_cut()) {
        return;
    }
    let is_default =
        |path, file: &File| FILES.get(path).is_some_and(|one| one.bytes() == file.bytes());
    let others = below.iter().filter(|(path, file)| !is_default(*path, file));
    let others = others.filter_map(|(path, file)| Some((path, Style::read(text(path, file)?))));
    let others: BTreeMap<&String, Style> = others.collect();
    let of_path = |path: &String| others.get(path).or_else(|| DEFAULT.get(path.as_str()));
    let ours: Vec<(&String, &Style)> =
        below.keys().filter_map(|path| Some((path, of_path(path)?))).collect();
    let kept = ours.iter().filter(|(path, _)| !own.contains_key(*path));
    let default: Vec<&Style> = kept.map(|(_, style)| *style).collect();
    let texts: Vec<&str> = own.iter().filter_map(|(path, file)| other(path, file)).collect();
    unknown_token::note(&styles, &default, &texts, notes);
    let mut of_below = Palette::default();
    for (_, style) in ours {
        of_below.add(style, None);
    }
    let mut palette = Palette::default();
    for style in default {
        palette.add(style, None);
    }
    for own in &styles {
        palette.add(&own.style, Some(&own.source));
    }
    for (name, value) in tokens {
        palette.lay(name, value.clone());
    }
    faint_text::note(&palette, &of_below, notes);
}

fn is_style(path: &str) -> bool {
    is_of(path, "styles", "css")
}

fn text<'f>(path: &str, file: &'f File) -> Option<&'f str> {
    match file {
        File::Text(source) if is_style(path) => Some(source.text()),
        File::Text(_) | File::Bytes(_) => None,
    }
}

/// A layout or a script, which may define tokens and ask for them.
fn other<'f>(path: &str, file: &'f File) -> Option<&'f str> {
    match file {
        File::Text(source) if !is_style(path) => Some(source.text()),
        File::Text(_) | File::Bytes(_) => None,
    }
}
