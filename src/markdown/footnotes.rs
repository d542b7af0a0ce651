//! Footnotes: numbered in the order of their first mention, gathered at the end, linked both ways.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::broken_link::undefined_footnote;
use crate::diagnostic::rules::duplicate_id::duplicate_id;
use crate::diagnostic::rules::unused_footnote::unused_footnote;
use crate::source::Span;

use super::writing::Writing;

/// The words of a footnote. The way back goes into its last paragraph.
pub(super) struct Note {
    pub html: String,
    pub end: &'static str,
}

/// The footnotes of one piece of prose.
#[derive(Default)]
pub(super) struct Footnotes {
    prefix: String,
    /// Labels in the order of their first mention, and the number of each.
    mentioned: Vec<String>,
    numbers: BTreeMap<String, usize>,
    bodies: BTreeMap<String, (Note, Span)>,
}

impl Footnotes {
    pub(super) fn new(prefix: &str) -> Self {
        Self { prefix: prefix.to_owned(), ..Self::default() }
    }

    /// The mark in the text.
    pub(super) fn mention(&mut self, label: &str) -> String {
        let known = self.numbers.get(label).copied();
        let number = known.unwrap_or_else(|| {
            self.mentioned.push(label.to_owned());
            self.numbers.insert(label.to_owned(), self.mentioned.len());
            self.mentioned.len()
        });
        let prefix = &self.prefix;
        // Only the first mention can be returned to: an id stands once.
        let id = if known.is_none() {
            format!(" id=\"{prefix}footnote-{number}-from\"")
        } else {
            String::new()
        };
        format!(
            "<sup class=\"footnote-mark\"><a href=\"#{prefix}footnote-{number}\"{id}>{number}</a></sup>"
        )
    }

    /// The words of a footnote, and where its label was written.
    pub(super) fn define(
        &mut self,
        label: &str,
        note: Note,
        span: Span,
        notes: &mut Vec<Diagnostic>,
    ) {
        match self.bodies.get(label) {
            Some((_, first)) => {
                let help = "give one of the two another label";
                notes.push(duplicate_id(span, "footnote", label, first.clone(), help));
            }
            None => drop(self.bodies.insert(label.to_owned(), (note, span))),
        }
    }

    /// Reports footnotes that nothing mentions: they are not shown.
    pub(super) fn note_unused(&self, notes: &mut Vec<Diagnostic>) {
        let unused = self.bodies.iter().filter(|(label, _)| !self.numbers.contains_key(*label));
        notes.extend(unused.map(|(label, (_, span))| unused_footnote(span.clone(), label)));
    }

    /// The list at the end; empty when nothing was mentioned.
    pub(super) fn list(&self) -> String {
        let mut list = String::new();
        for (at, label) in self.mentioned.iter().enumerate() {
            let (prefix, number) = (&self.prefix, at + 1);
            let (body, end) = self
                .bodies
                .get(label)
                .map_or(("", ""), |(note, _)| (note.html.trim_end(), note.end));
            let back = format!("<a href=\"#{prefix}footnote-{number}-from\">↩</a>");
            let item = format!("{body} {back}{end}");
            let _ = writeln!(list, "<li id=\"{prefix}footnote-{number}\">{item}</li>");
        }
        if list.is_empty() {
            list
        } else {
            format!("<section class=\"footnotes\">\n<ol>\n{list}</ol>\n</section>\n")
        }
    }
}

/// A `[^label]` that nothing defines comes as three texts: `[`, `^label`, `]`.
pub(super) fn undefined(
    writing: &Writing<'_>,
    text: &str,
    words: &str,
    range: &Range<usize>,
) -> Option<Diagnostic> {
    let label = words.strip_prefix('^').filter(|label| !label.is_empty())?;
    let whole = range.start.saturating_sub(1)..range.end + 1;
    let is_mark = text.get(whole.clone())? == format!("[{words}]");
    let is_label = is_mark && !label.contains(char::is_whitespace);
    is_label.then(|| undefined_footnote(writing.span(whole), label))
}
