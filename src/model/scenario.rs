//! A situation and the two responses to it.

use crate::markdown::Prose;
use crate::source::Spanned;

use super::overlay::{Listed, Overlay};
use super::parts::{Part, Purpose, Text};
use super::places::Places;
use super::practice::Practice;
use super::response::Response;
use super::{Counterpart, Id, Pair, Role};

/// A situation at work. Both responses are there, always.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Whom it is with, when the file says it.
    pub with: Option<Counterpart>,
    /// How much experience it asks for.
    pub level: Option<Level>,
    /// How long it takes.
    pub time: Option<Prose>,
    /// How many people one speaks with.
    pub people: Option<People>,
    /// How to tell that this is your situation.
    pub signs: Vec<Prose>,
    /// What is going on.
    pub situation: Option<Prose>,
    /// When this page is not enough.
    pub caution: Option<Prose>,
    /// Who goes first, and why.
    pub first: Option<Role>,
    /// Why that hat goes first.
    pub because: Option<Prose>,
    /// What each hat does.
    pub responses: Pair<Response>,
    /// What they may say, and what one says then.
    pub replies: Vec<Reply>,
    /// What is different in each place where one may say it.
    pub places: Option<Places>,
    /// The steps, in the order in which they are taken.
    pub sequence: Vec<Step>,
    /// The message to write afterwards.
    pub send: Option<Prose>,
    /// The documents to fill in.
    pub templates: Vec<Id>,
    /// How to tell that it gets better.
    pub measures: Vec<Prose>,
    /// What goes wrong easily, and what to do instead.
    pub mistakes: Vec<Mistake>,
    /// A moment to try out, when there is one.
    pub practice: Option<Practice>,
    /// Questions to talk over with others.
    pub discuss: Vec<Prose>,
    /// Other scenarios, and guidance to read.
    pub related: Vec<Id>,
    /// Guides that say more.
    pub guidance: Vec<Id>,
    /// Books, articles and other things to read.
    pub reading: Vec<Prose>,
    /// Where what the page says comes from.
    pub sources: Vec<Prose>,
}

impl Scenario {
    /// All that it says, in the order in which it is looked through.
    #[must_use]
    pub fn parts(&self) -> Vec<Part<'_>> {
        let Self {
            with: _,
            level: _,
            time,
            people: _,
            signs,
            situation,
            caution,
            first: _,
            because,
            responses,
            replies,
            places,
            sequence,
            send,
            templates,
            measures,
            mistakes,
            practice,
            discuss,
            related,
            guidance,
            reading,
            sources,
        } = self;
        let mut parts = vec![
            Part::at("", time.iter().map(|time| Text::prose(time).purpose(Purpose::Read))),
            Part::section(
                "signs",
                signs.iter().map(|sign| Text::prose(sign).purpose(Purpose::Sign)),
            ),
            Part::section("situation", situation.iter().map(Text::prose)),
            Part::at("", caution.iter().map(Text::prose)),
        ];
        parts.extend(responses.each().flat_map(|(role, response)| response.parts(role)));
        parts.push(Part::at("", because.iter().map(Text::prose)));
        let replies = replies.iter().flat_map(Reply::texts);
        let places = places.iter().flat_map(Places::each).map(|(_, text)| text);
        parts.extend([
            Part::section("replies", replies.map(Text::prose)),
            Part::section("places", places.map(Text::prose)),
        ]);
        parts.extend(sequence.iter().map(Step::part));
        parts.push(Part::section("send", send.iter().map(Text::prose)));
        let mistakes = mistakes.iter().flat_map(Mistake::texts);
        let practice = practice.iter().flat_map(Practice::texts);
        parts.extend([
            Part::names("templates", templates),
            Part::section("measures", measures.iter().map(Text::prose)),
            Part::section("mistakes", mistakes.map(Text::prose)),
            Part::section("practise", practice.map(Text::prose)),
            Part::section("discuss", discuss.iter().map(Text::prose)),
            Part::names("related", related),
            Part::names("guidance", guidance),
            Part::section("reading", reading.iter().map(Text::prose)),
            Part::section("sources", sources.iter().map(Text::prose)),
        ]);
        parts
    }

    pub(super) fn translate(&mut self, own: &Self, over: &mut Overlay<'_>) {
        let Self {
            with,
            level,
            time,
            people,
            signs,
            situation,
            caution,
            first,
            because,
            responses,
            replies,
            places,
            sequence,
            send,
            templates,
            measures,
            mistakes,
            practice,
            discuss,
            related,
            guidance,
            reading,
            sources,
        } = self;
        over.fact("with", with.as_ref(), own.with.as_ref());
        over.fact("level", level.as_ref(), own.level.as_ref());
        over.fact("first", first.as_ref(), own.first.as_ref());
        over.fact("people", people.as_ref(), own.people.as_ref());
        over.facts("templates", templates, &own.templates);
        over.facts("related", related, &own.related);
        over.facts("guidance", guidance, &own.guidance);
        over.maybe(time, own.time.as_ref());
        over.list(signs, &own.signs);
        over.maybe(situation, own.situation.as_ref());
        over.maybe(caution, own.caution.as_ref());
        over.maybe(because, own.because.as_ref());
        for role in Role::BOTH {
            responses.get_mut(role).translate(own.responses.get(role), over);
        }
        over.list(replies, &own.replies);
        match places {
            Some(places) => places.translate(own.places.as_ref(), over),
            None => places.clone_from(&own.places),
        }
        over.list(sequence, &own.sequence);
        over.maybe(send, own.send.as_ref());
        over.list(measures, &own.measures);
        over.list(mistakes, &own.mistakes);
        match practice {
            Some(practice) => practice.translate(own.practice.as_ref(), over),
            None => practice.clone_from(&own.practice),
        }
        over.list(discuss, &own.discuss);
        over.list(reading, &own.reading);
        over.list(sources, &own.sources);
    }
}

