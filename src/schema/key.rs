//! A key, and all that is told of it: its shape, what it is for, how it looks.

use crate::model::Kind;

/// A key of a group of keys. `V` is what stands behind it, and so which of the ways to take it fits.
#[derive(Clone, Copy, Debug)]
pub struct Key<V = Any> {
    /// As authors write it.
    pub name: &'static str,
    /// What may stand behind it.
    pub shape: Shape,
    /// Whether it must be there.
    pub need: Need,
    /// What it is for, in plain sentences with Markdown's backticks.
    pub about: &'static str,
    /// How it looks in a file.
    pub example: &'static str,
    /// What to do when it is missing, where `about` and the example do not say it.
    pub(super) help: Option<&'static str>,
    /// What is said of the shape besides.
    pub of: V,
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A file without it has a fault.
    Needed,
    /// It may be left out.
    Optional,
}

/// Any shape: a key as it stands in the list of all.
#[derive(Clone, Copy, Debug)]
pub struct Any;

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

impl Map {
    /// A group of these keys, of which none excludes another.
    #[must_use]
    pub const fn new(
        name: &'static str,
        about: &'static str,
        keys: &'static [&'static [Key]],
    ) -> Self {
        Self { name, about, keys, one_of: &[] }
    }

    /// The same keys, of which exactly one of these is written.
    #[must_use]
    pub const fn one_of(self, names: &'static [&'static str]) -> Self {
        Self { one_of: names, ..self }
    }

    /// Every key in the order in which it is best written.
    pub fn all(&self) -> impl Iterator<Item = &'static Key> + use<> {
        self.keys.iter().copied().flatten()
    }
}

/// What may stand behind a key. Scalars are texts as they were typed, so a number will do for a text.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Words that are shown as they are.
    Text,
    /// Words of a certain form.
    Form(Pattern),
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
    /// One of a few words.
    Word(fn() -> Vec<&'static str>),
    /// `yes` or `no`.
    YesNo,
    /// A whole number.
    Number,
    /// How many there are of something.
    Count(Range),
    /// A month or a day.
    Date,
    /// A group of keys.
    Group(&'static Map),
    /// Several groups of keys.
    Groups(&'static Map),
    /// Several groups of keys, each of one of several types.
    Typed(Types),
    /// The id of another field of the same sheet, or of a table's column.
    FieldId,
    /// What a field may hold.
    Example(Filled),
    /// Keys of the author's own, each with a text.
    Named,
    /// Tags of languages, each with a group of keys.
    Languages(&'static Map),
    /// Rules, each with how bad it is.
    Rules,
    /// Lists, each of several texts that mean the same.
    Alike,
    /// Whatever the author likes.
    Anything,
}

/// A form of words.
#[derive(Clone, Copy, Debug)]
pub struct Pattern {
    /// As a regular expression.
    pub regex: &'static str,
    /// As one says it, after "write".
    pub words: &'static str,
}

/// From where to where a number may go.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// The smallest number that will do.
    pub least: u32,
    /// `u32::MAX` where only the machine ends it.
    pub most: u32,
    /// What is counted.
    pub of: &'static str,
    /// What to do when it is out of range.
    pub help: &'static str,
}

/// Types of which each line of a list is one.
#[derive(Clone, Copy, Debug)]
pub struct Types {
    /// What one line is called.
    pub one: &'static str,
    /// Each type, whose first key is the one that a line starts with.
    pub all: fn() -> Vec<&'static Map>,
}

/// What a field may hold when it is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    /// Words of the reader's own.
    Words,
    /// A number, which may have a point.
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

impl<V: Copy> Key<V> {
    /// The same key where it must be there.
    #[must_use]
    pub const fn needed(self) -> Self {
        Self { need: Need::Needed, ..self }
    }

    /// The same key with what to do when it is missing.
    #[must_use]
    pub const fn help(self, help: &'static str) -> Self {
        Self { help: Some(help), ..self }
    }

    /// The same key as it stands among others.
    #[must_use]
    pub const fn any(self) -> Key {
        let Self { name, shape, need, about, example, help, .. } = self;
        Key { name, shape, need, about, example, help, of: Any }
    }

    /// What to do when it is missing: its own words, or what it is for and how it looks.
    #[must_use]
    pub fn what_to_write(&self) -> String {
        if let Some(help) = self.help {
            return help.to_owned();
        }
        let sentence = self.about.split_once(". ").map_or(self.about, |(first, _)| first);
        let mut letters = sentence.trim_end_matches('.').chars();
        let first = letters.next().into_iter().flat_map(char::to_lowercase);
        let what: String = first.chain(letters).collect();
        // What takes several lines cannot be shown in one.
        if self.example.contains('\n') {
            return format!("write {what}");
        }
        format!("write {what}, as in `{}`", self.example)
    }
}

impl Shape {
    /// The keys of the group, or of each group, that stands there.
    #[must_use]
    pub fn map(&self) -> Option<&'static Map> {
        if let Self::Group(map) | Self::Groups(map) | Self::Languages(map) = self {
            return Some(map);
        }
        None
    }

    /// Whether a text there is one line, so that the ends of lines in it mean nothing.
    #[must_use]
    pub fn is_one_line(&self) -> bool {
        !matches!(self, Self::Prose | Self::Example(Filled::Words) | Self::Anything)
    }

    /// Whether what looks like a number, a day or a yes is meant as one.
    #[must_use]
    pub fn is_data(&self) -> bool {
        match self {
            Self::YesNo | Self::Number | Self::Count(_) | Self::Date | Self::Anything => true,
            Self::Example(filled) => !matches!(filled, Filled::Words | Filled::Several),
            _ => false,
        }
    }

    /// Whether several texts may stand there, or one.
    #[must_use]
    pub fn is_several(&self) -> bool {
        matches!(self, Self::Texts | Self::Lines | Self::Ids(_))
    }
}
