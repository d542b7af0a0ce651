//! Pagination: a list that is too long for one page is spread over several.

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::model::Entry;

/// The most entries that one page of a list shows.
const MOST_IN_LIST: usize = 60;

/// The most pages of a list that each of them leads to.
const MOST_PAGES: usize = 24;

/// The most situations that one page has to tick or to choose from: what fits best may be any of them.
const MOST_TO_TICK: usize = 120;

/// The most situations that one page for role play shows.
const MOST_SETS: usize = 12;

/// How many entries of so many stand on a page, so that the last page has as many as the others.
fn evenly(length: usize, most: usize) -> usize {
    let pages = length.div_ceil(most).max(1);
    length.div_ceil(pages).max(1)
}

/// Entries in the order in which they are listed.
pub type List = Arc<[Arc<Entry>]>;

/// One page of a list.
#[derive(Clone, Debug)]
pub struct ListPage {
    list: List,
    most: usize,
    number: usize,
}

impl ListPage {
    /// The pages of a list of links. An empty list has none.
    pub fn of_list(list: &List) -> impl Iterator<Item = Self> {
        Self::all(list, evenly(list.len(), MOST_IN_LIST))
    }

    /// The number of the page of a list of so many links that has what stands at this place.
    #[must_use]
    pub fn of_list_with(place: usize, length: usize) -> usize {
        place / evenly(length, MOST_IN_LIST)
    }

    /// The pages of the finder, and of what a group can play.
    pub fn to_tick(list: &List) -> impl Iterator<Item = Self> {
        Self::all(list, evenly(list.len(), MOST_TO_TICK))
    }

    /// The pages of the scenarios to play.
    pub fn of_role_play(list: &List) -> impl Iterator<Item = Self> {
        Self::all(list, MOST_SETS)
    }

    /// The number of the page for role play that has the scenario at this place.
    pub(super) fn of_role_play_with(place: usize) -> usize {
        place / MOST_SETS
    }

    /// The pages that this one leads to: all of them, and where there are very many the first, the last and those round
    /// it. Of two pages each is the other’s neighbour, which is way enough.
    pub fn to_choose(&self) -> impl Iterator<Item = Self> {
        let pages = self.list.len().div_ceil(self.most);
        let round = if pages > MOST_PAGES { MOST_PAGES - 2 } else { pages };
        let from = self.number.saturating_sub(round / 2).min(pages - round);
        let numbers = (0..pages).filter(move |number| {
            pages > 2 && ([0, pages - 1].contains(number) || (from..from + round).contains(number))
        });
        numbers.map(|number| Self { number, ..self.clone() })
    }

    fn all(list: &List, most: usize) -> impl Iterator<Item = Self> {
        let numbers = 0..list.len().div_ceil(most);
        numbers.map(move |number| Self { list: Arc::clone(list), most, number })
    }

    /// Its number, counted from 0.
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

    /// How many entries the whole list has.
    #[must_use]
    pub fn total(&self) -> usize {
        self.list.len()
    }

    /// The page before it, when there is one.
    #[must_use]
    pub fn previous(&self) -> Option<Self> {
        Some(Self { number: self.number.checked_sub(1)?, ..self.clone() })
    }

    /// The page after it, when there is one.
    #[must_use]
    pub fn next(&self) -> Option<Self> {
        let number = self.number + 1;
        (number * self.most < self.list.len()).then(|| Self { number, ..self.clone() })
    }
}
