//! Where a word stands on a page, and how much it counts there.

use crate::model::Said;

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Title,
    Also,
    Summary,
    Sign,
    /// A heading, a topic.
    Name,
    Text,
}

impl Place {
    pub const ALL: [Self; 6] =
        [Self::Title, Self::Also, Self::Summary, Self::Sign, Self::Name, Self::Text];

    /// Where the words of a text stand, when they are looked for.
    pub fn of(said: Said) -> Option<Self> {
        match said {
            Said::Text | Said::Sought => Some(Self::Text),
            Said::Sign => Some(Self::Sign),
            Said::Read => None,
        }
    }

    pub fn bit(self) -> u8 {
        1 << self as u8
    }

    /// What it is worth that a word stands there; the text is counted apart. The fewer words a title has, the
    /// more each of them says.
    pub fn worth(self, title: f64) -> f64 {
        match self {
            Self::Title => title,
            Self::Also => 8.0,
            Self::Summary | Self::Sign => 4.0,
            Self::Name => 3.0,
            Self::Text => 0.0,
        }
    }
}
