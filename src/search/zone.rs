//! The zones of a page, and how much a word counts in each.

use crate::model::Purpose;

/// A part of a page in which a word counts in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// The title of the page.
    Title,
    /// Other words that readers would use for it.
    Also,
    /// The sentence below the title.
    Summary,
    /// What one sees when the situation is there.
    Sign,
    /// A heading, a topic.
    Name,
    /// All other words of the page.
    Text,
}

impl Zone {
    /// All zones, those that count most first.
    pub(super) const ALL: [Self; 6] =
        [Self::Title, Self::Also, Self::Summary, Self::Sign, Self::Name, Self::Text];

    /// The zone of a text in a body; `None` when nobody looks for its words.
    pub(super) fn of(purpose: Purpose) -> Option<Self> {
        match purpose {
            Purpose::Text | Purpose::Sought => Some(Self::Text),
            Purpose::Sign => Some(Self::Sign),
            Purpose::Read => None,
        }
    }

    /// The zone in a set of zones.
    pub(super) fn bit(self) -> u8 {
        1 << self as u8
    }

    /// The weight of a word in the zone; the text is weighed by BM25 instead. `title` is the weight of a title's
    /// word, which is more the fewer it has.
    pub(super) fn weight(self, title: f64) -> f64 {
        match self {
            Self::Title => title,
            Self::Also => 8.0,
            Self::Summary | Self::Sign => 4.0,
            Self::Name => 3.0,
            Self::Text => 0.0,
        }
    }
}
