//! Whom a situation is with: five groups by which readers find theirs.

/// Whom a situation is with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counterpart {
    /// One other person.
    Person,
    /// The whole team.
    Team,
    /// The work, and the customers it is for.
    Work,
    /// People above and beside: bosses, boards, other teams.
    Above,
    /// Whoever reads.
    Oneself,
}

/// Topics that say whom a situation is with, in English and in German, where its file does not.
const TOPICS: [(Counterpart, &[&str]); 5] = [
    (
        Counterpart::Person,
        &[
            "people",
            "conflict",
            "growth",
            "feedback",
            "performance",
            "coaching",
            "one-to-ones",
            "menschen",
            "konflikt",
            "entwicklung",
            "leistung",
        ],
    ),
    (
        Counterpart::Team,
        &[
            "team",
            "teams",
            "morale",
            "meetings",
            "communication",
            "remote",
            "culture",
            "kommunikation",
            "kultur",
        ],
    ),
    (
        Counterpart::Work,
        &[
            "delivery",
            "change",
            "process",
            "projects",
            "customers",
            "quality",
            "planning",
            "lieferung",
            "veraenderung",
            "veränderung",
            "projekte",
            "kunden",
            "qualität",
        ],
    ),
    (
        Counterpart::Above,
        &[
            "stakeholders",
            "direction",
            "strategy",
            "executives",
            "beteiligte",
            "richtung",
            "strategie",
        ],
    ),
    (
        Counterpart::Oneself,
        &["self", "wellbeing", "career", "oneself", "ich", "wohlbefinden", "laufbahn"],
    ),
];

impl Counterpart {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Person, Self::Team, Self::Work, Self::Above, Self::Oneself];

    /// The word for it in files, addresses and the wording.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Team => "team",
            Self::Work => "work",
            Self::Above => "above",
            Self::Oneself => "self",
        }
    }

    /// Whom a situation is with that carries this topic, when the topic says it.
    pub(super) fn of_topic(topic: &str) -> Option<Self> {
        TOPICS.iter().find(|(_, topics)| topics.contains(&topic)).map(|(with, _)| *with)
    }
}
