//! The first page, as a book writes its own: what it asks, which groups it has, which sheets.

use std::sync::Arc;

use crate::source::{Source, Spanned};

use super::{Counterpart, Id, Mentions};

/// What a book says of its first page. What it leaves out is made of the rest of the book.
#[derive(Clone, Debug)]
pub struct Home {
    /// The file it was read from.
    pub source: Arc<Source>,
    /// What it asks.
    pub title: Option<HomeText>,
    /// What the book gives.
    pub summary: Option<HomeText>,
    /// What people say, each with the situation that they mean.
    pub sayings: Vec<(Id, HomeText)>,
    /// The product in one look.
    pub moment: Option<Moment>,
    /// Situations that stand together, in this order.
    pub groups: Vec<HomeGroup>,
    /// What to do just before a talk.
    pub before: Option<Before>,
    /// The sheets to have at hand.
    pub sheets: Vec<Id>,
    /// What it says about other files.
    pub mentions: Mentions,
}

/// Words of the first page.
#[derive(Clone, Debug)]
pub struct HomeText {
    /// Plain text, and where it was written.
    pub text: Spanned<String>,
    /// In the home of a translation: whether they are still the original's.
    pub is_original: bool,
}

/// One situation, and a sentence of each hat.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The situation.
    pub scenario: Id,
    /// What the leader says.
    pub leader: HomeText,
    /// What the manager says.
    pub manager: HomeText,
}

/// Situations that stand together.
#[derive(Clone, Debug)]
pub struct HomeGroup {
    /// What they are called, when it is not what the interface calls them.
    pub title: Option<HomeText>,
    /// Which they are.
    pub of: Grouped,
}

/// Which situations stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grouped {
    /// All that are with somebody.
    With(Counterpart),
    /// These.
    Named(Vec<Id>),
}

/// What to do just before a talk.
#[derive(Clone, Debug)]
pub struct Before {
    /// What it is called.
    pub title: Option<HomeText>,
    /// One step after the other.
    pub steps: Vec<HomeText>,
    /// The guide that says more.
    pub guide: Option<Id>,
}

impl HomeText {
    /// Words as they are written.
    #[must_use]
    pub fn new(text: Spanned<String>) -> Self {
        Self { text, is_original: false }
    }
}

impl Home {
    /// Lays the words of a translation over these; what it leaves out stays the original's.
    #[must_use]
    pub fn translated(&self, own: Option<&Self>) -> Self {
        let saying = |(id, text): &(Id, HomeText)| {
            let mut said = own.iter().flat_map(|own| &own.sayings);
            (id.clone(), over(text, said.find(|(of, _)| of == id).map(|(_, said)| said)))
        };
        let moment = self.moment.as_ref().map(|moment| {
            let said = own.and_then(|own| own.moment.as_ref());
            Moment {
                scenario: moment.scenario.clone(),
                leader: over(&moment.leader, said.map(|said| &said.leader)),
                manager: over(&moment.manager, said.map(|said| &said.manager)),
            }
        });
        let groups = self.groups.iter().enumerate().map(|(at, group)| HomeGroup {
            title: maybe(
                group.title.as_ref(),
                own.and_then(|own| own.groups.get(at)?.title.as_ref()),
            ),
            of: group.of.clone(),
        });
        let before = self.before.as_ref().map(|before| {
            let said = own.and_then(|own| own.before.as_ref());
            let step = |at: usize| said.and_then(|said| said.steps.get(at));
            let steps = before.steps.iter().enumerate();
            Before {
                title: maybe(before.title.as_ref(), said.and_then(|said| said.title.as_ref())),
                steps: steps.map(|(at, text)| over(text, step(at))).collect(),
                guide: before.guide.clone(),
            }
        });
        Self {
            source: Arc::clone(own.map_or(&self.source, |own| &own.source)),
            title: maybe(self.title.as_ref(), own.and_then(|own| own.title.as_ref())),
            summary: maybe(self.summary.as_ref(), own.and_then(|own| own.summary.as_ref())),
            sayings: self.sayings.iter().map(saying).collect(),
            moment,
            groups: groups.collect(),
            before,
            sheets: self.sheets.clone(),
            mentions: self.mentions.clone(),
        }
    }
}

/// The translation's words, or the original's, marked as such. An empty text is one that was left out.
fn over(original: &HomeText, own: Option<&HomeText>) -> HomeText {
    let own = own.filter(|own| !own.text.value.is_empty());
    own.cloned().unwrap_or_else(|| HomeText { text: original.text.clone(), is_original: true })
}

fn maybe(original: Option<&HomeText>, own: Option<&HomeText>) -> Option<HomeText> {
    original.map(|original| over(original, own)).or_else(|| own.cloned())
}
