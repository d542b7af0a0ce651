//! A component as it can be written out: what it takes, and its body.
//!
//! It must not know where it is called.

use std::collections::{BTreeMap, BTreeSet};

use super::call::call;
use super::names::{given, quoted, replaced, values};
use super::pieces::Piece;

/// What the body of a component that is written out may have besides texts and values. A name that is set would be looked
/// among by all around the call, which takes longer than the call.
const TAGS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];

/// The name of what stands between the tags of a call.
const BODY: &str = "body";

/// What a component takes.
pub(super) struct Parameter {
    pub name: String,
    /// The text of the value that it has where a call gives none.
    pub default: Option<String>,
    /// Whether it is what the name stands for where the call is, unless the call gives another.
    pub is_implicit: bool,
}

/// A component that can be written out.
pub(super) struct Component {
    pub parameters: Vec<Parameter>,
    /// Whether it shows what stands between the tags of a call.
    pub has_slot: bool,
    body: Vec<Piece>,
    /// The names to which its loops give values.
    own: BTreeSet<String>,
    /// The names of which parts are asked for: no text of a value can stand in their place.
    apart: BTreeSet<String>,
}

/// The name of the component that a tag begins, and what stands in its brackets.
pub(super) fn beginning(tag: &str) -> Option<(&str, &str)> {
    let (name, rest) = tag.strip_prefix("component ")?.split_once('(')?;
    Some((name.trim(), rest.trim_end().strip_suffix(')')?))
}

/// The beginning of a component that takes this besides, of what is around a call.
pub(super) fn widened(tag: &str, implicit: &BTreeSet<String>) -> Option<String> {
    let (name, written) = beginning(tag)?;
    let parameters = read(written)?;
    let is_taken = |name: &String| parameters.iter().any(|parameter| parameter.name == *name);
    let added = implicit.iter().filter(|name| !is_taken(name));
    let added: String = added.flat_map(|name| ["@", name, ", "]).collect();
    Some(format!("component {name}({added}{written})"))
}

/// The names that a component which begins here takes from its calls alone.
pub(super) fn explicit(tag: &str) -> impl Iterator<Item = String> {
    let parameters = beginning(tag).and_then(|(_, written)| read(written));
    let explicit = parameters.into_iter().flatten().filter(|parameter| !parameter.is_implicit);
    explicit.map(|parameter| parameter.name)
}

/// What stands in the brackets of a component.
fn read(parameters: &str) -> Option<Vec<Parameter>> {
    separate(parameters).into_iter().map(parameter).collect()
}

impl Component {
    /// The component with these parameters and this body, unless something in it means another thing where it is called.
    pub(super) fn read(parameters: &str, body: &[Piece]) -> Option<Self> {
        let parameters = read(parameters)?;
        let own: BTreeSet<String> = tags(body).flat_map(given).map(str::to_owned).collect();
        let slot = Piece::Shown(BODY.to_owned());
        let slots: Vec<usize> = (0..body.len()).filter(|at| body[*at] == slot).collect();
        let is_known = |name: &str| {
            own.contains(name) || parameters.iter().any(|parameter| parameter.name == name)
        };
        let is_understood = |piece: &Piece| match piece {
            Piece::Text(_) => true,
            Piece::Shown(_) if *piece == slot => true,
            Piece::Shown(said) => !is_unclear(said) && names(said).all(is_known),
            Piece::Tag(said) if said.starts_with("</") => true,
            Piece::Tag(said) => {
                let first = said.split_whitespace().next().unwrap_or_default();
                let is_known_tag = said.starts_with('<') || TAGS.contains(&first);
                is_known_tag && !is_unclear(said) && names(said).all(is_known)
            }
        };
        let gives_anew = parameters.iter().any(|parameter| own.contains(&parameter.name));
        let has_slot = !slots.is_empty();
        // What stands in a loop may ask how far the loop is.
        let is_slot_plain = slots.len() < 2 && (own.is_empty() || !has_slot);
        let is_plain = is_slot_plain && !gives_anew && body.iter().all(is_understood);
        let apart = body.iter().flat_map(taken_apart).map(str::to_owned).collect();
        is_plain.then(|| Self { parameters, has_slot, body: body.to_vec(), own, apart })
    }

    /// The body with texts in the place of what it takes, names of its own with this ending, and its slot filled.
    pub(super) fn with(
        &self,
        mut texts: BTreeMap<String, String>,
        ending: &str,
        between: &[Piece],
    ) -> Vec<Piece> {
        texts.extend(self.own.iter().map(|name| (name.clone(), format!("{name}{ending}"))));
        let mut body = Vec::with_capacity(self.body.len() + between.len());
        for piece in &self.body {
            match piece {
                Piece::Text(_) => body.push(piece.clone()),
                Piece::Shown(said) if said == BODY => body.extend_from_slice(between),
                Piece::Shown(said) => body.push(Piece::Shown(replaced(said, &texts))),
                Piece::Tag(said) => body.push(Piece::Tag(replaced(said, &texts))),
            }
        }
        body
    }

    /// Whether parts of a value of this name are asked for.
    pub(super) fn takes_apart(&self, name: &str) -> bool {
        self.apart.contains(name)
    }
}

/// The names of which a piece asks for parts.
fn taken_apart(piece: &Piece) -> Vec<&str> {
    let said = match piece {
        Piece::Text(_) => return Vec::new(),
        Piece::Shown(said) | Piece::Tag(said) => said,
    };
    let is_asked = |end: usize| said[end..].trim_start().starts_with(['.', '[', '?']);
    let places = values(said).into_iter().filter(|place| is_asked(place.end));
    places.map(|place| &said[place]).collect()
}

/// What tags say.
pub(super) fn tags(pieces: &[Piece]) -> impl Iterator<Item = &str> {
    pieces.iter().filter_map(|piece| match piece {
        Piece::Text(_) | Piece::Shown(_) => None,
        Piece::Tag(said) => Some(said.as_str()),
    })
}

fn names(said: &str) -> impl Iterator<Item = &str> {
    values(said).into_iter().map(|place| &said[place])
}

/// Whether it is a call in which names are not told from values.
fn is_unclear(said: &str) -> bool {
    said.starts_with('<') && call(said).is_none()
}

/// The parts of a list, at the commas that stand in no quotes and no brackets.
fn separate(list: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut depth) = (0, 0, 0_usize);
    while let Some(letter) = list[at..].chars().next() {
        match letter {
            '"' | '\'' | '`' => at += quoted(&list[at..]) - 1,
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        at += letter.len_utf8();
    }
    parts.push(&list[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// A parameter. One of which a kind is asked, or which takes all others, is not understood.
fn parameter(written: &str) -> Option<Parameter> {
    let (name, default) = match written.split_once('=') {
        Some((name, default)) => (name.trim(), Some(default.trim().to_owned())),
        None => (written, None),
    };
    let implicit = name.strip_prefix('@');
    let name = implicit.unwrap_or(name);
    let is_name = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    let is_implicit = implicit.is_some();
    is_name.then(|| Parameter { name: name.to_owned(), default, is_implicit })
}
