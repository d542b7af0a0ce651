//! The words of the table: maps, keys, and the shapes that a value can have.

use crate::model::Kind;

/// A group of keys.
#[derive(Debug)]
pub struct Map {
    /// What it is, as messages call it: `scenario`, `step`.
    pub name: &'static str,
    /// What it is for, in one sentence.
    pub about: &'static str,
    /// The keys in the order in which they are best written.
    pub keys: &'static [&'static [Key]],
    /// Keys of which exactly one is written; empty when there are none.
    pub one_of: &'static [&'static str],
}

/// One key.
#[derive(Debug)]
pub struct Key {
    pub name: &'static str,
    pub shape: Shape,
    pub need: Need,
    /// What it is for, in plain sentences with Markdown's backticks.
    pub about: &'static str,
    /// How it looks in a file.
    pub example: &'static str,
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Needed,
    Optional,
}

/// What may stand behind a key. Scalars are texts as they were typed, so a number will do for a text.
#[derive(Debug)]
pub enum Shape {
    /// Words that are shown as they are.
    Text,
    /// Words of a certain form: the form as a regular expression, and in words.
    Form(&'static str, &'static str),
    /// One line of Markdown.
    Line,
    /// Paragraphs of Markdown.
    Prose,
    /// Several texts that are shown as they are; one will do.
    Texts,
    /// Several lines of Markdown; one will do.
    Lines,
    /// The ids of other things of a kind; one will do.
    Ids(Kind),
    /// One of these words.
    Word(&'static [&'static str]),
    /// `yes` or `no`.
    YesNo,
    /// A whole number, from the first to the second where that is said.
    Number(Option<(i64, i64)>),
    /// A month or a day.
    Date,
    /// A group of keys.
    Group(&'static Map),
    /// Several groups of keys.
    Groups(&'static Map),
    /// The fields of a template.
    Fields,
    /// The columns of a table: fields of the simpler types.
    Columns,
    /// What a field may hold.
    Example(Filled),
    /// Keys of the author's own, each with a text.
    Named,
    /// Tags of languages, each with a group of keys.
    Languages(&'static Map),
    /// Rules, each with how bad it is.
    Rules,
    /// Whatever the author likes.
    Anything,
}

/// What a field may hold when it is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    Words,
    Number,
    /// A day.
    Date,
    /// A whole number from 1 to 5.
    Mark,
    /// `yes` or `no`.
    Tick,
    /// One or several of what there is to choose from.
    Several,
    /// The rows of a table.
    Rows,
}

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

impl Map {
    /// Every key in the order in which it is best written.
    pub fn all(&self) -> impl Iterator<Item = &'static Key> + use<> {
        self.keys.iter().copied().flatten()
    }
}

impl Shape {
    /// What may stand there, in the words of the guide.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Text => "words".into(),
            Self::Form(_, form) => (*form).to_owned(),
            Self::Line => "one line of Markdown".into(),
            Self::Prose => "paragraphs of Markdown".into(),
            Self::Texts => "a list of words".into(),
            Self::Lines => "a list of lines of Markdown".into(),
            Self::Ids(of) => format!("a list of {}s, by their files’ names", of.name()),
            Self::Word(words) => {
                let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                words.join(", ")
            }
            Self::YesNo => "`yes` or `no`".into(),
            Self::Number(None) => "a whole number".into(),
            Self::Number(Some((least, most))) => format!("a whole number from {least} to {most}"),
            Self::Date => "a month `2026-06` or a day `2026-06-30`".into(),
            Self::Group(_) => "a group of keys".into(),
            Self::Groups(map) => format!("a list of {}s", map.name),
            Self::Fields => "a list of fields".into(),
            Self::Columns => "a list of columns".into(),
            Self::Example(filled) => filled.words().to_owned(),
            Self::Named => "names of your own, each with words".into(),
            Self::Languages(_) => "tags of languages, each with a group of keys".into(),
            Self::Rules => "names of rules, each with `error`, `warning` or `off`".into(),
            Self::Anything => "anything".into(),
        }
    }
}

/// A key that must be there.
pub const fn needed(
    name: &'static str,
    shape: Shape,
    about: &'static str,
    example: &'static str,
) -> Key {
    Key { name, shape, need: Need::Needed, about, example }
}

/// A key that may be there.
pub const fn optional(
    name: &'static str,
    shape: Shape,
    about: &'static str,
    example: &'static str,
) -> Key {
    Key { name, shape, need: Need::Optional, about, example }
}
