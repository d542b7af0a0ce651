//! The place of a value in its file, as keys and numbers. It must not know what stands there.

use std::fmt;

/// One step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// What stands behind a key.
    Key(String),
    /// An item of a list, from 0.
    Item(usize),
}

/// The way from the top of a file to a value. It is written as diagnostics write it: `sequence[2].when`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place(pub Vec<Step>);

impl Place {
    /// The place of a key of the group that stands here.
    #[must_use]
    pub fn key(&self, name: &str) -> Self {
        self.and(Step::Key(name.to_owned()))
    }

    /// The place of an item of the list that stands here.
    #[must_use]
    pub fn item(&self, at: usize) -> Self {
        self.and(Step::Item(at))
    }

    /// The place of what this is in, and the last step to it.
    #[must_use]
    pub fn parent(&self) -> Option<(Self, &Step)> {
        let (last, steps) = self.0.split_last()?;
        Some((Self(steps.to_vec()), last))
    }

    pub(super) fn and(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(name) if at == 0 => f.write_str(name)?,
                Step::Key(name) => write!(f, ".{name}")?,
                Step::Item(number) => write!(f, "[{number}]")?,
            }
        }
        Ok(())
    }
}

impl From<&str> for Place {
    /// Reads a place as it is written, also with a point before a number, as in `sequence.2.when`. A key of the author's
    /// own that holds a point or a bracket cannot be written so.
    fn from(text: &str) -> Self {
        let steps = text.split(['.', '[']).map(|step| step.trim_end_matches(']'));
        let step = |step: &str| match step.parse() {
            Ok(number) => Step::Item(number),
            Err(_) => Step::Key(step.to_owned()),
        };
        Self(steps.filter(|step| !step.is_empty()).map(step).collect())
    }
}
