//! Notes in translations what their originals say, so that `check` can tell what has changed since.
//!
//! It must not write: it gives the edits.

use std::sync::Arc;

use crate::check::check;
use crate::diagnostic::{Diagnostic, Noted, Severity};
use crate::edit::{Edit, Edits};
use crate::load::{Memory, ORIGINAL, front_matter, load, published};
use crate::model::{Drafts, Entry, Kind};
use crate::source::{Source, Sources};
use crate::tree::{Node, Value, parse_yaml, parse_yaml_part};

/// Why nothing was noted.
#[derive(Debug)]
pub enum Refusal {
    /// The book has faults.
    Faults(Vec<Diagnostic>),
    /// No file of this path is a translation.
    NoTranslation(String),
}

/// Notes in these translations, which are paths from the project's root, what their originals say now; without any,
/// in those that say nothing of it yet.
///
/// # Errors
/// When the book has faults, or one of the paths is no translation's.
pub fn translate(sources: &Sources, files: &[String]) -> Result<Edits, Refusal> {
    let loaded = load(sources, Drafts::Shown, &mut Memory::default());
    let originals = loaded.value.entries.clone();
    let translations: Vec<Arc<Entry>> =
        loaded.value.translations.iter().flat_map(|one| one.entries.values().cloned()).collect();
    let Noted { value: checked, notes: mut faults } = check(loaded, published(sources, None), None);
    if checked.is_none() {
        faults.retain(|note| note.severity() == Severity::Error);
        return Err(Refusal::Faults(faults));
    }
    let path = |entry: &Entry| entry.head.source.path().to_owned();
    if let Some(file) = files.iter().find(|file| !translations.iter().any(|it| path(it) == **file))
    {
        return Err(Refusal::NoTranslation(file.clone()));
    }
    let is_meant = |entry: &&Arc<Entry>| {
        files.contains(&path(entry)) || (files.is_empty() && entry.head.original.is_empty())
    };
    let texts = translations.iter().filter(is_meant).filter_map(|own| {
        let original = originals.get(&(own.kind(), own.head.id.clone()))?;
        note(&own.head.source, original)
    });
    Ok(Edits { texts: texts.collect(), ..Edits::default() })
}

/// Writes the marks of the original into a file, over those that are there.
fn note(source: &Arc<Source>, original: &Entry) -> Option<Edit> {
    let parts = original.said().into_iter();
    let lines = parts.map(|(part, said)| format!("\n  - {part} {}", said.mark));
    let noted = format!("{}:{}", ORIGINAL.name, lines.collect::<String>());
    let text = source.text();
    let (keys, root) = match original.kind() {
        Kind::Guide => {
            let Some((keys, _)) = front_matter(text) else {
                return Some(Edit::new(source, 0..0, format!("---\n{noted}\n---\n\n")));
            };
            (keys.clone(), parse_yaml_part(source, keys).value?)
        }
        Kind::Scenario | Kind::Template | Kind::Comparison | Kind::SelfCheck => {
            (0..text.len(), parse_yaml(source).value?)
        }
    };
    if let Some((from, to)) = written(&root) {
        return (text[from..to] != noted).then(|| Edit::new(source, from..to, noted));
    }
    let end = keys.start + text[keys.clone()].trim_end().len();
    Some(Edit::new(source, end..end, format!("\n{noted}")))
}

/// Where the key and what stands below it is.
fn written(root: &Node) -> Option<(usize, usize)> {
    let Value::Map(entries) = &root.value else { return None };
    let (key, node) = entries.iter().find(|(key, _)| key.name == ORIGINAL.name)?;
    let end = match &node.value {
        Value::List(items) => items.last().map_or(&node.span, |last| &last.span),
        Value::Text(_) | Value::Map(_) => &node.span,
    };
    Some((key.span.range().start, end.range().end))
}
