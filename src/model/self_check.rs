//! A self-check: tick lists that lean to a hat.

use crate::markdown::Prose;

use super::field::Item;
use super::overlay::Overlay;
use super::parts::{Part, Text};
use super::{Id, Pair, Role};

/// Two lists to tick, one for each hat: the longer one shows which hat is needed.
#[derive(Clone, Debug)]
pub struct SelfCheck {
    /// What to tick.
    pub ask: Prose,
    /// What one might have seen, for each hat.
    pub lines: Pair<Vec<Item>>,
    /// What to do then.
    pub results: Results,
    /// What each result is called.
    pub titles: ResultTitles,
    /// Situations that it may be.
    pub scenarios: Vec<Id>,
    /// Guides to read next.
    pub guidance: Vec<Id>,
}

/// What to do when one side, or neither, has more ticks.
#[derive(Clone, Debug)]
pub struct Results {
    /// When the list of that hat has more ticks.
    pub lean: Pair<Prose>,
    /// When both lists have as many.
    pub even: Prose,
}

/// What each result is called, where it has a title of its own.
#[derive(Clone, Debug, Default)]
pub struct ResultTitles {
    /// When the list of that hat has more ticks.
    pub lean: Pair<Option<Prose>>,
    /// When both lists have as many.
    pub even: Option<Prose>,
}

impl SelfCheck {
    /// All that it says, the lines of one hat after those of the other.
    #[must_use]
    pub fn parts(&self) -> Vec<Part<'_>> {
        let Self { ask, lines, results: Results { lean, even }, titles, scenarios, guidance } =
            self;
        let lines = lines.each().map(|(role, items)| {
            let labels = items.iter().map(|item| Text::prose(&item.label));
            Part::at("", labels).side(role, format!("{}.1", role.name()))
        });
        let lean = lean.each().map(|(role, text)| {
            let texts = titles.lean.get(role).iter().chain([text]).map(Text::prose);
            let part = Part::section("results", texts).called_in("check");
            part.side(role, format!("{}-result", role.name()))
        });
        let others = [
            Part::section("results", titles.even.iter().chain([even]).map(Text::prose)),
            Part::names("scenarios", scenarios),
            Part::names("guidance", guidance),
        ];
        let others = others.map(|part| part.called_in("check"));
        let ask = Part::at("", [Text::prose(ask)]);
        [ask].into_iter().chain(lines).chain(lean).chain(others).collect()
    }

    pub(super) fn translate(&mut self, own: &Self, over: &mut Overlay<'_>) {
        let Self { ask, lines, results: Results { lean, even }, titles, scenarios, guidance } =
            self;
        over.facts("scenarios", scenarios, &own.scenarios);
        over.facts("guidance", guidance, &own.guidance);
        over.one(ask, Some(&own.ask));
        for role in Role::BOTH {
            over.list(lines.get_mut(role), own.lines.get(role));
            over.one(lean.get_mut(role), Some(own.results.lean.get(role)));
            over.maybe(titles.lean.get_mut(role), own.titles.lean.get(role).as_ref());
        }
        over.one(even, Some(&own.results.even));
        over.maybe(&mut titles.even, own.titles.even.as_ref());
    }
}
