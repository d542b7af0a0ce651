//! A list that is too long for a page is cut into parts, each a page of its own.

use std::ops::{Range, RangeInclusive};
use std::sync::Arc;

use crate::model::Entry;

/// The most entries that one page of a list shows.
const MOST_IN_LIST: usize = 60;

/// The most situations whose cards one page shows.
const MOST_SETS: usize = 12;

/// Some entries and how many of them one page shows. Parts are counted from 0.
#[derive(Clone, Copy)]
pub struct Parts<'e> {
    entries: &'e [Arc<Entry>],
    most: usize,
}

impl<'e> Parts<'e> {
    #[must_use]
    pub fn of_list(entries: &'e [Arc<Entry>]) -> Self {
        Self { entries, most: MOST_IN_LIST }
    }

    #[must_use]
    pub fn of_cards(entries: &'e [Arc<Entry>]) -> Self {
        Self { entries, most: MOST_SETS }
    }

    #[must_use]
    pub fn numbers(self) -> Range<usize> {
        0..self.entries.len().div_ceil(self.most)
    }

    /// The entries that stand on a part.
    #[must_use]
    pub fn part(self, part: usize) -> &'e [Arc<Entry>] {
        self.entries.chunks(self.most).nth(part).unwrap_or_default()
    }

    /// The part on which the entry at this place stands, from 0.
    #[must_use]
    pub fn part_of(self, place: usize) -> usize {
        place / self.most
    }

    /// The first and the last place on a part, counted from 1.
    #[must_use]
    pub fn places(self, part: usize) -> RangeInclusive<usize> {
        let before = part * self.most;
        before + 1..=before + self.part(part).len()
    }

    /// How many entries there are in all.
    #[must_use]
    pub fn all(self) -> usize {
        self.entries.len()
    }
}
