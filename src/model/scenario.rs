//! A situation and the two responses to it.

use crate::markdown::Prose;
use crate::source::Spanned;

use super::{Id, Pair, Role};

/// A situation at work. Both responses are there, always.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub level: Option<Level>,
    /// How long it takes.
    pub time: Option<Prose>,
    /// How to tell that this is your situation.
    pub signs: Vec<Prose>,
    pub situation: Option<Prose>,
    /// When this page is not enough.
    pub caution: Option<Prose>,
    /// Who goes first, and why.
    pub first: Option<Role>,
    pub because: Option<Prose>,
    pub responses: Pair<Response>,
    pub sequence: Vec<Step>,
    pub templates: Vec<Id>,
    pub measures: Vec<Prose>,
    pub mistakes: Vec<Mistake>,
    pub practice: Option<Practice>,
    pub discuss: Vec<Prose>,
    /// Other scenarios, and guidance to read.
    pub related: Vec<Id>,
    pub guidance: Vec<Id>,
    pub reading: Vec<Prose>,
}

/// How much experience it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Starter,
    Core,
    Stretch,
}

impl Level {
    pub const ALL: [Self; 3] = [Self::Starter, Self::Core, Self::Stretch];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Starter => "starter",
            Self::Core => "core",
            Self::Stretch => "stretch",
        }
    }
}

/// What one hat wants, says, does and avoids.
#[derive(Clone, Debug)]
pub struct Response {
    pub aim: Option<Prose>,
    pub say: Prose,
    pub actions: Vec<Prose>,
    pub avoid: Vec<Prose>,
}

/// One step of the sequence that switches hats.
#[derive(Clone, Debug)]
pub struct Step {
    /// What tells it from the others, whatever its words: its number, or what the author called it.
    pub id: Spanned<Id>,
    pub role: Role,
    pub text: Prose,
    pub when: Option<Prose>,
}

impl Step {
    /// The id of the step's element on its page.
    #[must_use]
    pub fn anchor(&self) -> String {
        format!("{}-step-{}", self.role.name(), self.id.value)
    }
}

#[derive(Clone, Debug)]
pub struct Mistake {
    pub slip: Prose,
    pub fix: Prose,
}

/// A try-out: somebody says something, and you answer.
#[derive(Clone, Debug)]
pub struct Practice {
    pub with: Option<Prose>,
    pub ask: Prose,
    pub choices: Vec<Choice>,
    pub listen_for: Vec<Prose>,
}

#[derive(Clone, Debug)]
pub struct Choice {
    pub say: Prose,
    pub then: Prose,
}
