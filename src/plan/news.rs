//! What was changed on pages, over the whole book.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::model::{Change, Entry};
use crate::source::Day;

/// The most changes that are told: who looks for older ones finds them on the pages.
const MOST: usize = 100;

/// Something that was changed on a page.
#[derive(Clone, Debug)]
pub struct News {
    /// The page.
    pub entry: Arc<Entry>,
    /// The place of the change among those of its page, from 0.
    pub at: usize,
}

impl News {
    /// What was changed.
    #[must_use]
    pub fn change(&self) -> &Change {
        &self.entry.head.changed[self.at]
    }
}

/// The changes of these pages, the newest first.
pub(super) fn news<'e>(entries: impl Iterator<Item = &'e Arc<Entry>>) -> Vec<News> {
    let of = |entry: &Arc<Entry>| {
        let entry = Arc::clone(entry);
        (0..entry.head.changed.len()).map(move |at| News { entry: Arc::clone(&entry), at })
    };
    let mut news: Vec<News> = entries.flat_map(of).collect();
    news.sort_by_cached_key(|news| {
        (
            Reverse(Day::last_of(&news.change().date.value)),
            news.entry.head.stem.to_string(),
            news.at,
        )
    });
    news.truncate(MOST);
    news
}
