//! Diagnostics as people read them: message, place, the line itself with a caret, and help.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};

use crate::source::{Source, Span, in_place, shown, unseen};

use super::{Diagnostic, Label, Severity};

/// Whether colours may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Letters alone, as for a file or a pipe.
    Plain,
    /// With the colours of a terminal, as escape sequences.
    Coloured,
}

/// One diagnostic as text of several lines, ending in a newline.
#[must_use]
pub fn human(diagnostic: &Diagnostic, style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let source = diagnostic.span.source();
    let (near, far): (Vec<&Label>, Vec<&Label>) =
        diagnostic.labels.iter().partition(|label| is_near(&label.span, &diagnostic.span));
    let spans = near.iter().map(|label| &label.span).chain([&diagnostic.span]);
    let view = Extract::of(source, spans).with_signs_shown(&diagnostic.span);
    let mark = AnnotationKind::Primary.span(view.range(&diagnostic.span));
    let mut snippet = view.snippet().annotation(mark);
    for label in near {
        let mark = AnnotationKind::Context.span(view.range(&label.span));
        snippet = snippet.annotation(mark.label(label.text.as_str()));
    }
    let views = far.iter().map(|label| (label, Extract::of(label.span.source(), [&label.span])));
    let views: Vec<(&&Label, Extract<'_>)> = views.collect();
    let elsewhere = views.iter().map(|(label, view)| {
        let mark = AnnotationKind::Context.span(view.range(&label.span));
        view.snippet().annotation(mark.label(label.text.as_str()))
    });
    let mut group = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.rule.name)
        .element(snippet)
        .elements(elsewhere.collect::<Vec<_>>());
    if !diagnostic.key.is_empty() {
        group =
            group.element(Level::NOTE.with_name("key").message(format!("`{}`", diagnostic.key)));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let mut text = renderer.decor_style(DecorStyle::Ascii).render(&[group]);
    let far = views.iter().map(|(label, view)| (&label.span, view));
    for (span, view) in [(&diagnostic.span, &view)].into_iter().chain(far) {
        text = view.with_column(span, text);
    }
    text.push('\n');
    text
}

/// Whether what lies between a label and what it belongs to is little enough to be read for it.
fn is_near(label: &Span, span: &Span) -> bool {
    const MOST: usize = 4_000;
    Arc::ptr_eq(label.source(), span.source())
        && label.range().start.abs_diff(span.range().start) < MOST
}

/// How much of a line is handed on before and behind what is shown. It is more than fits into the width that is shown.
const REACH: usize = 600;

/// The lines of a source that hold some spans, or as much of them as is shown. Nothing else is handed on: the renderer
/// reads all that it is given.
struct Extract<'a> {
    text: Cow<'a, str>,
    path: Cow<'a, str>,
    start: usize,
    line: usize,
    /// How many letters of the first line are left out.
    before: usize,
    /// Where, in the source, signs stand that cannot be seen, and how much longer they are as they are shown.
    shown: Option<(Range<usize>, usize)>,
}

impl<'a> Extract<'a> {
    fn of<'s>(source: &'a Source, spans: impl IntoIterator<Item = &'s Span>) -> Self {
        let text = source.text();
        let (mut start, mut end) = (text.len(), 0);
        for span in spans {
            start = start.min(span.range().start);
            end = end.max(span.range().end);
        }
        let from = text.floor_char_boundary(start.saturating_sub(REACH));
        let start = text[from..start].rfind('\n').map_or(from, |at| from + at + 1);
        let to = text.ceil_char_boundary(end.saturating_add(REACH).min(text.len()));
        let end = text[end..to].find('\n').map_or(to, |at| end + at);
        let (line, column) = source.line_and_column(start);
        let text = in_place(&text[start..end.max(start)]);
        Self { text, path: shown(source.path()), start, line, before: column - 1, shown: None }
    }

    /// The same where a span that nobody could see has letters: `<U+00A0>`.
    fn with_signs_shown(mut self, span: &Span) -> Self {
        let range = span.range();
        let written = &span.source().text()[range.clone()];
        let is_unseen = |sign| sign == ' ' || unseen(sign).is_some();
        if written.is_ascii() || !written.chars().all(is_unseen) {
            return self;
        }
        let shown: String = written.chars().map(in_letters).collect();
        let longer = shown.len() - written.len();
        self.text.to_mut().replace_range(range.start - self.start..range.end - self.start, &shown);
        self.shown = Some((range, longer));
        self
    }

    fn snippet(&self) -> Snippet<'_, Annotation<'_>> {
        Snippet::source(&*self.text).path(&*self.path).line_start(self.line)
    }

    /// The renderer counts the columns of what it was given, and knows nothing of what was left out.
    fn with_column(&self, span: &Span, text: String) -> String {
        let (line, column) = span.line_and_column();
        if self.before == 0 || line != self.line {
            return text;
        }
        let place = format!("{}:{line}:", self.path);
        let counted = format!("{place}{}", column - self.before);
        text.replacen(&counted, &format!("{place}{column}"), 1)
    }

    fn range(&self, span: &Span) -> Range<usize> {
        let place = |offset: usize| match &self.shown {
            Some((range, longer)) if offset >= range.end => offset - self.start + longer,
            _ => offset - self.start,
        };
        place(span.range().start)..place(span.range().end)
    }
}

/// A sign that cannot be seen, in letters.
fn in_letters(sign: char) -> String {
    match unseen(sign) {
        Some(_) => format!("<U+{:04X}>", u32::from(sign)),
        None => sign.to_string(),
    }
}
