//! What a change takes out of a file and puts there, and what is to be read afterwards. It must not know how that is
//! looked at.

use crate::schema::Need;

use super::change::{Change, Signs, Value};
use super::declared::{Declared, names_of};
use super::document::Document;
use super::hand::{add, empty, fill, first, write};
use super::list::{Part, insert, shift, take_out};
use super::place::{Place, Step};
use super::refusal::Refusal;
use super::seen::Seen;
use super::spot::Spot;
use super::text::Cut;
use super::typed::{typed, typed_value};

/// A change that is being made.
pub(super) struct Make<'d> {
    pub document: &'d Document,
    /// What is to be read when it is made.
    pub seen: Seen,
    pub signs: Signs,
    /// Control signs that were taken out.
    pub taken: &'d mut Vec<char>,
}

impl<'d> Make<'d> {
    pub(super) fn cuts(&mut self, change: &Change) -> Result<Vec<Cut>, Refusal> {
        match change {
            Change::Set(place, text) => self.set(place, text),
            Change::Add(place, value) => self.add(place, value),
            Change::Insert { list, at, value } => self.insert(list, *at, value),
            Change::Remove(place) => self.remove(place),
            Change::Move { list, from, to } => self.shift(list, *from, *to),
            Change::Body(_) => Ok(Vec::new()),
        }
    }

