//! The kinds of content: where each lives, and what is particular to it.

use super::overlay::Overlay;
use super::parts::Part;
use super::{Comparison, Guide, Scenario, SelfCheck, Template};

/// What a file of content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Scenario,
    Template,
    Guide,
    Comparison,
    Check,
}

impl Kind {
    /// All kinds, in the order of the menu.
    pub const ALL: [Self; 5] =
        [Self::Scenario, Self::Template, Self::Guide, Self::Comparison, Self::Check];

    /// The word for one of them in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Scenario => "scenario",
            Self::Template => "template",
            Self::Guide => "guide",
            Self::Comparison => "comparison",
            Self::Check => "self-check",
        }
    }

    /// The folder in `content/` and in the site.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Scenario => "scenarios",
            Self::Template => "templates",
            Self::Guide => "guidance",
            Self::Comparison => "comparisons",
            Self::Check => "checks",
        }
    }

    /// The kind whose folder is called so.
    #[must_use]
    pub fn of_folder(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == name)
    }

    /// Whether a file, by its path from the project's root, lies where those of the kind do.
    #[must_use]
    pub fn has_source(self, path: &str) -> bool {
        let inside = path.strip_prefix("content/").map(|path| path.split('/').next());
        inside == Some(Some(self.folder()))
    }

    /// The path of the page that lists all of it.
    #[must_use]
    pub fn list(self) -> super::SitePath {
        super::list_path(self, 0)
    }

    /// How its files end.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Guide => "md",
            Self::Scenario | Self::Template | Self::Comparison | Self::Check => "yaml",
        }
    }
}

/// What is particular to a kind.
#[derive(Clone, Debug)]
pub enum Body {
    Scenario(Box<Scenario>),
    Template(Template),
    Guide(Guide),
    Comparison(Comparison),
    Check(Box<SelfCheck>),
}

impl Body {
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Scenario(_) => Kind::Scenario,
            Self::Template(_) => Kind::Template,
            Self::Guide(_) => Kind::Guide,
            Self::Comparison(_) => Kind::Comparison,
            Self::Check(_) => Kind::Check,
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
            Self::Check(body) => body.parts(),
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
            (Self::Template(body), Self::Template(own)) => body.translate(own, over),
            (Self::Guide(body), Self::Guide(own)) => body.translate(own, over),
            (Self::Comparison(body), Self::Comparison(own)) => body.translate(own, over),
            (Self::Check(body), Self::Check(own)) => body.translate(own, over),
            (
                Self::Scenario(_)
                | Self::Template(_)
                | Self::Guide(_)
                | Self::Comparison(_)
                | Self::Check(_),
                _,
            ) => return None,
        }
        Some(())
    }
}
