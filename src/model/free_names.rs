//! Names of which each is there once: a second one gets a number. It must not know what has them.

use std::collections::{BTreeMap, BTreeSet};

/// Names that are taken.
#[derive(Debug, Default)]
pub struct FreeNames {
    taken: BTreeSet<String>,
    /// For each name that was wanted again, the number to try next: those before it are taken for good.
    next: BTreeMap<String, usize>,
}

impl FreeNames {
    /// The name itself while nothing has it, else with the first number from 2 on that is free: `row-2`. It is taken then.
    pub fn take(&mut self, name: &str) -> String {
        if self.taken.insert(name.to_owned()) {
            return name.to_owned();
        }
        let next = self.next.entry(name.to_owned()).or_insert(2);
        loop {
            let numbered = format!("{name}-{next}");
            *next += 1;
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

impl<N: Into<String>> FromIterator<N> for FreeNames {
    fn from_iter<I: IntoIterator<Item = N>>(names: I) -> Self {
        Self { taken: names.into_iter().map(Into::into).collect(), next: BTreeMap::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::FreeNames;

    #[test]
    fn a_name_that_is_taken_gets_the_first_number_that_is_free() {
        let mut names: FreeNames = ["row-3"].into_iter().collect();
        let taken = ["row", "row", "row", "row-2", "other", "row"].map(|name| names.take(name));
        assert_eq!(taken, ["row", "row-2", "row-4", "row-2-2", "other", "row-5"]);
    }
}
