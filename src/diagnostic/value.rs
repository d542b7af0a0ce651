//! The diagnostic itself, and what a stage returns beside its result.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::edit::Edit;
use crate::source::{Span, shown};

use super::rule::Rule;
use super::severity::Severity;

/// Another place that has to do with a fault, and what is there.
#[derive(Clone, Debug)]
pub struct Label {
    /// Where it is, in the same file or in another.
    pub span: Span,
    /// What is there, as in `the first is here`.
    pub text: String,
}

/// One fault in what an author wrote.
#[must_use]
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The rule that is broken.
    pub rule: &'static Rule,
    severity: Severity,
    /// What is wrong: lower case, no full stop, the thing in backticks.
    pub message: String,
    /// The place that is shown, with a caret below it.
    pub span: Span,
    /// The keys that lead to the value, as in `leader.do[1]`; empty where there are none.
    pub key: String,
    /// Other places that belong to the fault, as where an id stands first.
    pub labels: Vec<Label>,
    /// What to do next.
    pub help: Option<String>,
    /// What `check --fix` writes in the file, where that is certain.
    pub fix: Option<Edit>,
}

impl Diagnostic {
    /// A fault with the severity of its rule, and no help yet.
    pub fn new(rule: &'static Rule, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            message: in_letters(message.into()),
            span,
            key: String::new(),
            labels: Vec::new(),
            help: None,
            fix: None,
        }
    }

    /// Whether it is a case of this rule.
    #[must_use]
    pub fn is_of(&self, rule: &'static Rule) -> bool {
        std::ptr::eq(self.rule, rule)
    }

    /// Says what to do next, in the place of what was said before.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(in_letters(help.into()));
        self
    }

    /// Says what to do next, where that is known; otherwise what was said before stays.
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.map(in_letters).or(self.help);
        self
    }

    /// Adds to the help, when there is something to add.
    pub fn and_help(mut self, more: &str) -> Self {
        if !more.is_empty() {
            let help = self.help.take();
            self.help = Some(in_letters(
                help.map_or_else(|| more.to_owned(), |help| format!("{help}; {more}")),
            ));
        }
        self
    }

    /// Names the keys that lead to the value, as in `leader.do[1]`.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = in_letters(key.into());
        self
    }

    /// Points at one more place, and says what is there.
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: in_letters(text.into()) });
        self
    }

    /// Says what to write in the place of what, where that is certain.
    pub fn fix(mut self, fix: Option<Edit>) -> Self {
        self.fix = fix;
        self
    }

    /// How bad it is in this book: that of its rule, unless the book says otherwise.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    pub(super) fn set_severity(&mut self, severity: Severity) {
        self.severity = severity;
    }

    fn place(&self) -> (&str, usize) {
        (self.span.source().path(), self.span.range().start)
    }
}

/// Words as they may be shown anywhere: what an author wrote can be an order to a terminal.
fn in_letters(words: String) -> String {
    match shown(&words) {
        Cow::Borrowed(_) => words,
        Cow::Owned(shown) => shown,
    }
}

/// What a stage made, with what it noticed on the way.
#[derive(Debug)]
pub struct Noted<T> {
    /// What it made.
    pub value: T,
    /// What is wrong with what it was given.
    pub notes: Vec<Diagnostic>,
}

impl<T> Noted<T> {
    /// Puts a result and its notes together.
    #[must_use]
    pub fn new(value: T, notes: Vec<Diagnostic>) -> Self {
        Self { value, notes }
    }
}

/// Puts diagnostics in the order in which they are shown: by file, then by place. The same fault found
/// twice at the same place is told once.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| match a.place().cmp(&b.place()) {
        Ordering::Equal => {
            (a.severity(), a.rule.name, &a.message).cmp(&(b.severity(), b.rule.name, &b.message))
        }
        order => order,
    });
    diagnostics.dedup_by(|a, b| a.place() == b.place() && a.message == b.message);
}

/// How many diagnostics have a severity.
#[must_use]
pub fn count(diagnostics: &[Diagnostic], severity: Severity) -> usize {
    diagnostics.iter().filter(|one| one.severity() == severity).count()
}
