//! Every value of a file in order, and those that could stand there, as whoever shows them to an author needs them. It
//! must not know how they are shown.

use std::sync::Arc;

use crate::load::File;
use crate::schema::{Key, Need, Shape};
use crate::source::{Source, Span};

use super::declared::Declared;
use super::document::Document;
use super::keys::place_of;
use super::place::{Place, Step};
use super::refusal::Refusal;
use super::spot::Spot;

/// A value of a file, or one that could stand there.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Where it stands.
    pub place: Place,
    /// What may stand there.
    pub shape: Shape,
    /// Whether it must be there.
    pub need: Need,
    /// Its key as it is declared, with what it is for and an example. An item of a list has none.
    pub key: Option<&'static Key>,
    /// What was written, where it is one text, without line ends behind it.
    pub text: Option<String>,
    /// Where it was written; `None` where it is not there.
    pub span: Option<Span>,
}

/// Lists every value of a file in order: groups before their keys, lists before their items. A key that may be there and
/// is not stands where it would be written. What is declared nowhere is left out.
///
/// # Errors
/// When the file cannot be read.
pub fn values(source: &Arc<Source>, file: File) -> Result<Vec<Listed>, Refusal> {
    let document = Document::read(source, file)?;
    let mut all = Vec::new();
    below(&document.top(), &Place::default(), source, &mut all);
    for one in &mut all {
        one.need = document.need(&one.place, one.need);
    }
    Ok(all)
}

/// Lists what stands below a value.
fn below(spot: &Spot<'_>, place: &Place, source: &Arc<Source>, all: &mut Vec<Listed>) {
    for (at, item) in spot.items().into_iter().flatten().enumerate() {
        one(&item, &place.item(at), source, all);
    }
    // Where something of another shape stands there is no place for keys.
    let is_group = spot.entries().is_some() || spot.node.is_empty();
    let Some(declared) = spot.declared.filter(|_| is_group) else { return };
    let entries = spot.entries().unwrap_or_default();
    let mut names: Vec<&str> = Vec::with_capacity(entries.len());
    for (key, _) in &entries {
        // Of a key that is written twice, the loader takes the first.
        if !names.contains(&key.name.as_str()) {
            names.push(&key.name);
        }
    }
    let one_of = declared.one_of();
    let is_chosen = one_of.iter().any(|name| names.contains(name));
    for key in declared.keys() {
        let is_other = is_chosen && one_of.contains(&key.name);
        if !names.contains(&key.name) && !is_other {
            names.insert(place_of(&names, key.name, declared.keys()), key.name);
        }
    }
    for name in names {
        let place = place.key(name);
        match entries.iter().find(|(key, _)| key.name == name) {
            Some((_, spot)) => one(spot, &place, source, all),
            None => {
                let declared = declared.below(&Step::Key(name.to_owned()), &[]);
                all.extend(declared.map(|Declared { shape, need, key }| Listed {
                    place,
                    shape,
                    need,
                    key,
                    text: None,
                    span: None,
                }));
            }
        }
    }
}

/// Lists a value, and what stands below it.
fn one(spot: &Spot<'_>, place: &Place, source: &Arc<Source>, all: &mut Vec<Listed>) {
    let Some(Declared { shape, need, key }) = spot.declared else { return };
    let text = spot.scalar().map(|text| text.text.trim_end_matches('\n').to_owned());
    let span = Some(Span::new(source, spot.first()..spot.end()));
    all.push(Listed { place: place.clone(), shape, need, key, text, span });
    below(spot, place, source, all);
}
