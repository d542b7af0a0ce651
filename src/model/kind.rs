//! The kinds of content, and where each lives.

/// The folder of pages that belong to no kind: imprint, privacy, about.
pub const OWN_PAGES: &str = "pages";

/// What a file of content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A situation at work.
    Scenario,
    /// A document to fill in.
    Template,
    /// A page of Markdown.
    Guide,
    /// A table of what the hats do differently.
    Comparison,
    /// Lists to tick that show which hat is needed.
    SelfCheck,
}

impl Kind {
    /// All kinds, in the order of the menu.
    pub const ALL: [Self; 5] =
        [Self::Scenario, Self::Template, Self::Guide, Self::Comparison, Self::SelfCheck];

    /// The word for one of them in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Scenario => "scenario",
            Self::Template => "template",
            Self::Guide => "guide",
            Self::Comparison => "comparison",
            Self::SelfCheck => "self-check",
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
            Self::SelfCheck => "checks",
        }
    }

    /// The kind whose folder is called so.
    #[must_use]
    pub fn of_folder(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == name)
    }

    /// The kind of the files in a folder of `content/`: what is in its pages of the owner's own is written as guides are.
    #[must_use]
    pub fn of_content(folder: &str) -> Option<Self> {
        Self::of_folder(folder).or_else(|| (folder == OWN_PAGES).then_some(Self::Guide))
    }

    /// Whether a file, by its path from the project's root, lies where those of the kind do.
    #[must_use]
    pub fn has_source(self, path: &str) -> bool {
        let inside = path.strip_prefix("content/").map(|path| path.split('/').next());
        inside == Some(Some(self.folder()))
    }

    /// How its files end.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Guide => "md",
            Self::Scenario | Self::Template | Self::Comparison | Self::SelfCheck => "yaml",
        }
    }
}
