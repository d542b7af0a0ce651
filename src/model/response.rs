//! What one hat wants, says, does and avoids.

use crate::markdown::Prose;

use super::Role;
use super::overlay::Overlay;
use super::parts::{Part, Text};

/// What one hat wants, says, does and avoids.
#[derive(Clone, Debug)]
pub struct Response {
    /// What the hat is after.
    pub aim: Option<Prose>,
    /// The words to say in a few lines, with blanks for one's own: the key `frame`.
    pub short: Vec<Prose>,
    /// Words to say.
    pub say: Prose,
    /// What to do.
    pub actions: Vec<Prose>,
    /// What to leave alone.
    pub avoid: Vec<Prose>,
}

impl Response {
    /// What is said at each moment: its name, and the texts.
    fn moments(&self) -> [(&'static str, Vec<&Prose>); 4] {
        let Self { aim, short, say, actions, avoid } = self;
        let say = aim.iter().chain([say]).collect();
        [
            ("frame", short.iter().collect()),
            ("say", say),
            ("do", actions.iter().collect()),
            ("avoid", avoid.iter().collect()),
        ]
    }

    /// Everything that it says.
    pub fn texts(&self) -> impl Iterator<Item = &Prose> {
        self.moments().into_iter().flat_map(|(_, texts)| texts)
    }

    pub(super) fn parts(&self, role: Role) -> impl Iterator<Item = Part<'_>> {
        self.moments().into_iter().map(move |(moment, texts)| {
            let anchor = format!("{}-{moment}", role.name());
            Part::section(moment, texts.into_iter().map(Text::prose)).side(role, anchor)
        })
    }

    pub(super) fn translate(&mut self, own: &Self, over: &mut Overlay<'_>) {
        let Self { aim, short, say, actions, avoid } = self;
        over.maybe(aim, own.aim.as_ref());
        over.list(short, &own.short);
        over.one(say, Some(&own.say));
        over.list(actions, &own.actions);
        over.list(avoid, &own.avoid);
    }
}
