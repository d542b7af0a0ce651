//! How bad the rules are in one book, where it says so itself.

use std::collections::BTreeMap;

use super::rules::Rule;
use super::{Diagnostic, Severity};

/// What a book may say about a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleLevel {
    /// Its fault stops the build.
    Error,
    /// Its fault is told of, and stops nothing.
    Warning,
    /// Nobody is told of its fault.
    Off,
}

/// The rules of which a book has said something, by name.
#[derive(Clone, Debug, Default)]
pub struct RuleLevels(BTreeMap<&'static str, RuleLevel>);

impl RuleLevel {
    /// Every level, with the word for it in `book.toml`.
    pub const ALL: [(&str, Self); 3] =
        [("error", Self::Error), ("warning", Self::Warning), ("off", Self::Off)];
}

impl RuleLevels {
    /// Takes what a book says about a rule, in the place of what it has said before.
    pub fn set(&mut self, rule: &Rule, level: RuleLevel) {
        self.0.insert(rule.name, level);
    }

    /// Leaves out what the book does not want to hear of, and calls the rest what the book calls it.
    pub fn apply(&self, notes: &mut Vec<Diagnostic>) {
        if self.0.is_empty() {
            return;
        }
        notes.retain_mut(|note| match self.0.get(note.rule.name) {
            None => true,
            Some(RuleLevel::Off) => false,
            Some(RuleLevel::Error) => {
                note.set_severity(Severity::Error);
                true
            }
            Some(RuleLevel::Warning) => {
                note.set_severity(Severity::Warning);
                true
            }
        });
    }
}