    fn find(&self, place: &Place) -> Option<Spot<'d>> {
        self.document.top().find(place)
    }

    fn may_go(&self, place: &Place, declared: &Declared) -> bool {
        self.document.need(place, declared.need) == Need::Optional
    }

    fn seen(&mut self, place: &Place) -> Result<&mut Seen, Refusal> {
        self.seen.at(place).ok_or_else(|| Refusal::NoPlace(place.clone()))
    }

    fn set(&mut self, place: &Place, text: &str) -> Result<Vec<Cut>, Refusal> {
        let Some(spot) = self.find(place) else {
            return self.add(place, &Value::Text(text.to_owned()));
        };
        if spot.scalar().is_none() && !spot.node.is_empty() {
            return Err(Refusal::OtherShape(place.clone()));
        }
        let declared = spot.declared.unwrap_or(Declared::ANYTHING);
        let text = typed(text, &declared.shape, self.signs, self.taken);
        if text.is_empty() && self.may_go(place, &declared) {
            return self.remove(place);
        }
        let old = spot.scalar().map(|old| old.text.trim_end_matches('\n'));
        if old == Some(&text) {
            return Ok(Vec::new());
        }
        *self.seen(place)? = Seen::text(&text);
        Ok(vec![write(&spot, &text)])
    }

    fn add(&mut self, place: &Place, value: &Value) -> Result<Vec<Cut>, Refusal> {
        let document = self.document;
        let no_place = || Refusal::NoPlace(place.clone());
        let Some((parent, Step::Key(name))) = place.parent() else { return Err(no_place()) };
        let name = name.as_str();
        let Some(group) = self.find(&parent) else {
            return self.add(&parent, &Value::Map(vec![(name.to_owned(), value.clone())]));
        };
        let declared = group.declared.ok_or_else(no_place)?;
        let below = declared.below(&Step::Key(name.to_owned()), &[]).ok_or_else(no_place)?;
        let value = typed_value(value, &below, self.signs, self.taken).ok_or_else(no_place)?;
        if value == Value::Text(String::new()) && self.may_go(place, &below) {
            return Ok(Vec::new());
        }
        let expected = Seen::from(&value);
        if let Some(spot) = self.find(place) {
            if !spot.node.is_empty() {
                return Err(Refusal::OtherShape(place.clone()));
            }
            let cuts = fill(&spot, &value, &document.habits).ok_or_else(no_place)?;
            *self.seen(place)? = expected;
            return Ok(cuts);
        }
        if parent.0.is_empty() && group.node.is_empty() && !group.is_flow() {
            let cut = first(name, &value, &group, &document.habits).ok_or_else(no_place)?;
            *self.seen(&parent)? = Seen::Map(vec![(name.to_owned(), expected)]);
            return Ok(vec![cut]);
        }
        if group.is_unwritten() {
            let value = Value::Map(vec![(name.to_owned(), value)]);
            let cuts = fill(&group, &value, &document.habits).ok_or_else(no_place)?;
            *self.seen(&parent)? = Seen::from(&value);
            return Ok(cuts);
        }
        let other = || Refusal::OtherShape(parent.clone());
        let (at, cut) = add((&group, &parent), name, &value, &document.habits).ok_or_else(other)?;
        let entries = self.seen.entries(&parent).ok_or_else(other)?;
        entries.insert(at, (name.to_owned(), expected));
        Ok(vec![cut])
    }

    fn insert(&mut self, list: &Place, at: usize, value: &Value) -> Result<Vec<Cut>, Refusal> {
        let document = self.document;
        let other = || Refusal::OtherShape(list.clone());
        let Some(spot) = self.find(list) else {
            return self.add(list, &Value::List(vec![value.clone()]));
        };
        let declared = spot.declared.ok_or_else(other)?;
        let item = declared.below(&Step::Item(at), &names_of(value)).ok_or_else(other)?;
        let value = typed_value(value, &item, self.signs, self.taken).ok_or_else(other)?;
        let cuts = insert(&spot, at, &value, &document.habits).ok_or_else(other)?;
        let new = Seen::from(&value);
        let seen = self.seen(list)?;
        match seen {
            _ if spot.node.is_empty() => *seen = Seen::List(vec![new]),
            Seen::List(items) => items.insert(at.min(items.len()), new),
            Seen::Text(old, _) => {
                let old = Seen::text(old);
                *seen = Seen::List(if at == 0 { vec![new, old] } else { vec![old, new] });
            }
            Seen::Map(_) => return Err(other()),
        }
        Ok(cuts)
    }

    fn remove(&mut self, place: &Place) -> Result<Vec<Cut>, Refusal> {
        let no_place = || Refusal::NoPlace(place.clone());
        let (parent, step) = place.parent().ok_or_else(no_place)?;
        let group = self.find(&parent).ok_or_else(no_place)?;
        let (parts, at): (Vec<Part>, _) = match step {
            Step::Item(0) if group.scalar().is_some() => return self.remove(&parent),
            Step::Item(at) => {
                (group.items().ok_or_else(no_place)?.iter().map(Part::of).collect(), *at)
            }
            Step::Key(name) => {
                let entries = group.entries().ok_or_else(no_place)?;
                let at = entries.iter().position(|(key, _)| key.name == *name);
                let parts = entries.iter().map(|(_, spot)| Part::of(spot)).collect();
                (parts, at.ok_or_else(no_place)?)
            }
        };
        if at >= parts.len() {
            return Err(no_place());
        }
        let is_top = parent.0.is_empty();
        if parts.len() == 1 && !is_top {
            if group.declared.is_some_and(|declared| self.may_go(&parent, &declared)) {
                return self.remove(&parent);
            }
            let cuts = if group.is_section() {
                take_out(&group, &parts, at).ok_or_else(no_place)?
            } else {
                empty(&group)
            };
            *self.seen(&parent)? = match step {
                Step::Item(_) => Seen::List(Vec::new()),
                Step::Key(_) => Seen::empty(),
            };
            return Ok(cuts);
        }
        let cuts = take_out(&group, &parts, at).ok_or_else(no_place)?;
        match self.seen(&parent)? {
            Seen::List(items) => drop(items.remove(at)),
            Seen::Map(entries) => drop(entries.remove(at)),
            Seen::Text(..) => {}
        }
        Ok(cuts)
    }

    fn shift(&mut self, list: &Place, from: usize, to: usize) -> Result<Vec<Cut>, Refusal> {
        let no_place = || Refusal::NoPlace(list.clone());
        let spot = self.find(list).ok_or_else(no_place)?;
        let cuts = shift(&spot, from, to).ok_or_else(no_place)?;
        let items = self.seen.items(list).ok_or_else(no_place)?;
        let moved = items.remove(from);
        items.insert(to, moved);
        Ok(cuts)
    }
}
