//! What is particular to each kind of content.

use std::sync::Arc;

use super::overlay::Overlay;
use super::parts::Part;
use super::{Comparison, Guide, Kind, Scenario, SelfCheck, Template};

/// What is particular to a kind.
#[derive(Clone, Debug)]
pub enum Body {
    /// A situation and both responses to it.
    Scenario(Box<Scenario>),
    /// A document to fill in.
    Template(Arc<Template>),
    /// A page of Markdown.
    Guide(Guide),
    /// A table whose rows pair the hats.
    Comparison(Comparison),
    /// Two lists to tick.
    SelfCheck(Box<SelfCheck>),
}

impl Body {
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Scenario(_) => Kind::Scenario,
            Self::Template(_) => Kind::Template,
            Self::Guide(_) => Kind::Guide,
            Self::Comparison(_) => Kind::Comparison,
            Self::SelfCheck(_) => Kind::SelfCheck,
        }
    }

    /// All that it says.
    #[must_use]
    pub fn parts(&self) -> Vec<Part<'_>> {
        match self {
            Self::Scenario(body) => body.parts(),
            Self::Template(body) => body.parts(),
            Self::Guide(body) => body.parts(),
            Self::Comparison(body) => body.parts(),
            Self::SelfCheck(body) => body.parts(),
        }
    }

    /// Whether the answers of both hats stand side by side on its page, each with its hat's name as an id.
    pub(super) fn has_two_sides(&self) -> bool {
        matches!(self, Self::Scenario(_) | Self::Comparison(_))
    }

    /// Lays the words of a translation over this; `None` when that is of another kind.
    pub(super) fn translate(&mut self, own: &Self, over: &mut Overlay<'_>) -> Option<()> {
        match (self, own) {
            (Self::Scenario(body), Self::Scenario(own)) => body.translate(own, over),
            (Self::Template(body), Self::Template(own)) => {
                Arc::make_mut(body).translate(own, over);
            }
            (Self::Guide(body), Self::Guide(own)) => body.translate(own, over),
            (Self::Comparison(body), Self::Comparison(own)) => body.translate(own, over),
            (Self::SelfCheck(body), Self::SelfCheck(own)) => body.translate(own, over),
            (
                Self::Scenario(_)
                | Self::Template(_)
                | Self::Guide(_)
                | Self::Comparison(_)
                | Self::SelfCheck(_),
                _,
            ) => return None,
        }
        Some(())
    }
}
