//! A self-check: tick lists that lean to a hat.

use crate::markdown::Prose;

use super::template::Item;
use super::{Id, Pair};

#[derive(Clone, Debug)]
pub struct SelfCheck {
    /// What to tick.
    pub ask: Prose,
    pub lines: Pair<Vec<Item>>,
    pub results: Results,
    pub scenarios: Vec<Id>,
    pub guidance: Vec<Id>,
}

/// What to do when one side, or neither, has more ticks.
#[derive(Clone, Debug)]
pub struct Results {
    pub lean: Pair<Prose>,
    pub even: Prose,
}
