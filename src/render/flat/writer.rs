//! Calls written out: each becomes the body of its component, with what it gives in the place of names.
//!
//! It must not know what components say.

use std::collections::{BTreeMap, BTreeSet};

use super::call::{Argument, Text, call};
use super::component::Component;
use super::pieces::Piece;

/// Writes calls out.
pub(super) struct Writer<'c> {
    components: &'c BTreeMap<String, Component>,
    /// How many were written out. Names that loops give values to are told apart by it.
    count: usize,
    /// What the components that were written out take of what is around them.
    pub implicit: BTreeSet<String>,
}

impl<'c> Writer<'c> {
    pub(super) fn new(components: &'c BTreeMap<String, Component>) -> Self {
        Self { components, count: 0, implicit: BTreeSet::new() }
    }

    /// The pieces with their calls written out, but for calls of the components that they are `within`.
    pub(super) fn written_out(&mut self, pieces: &[Piece], within: &[&'c str]) -> Vec<Piece> {
        let mut written = Vec::with_capacity(pieces.len());
        let mut rest = pieces;
        while let [piece, after @ ..] = rest {
            if let Some((name, body, after)) = self.body(piece, after, within) {
                let within: Vec<&str> = within.iter().copied().chain([name]).collect();
                written.extend(self.written_out(&body, &within));
                rest = after;
            } else {
                written.push(piece.clone());
                rest = after;
            }
        }
        written
    }

    /// The name of the component that is called here, its body for this call, and what follows the call.
    fn body<'p>(
        &mut self,
        piece: &Piece,
        after: &'p [Piece],
        within: &[&str],
    ) -> Option<(&'c str, Vec<Piece>, &'p [Piece])> {
        let (said, is_open) = match piece {
            Piece::Text(_) => return None,
            Piece::Shown(said) => (said, false),
            Piece::Tag(said) => (said, true),
        };
        let (name, arguments) = call(said)?;
        let (name, component) = self.components.get_key_value(name)?;
        let length = if is_open { closing(name, after)? } else { 0 };
        if within.contains(&name.as_str()) || component.has_slot != is_open {
            return None;
        }
        let texts = texts(component, &arguments)?;
        let given = |name: &str| arguments.iter().any(|argument| argument.name == name);
        let implicit =
            component.parameters.iter().filter(|one| one.is_implicit && !given(&one.name));
        self.implicit.extend(implicit.map(|one| one.name.clone()));
        self.count += 1;
        let body = component.with(texts, &format!("_{}", self.count), &after[..length]);
        Some((name, body, &after[length + usize::from(is_open)..]))
    }
}

/// What stands in the place of each name that a component takes.
fn texts(component: &Component, arguments: &[Argument<'_>]) -> Option<BTreeMap<String, String>> {
    let is_taken = |argument: &Argument<'_>| {
        component.parameters.iter().any(|parameter| parameter.name == argument.name)
    };
    if !arguments.iter().all(is_taken) {
        return None;
    }
    let mut texts = BTreeMap::new();
    for parameter in &component.parameters {
        let name = &parameter.name;
        let given = arguments.iter().find(|argument| argument.name == name);
        let text = match (given.map(Argument::text), &parameter.default) {
            (Some(text), _) => text,
            (None, _) if parameter.is_implicit => continue,
            (None, Some(default)) => Text::Whole(default.clone()),
            (None, None) => return None,
        };
        match text {
            Text::Path(text) => texts.insert(name.clone(), text),
            Text::Whole(text) if !component.takes_apart(name) => texts.insert(name.clone(), text),
            Text::Whole(_) | Text::None => return None,
        };
    }
    Some(texts)
}

/// How many pieces stand before the tag that ends a call.
fn closing(name: &str, after: &[Piece]) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, piece) in after.iter().enumerate() {
        let Piece::Tag(said) = piece else { continue };
        let ends = said.strip_prefix("</").and_then(|said| said.strip_suffix('>'));
        if ends.is_some_and(|ended| ended.trim() == name) {
            match depth {
                0 => return Some(at),
                _ => depth -= 1,
            }
        } else if call(said).is_some_and(|(called, _)| called == name) {
            depth += 1;
        }
    }
    None
}
