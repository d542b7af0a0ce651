//! The shapes of values as the guide calls them.

use crate::diagnostic::RuleLevel;

use super::key::{Filled, Range, Shape};

impl Filled {
    fn words(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Number => "a number",
            Self::Date => "a day `2026-06-30`",
            Self::Mark => "a whole number from 1 to 5",
            Self::Tick => "`yes` or `no`",
            Self::Several => "one or several of what there is to choose from",
            Self::Rows => "a list of rows, each a list of cells",
        }
    }
}

impl Shape {
    /// What may stand there, in the words of the guide.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Text | Self::FieldId => "words".into(),
            Self::Form(pattern) => pattern.words.to_owned(),
            Self::Line => "one line of Markdown".into(),
            Self::Prose => "paragraphs of Markdown".into(),
            Self::Texts => "a list of words".into(),
            Self::Lines => "a list of lines of Markdown".into(),
            Self::Ids(of) => format!("a list of {}s, by their files’ names", of.name()),
            Self::Word(words) => {
                let words: Vec<String> = words().iter().map(|word| format!("`{word}`")).collect();
                words.join(", ")
            }
            Self::YesNo => "`yes` or `no`".into(),
            Self::Number => "a whole number".into(),
            Self::Count(Range { least, most, .. }) => {
                format!("a whole number from {least} to {most}")
            }
            Self::Date => "a month `2026-06` or a day `2026-06-30`".into(),
            Self::Group(_) => "a group of keys".into(),
            Self::Groups(map) => format!("a list of {}s", map.name),
            Self::Typed(types) => format!("a list of {}s", types.one),
            Self::Example(filled) => filled.words().to_owned(),
            Self::Named => "names of your own, each with words".into(),
            Self::Languages(_) => "tags of languages, each with a group of keys".into(),
            Self::Rules => {
                let [error, warning, off] = RuleLevel::ALL.map(|(name, _)| name);
                format!("names of rules, each with `{error}`, `{warning}` or `{off}`")
            }
            Self::Alike => "lists, each of words and phrases that mean the same".into(),
            Self::Anything => "anything".into(),
        }
    }
}
