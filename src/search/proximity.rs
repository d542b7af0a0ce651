//! Proximity: words of a query that stand together in one label of a page say more than the same words apart, in whatever
//! order. There also words without weight tell: `cannot let go` is another page than `let somebody go`.
//!
//! Its twin is in `themes/default/scripts/search/20-find.js`. It must not know how words are found.

use fnv::FnvHashMap;

use super::labels::Labels;

/// What a word counts at least that stands beside another: the most common ones make a name together.
const LEAST: u64 = 20;
/// What a word without weight counts beside others.
const WEIGHTLESS: u64 = 6;

/// What each label of each page holds of a query.
#[derive(Default)]
pub(super) struct Proximity(FnvHashMap<(u32, usize), Together>);

/// Words that stand in one label.
#[derive(Default)]
struct Together {
    words: u32,
    worth: u64,
}

impl Proximity {
    /// Adds a word that counts, once for each page that has it.
    pub(super) fn add(&mut self, rarity: u64, page: u32, labels: Labels) {
        for label in labels.numbers() {
            let together = self.0.entry((page, label)).or_default();
            together.words += 1;
            together.worth += rarity.max(LEAST);
        }
    }

    /// Adds a word without weight, which tells only where another one stands: those are all there before.
    pub(super) fn add_light(&mut self, page: u32, labels: Labels) {
        for label in labels.numbers() {
            if let Some(together) = self.0.get_mut(&(page, label)) {
                together.words += 1;
                together.worth += WEIGHTLESS;
            }
        }
    }

    /// What stands together is worth in the best label of each page, where there is more than one word.
    pub(super) fn of_pages(self) -> FnvHashMap<u32, u64> {
        let mut pages: FnvHashMap<u32, u64> = FnvHashMap::default();
        for ((page, _), together) in self.0.into_iter().filter(|(_, one)| one.words > 1) {
            let worth = pages.entry(page).or_default();
            *worth = together.worth.max(*worth);
        }
        pages
    }
}
