//! A moment to try out before it is real.

use crate::markdown::Prose;

use super::overlay::{Listed, Overlay};

/// A try-out: somebody says something, and you answer.
#[derive(Clone, Debug)]
pub struct Practice {
    /// Who the other person is.
    pub with: Option<Prose>,
    /// What the other person says.
    pub ask: Prose,
    /// What one might answer.
    pub choices: Vec<Choice>,
    /// By what one tells a good answer.
    pub listen_for: Vec<Prose>,
}

impl Practice {
    pub(super) fn texts(&self) -> impl Iterator<Item = &Prose> {
        let Self { with, ask, choices, listen_for } = self;
        let choices = choices.iter().flat_map(|Choice { say, then }| [say, then]);
        with.iter().chain([ask]).chain(choices).chain(listen_for)
    }

    pub(super) fn translate(&mut self, own: Option<&Self>, over: &mut Overlay<'_>) {
        let Self { with, ask, choices, listen_for } = self;
        over.maybe(with, own.and_then(|own| own.with.as_ref()));
        over.one(ask, own.map(|own| &own.ask));
        over.list(choices, own.map_or(&[], |own| &own.choices));
        over.list(listen_for, own.map_or(&[], |own| &own.listen_for));
    }
}

/// One answer of several.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What one says.
    pub say: Prose,
    /// What happens then.
    pub then: Prose,
}

impl Listed for Choice {
    fn texts_mut(&mut self) -> Vec<&mut Prose> {
        let Self { say, then } = self;
        vec![say, then]
    }
}
