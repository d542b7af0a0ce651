//! A list that is too long for a page is cut into parts, each a page of its own.

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::model::Entry;

/// The most entries that one page of a list shows.
const MOST_IN_LIST: usize = 60;

/// The most situations whose cards one page shows.
const MOST_SETS: usize = 12;

/// Entries in the order in which they are listed.
pub type List = Arc<[Arc<Entry>]>;

/// What one page shows of a list.
#[derive(Clone, Debug)]
pub struct Part {
    list: List,
    most: usize,
    number: usize,
}

impl Part {
    /// The parts of a list of links. An empty list has none.
    pub fn of_list(list: &List) -> impl Iterator<Item = Self> {
        Self::all(list, MOST_IN_LIST)
    }

    /// The parts of the cards to play with.
    pub fn of_cards(list: &List) -> impl Iterator<Item = Self> {
        Self::all(list, MOST_SETS)
    }

    /// The number of the part of the cards on which the scenario at this place stands.
    pub(super) fn of_cards_with(place: usize) -> usize {
        place / MOST_SETS
    }

    fn all(list: &List, most: usize) -> impl Iterator<Item = Self> {
        let numbers = 0..list.len().div_ceil(most);
        numbers.map(move |number| Self { list: Arc::clone(list), most, number })
    }

    /// Counted from 0.
    #[must_use]
    pub fn number(&self) -> usize {
        self.number
    }

    /// The entries that stand on it.
    #[must_use]
    pub fn entries(&self) -> &[Arc<Entry>] {
        let before = self.number * self.most;
        &self.list[before..self.list.len().min(before + self.most)]
    }

    /// The first and the last place on it, counted from 1.
    #[must_use]
    pub fn places(&self) -> RangeInclusive<usize> {
        let before = self.number * self.most;
        before + 1..=before + self.entries().len()
    }

    /// How many entries all parts have.
    #[must_use]
    pub fn total(&self) -> usize {
        self.list.len()
    }

    /// The part before it, when there is one.
    #[must_use]
    pub fn previous(&self) -> Option<Self> {
        Some(Self { number: self.number.checked_sub(1)?, ..self.clone() })
    }

    /// The part after it, when there is one.
    #[must_use]
    pub fn next(&self) -> Option<Self> {
        let number = self.number + 1;
        (number * self.most < self.list.len()).then(|| Self { number, ..self.clone() })
    }
}