/// How much experience it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// For whoever has just begun to lead.
    Starter,
    /// For everybody who leads.
    Core,
    /// For whoever has led for some time.
    Stretch,
}

impl Level {
    /// Every level, the one that asks for least first.
    pub const ALL: [Self; 3] = [Self::Starter, Self::Core, Self::Stretch];

    /// The word that authors write for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Starter => "starter",
            Self::Core => "core",
            Self::Stretch => "stretch",
        }
    }
}

/// How many people one speaks with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum People {
    /// One.
    One,
    /// Two or three.
    Few,
    /// The whole team.
    Team,
}

impl People {
    /// Every number, the smallest first.
    pub const ALL: [Self; 3] = [Self::One, Self::Few, Self::Team];

    /// The word that authors write for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Few => "few",
            Self::Team => "team",
        }
    }
}

/// One step of the sequence that switches hats.
#[derive(Clone, Debug)]
pub struct Step {
    /// What tells it from the others, whatever its words: its number, or what the author called it.
    pub id: Spanned<Id>,
    /// Which hat takes it.
    pub role: Role,
    /// What to do.
    pub text: Prose,
    /// By when, or in which case.
    pub when: Option<Prose>,
}

impl Step {
    /// The id of the step's element on its page.
    #[must_use]
    pub fn anchor(&self) -> String {
        format!("{}-step-{}", self.role.name(), self.id.value)
    }

    fn part(&self) -> Part<'_> {
        let Self { id: _, role, text, when } = self;
        let texts = [text].into_iter().chain(when).map(Text::prose);
        Part::section("steps", texts).side(*role, self.anchor())
    }
}

impl Listed for Step {
    fn texts_mut(&mut self) -> Vec<&mut Prose> {
        let Self { id: _, role: _, text, when } = self;
        [text].into_iter().chain(when).collect()
    }

    /// Links lead to a step in all languages.
    fn keep(&mut self, original: &Self) {
        self.id.clone_from(&original.id);
    }
}

/// What they may say, and what one says then.
#[derive(Clone, Debug)]
pub struct Reply {
    /// What one hears.
    pub they: Prose,
    /// What one says.
    pub you: Prose,
}

impl Reply {
    fn texts(&self) -> [&Prose; 2] {
        let Self { they, you } = self;
        [they, you]
    }
}

impl Listed for Reply {
    fn texts_mut(&mut self) -> Vec<&mut Prose> {
        let Self { they, you } = self;
        vec![they, you]
    }
}

/// Something that goes wrong easily.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// What one does.
    pub slip: Prose,
    /// What to do instead.
    pub fix: Prose,
}

impl Mistake {
    fn texts(&self) -> [&Prose; 2] {
        let Self { slip, fix } = self;
        [slip, fix]
    }
}

impl Listed for Mistake {
    fn texts_mut(&mut self) -> Vec<&mut Prose> {
        let Self { slip, fix } = self;
        vec![slip, fix]
    }
}
