//! Diagnostics as people read them: message, place, the line itself with a caret, and help.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Severity};

/// Whether colours may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Plain,
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
    let mut snippet = Snippet::source(source.text())
        .path(source.path())
        .annotation(AnnotationKind::Primary.span(diagnostic.span.range()));
    let mut elsewhere = Vec::new();
    for label in &diagnostic.labels {
        if std::sync::Arc::ptr_eq(label.span.source(), source) {
            let mark = AnnotationKind::Context.span(label.span.range());
            snippet = snippet.annotation(mark.label(label.text.as_str()));
        } else {
            let there = label.span.source();
            let mark = AnnotationKind::Context.span(label.span.range());
            elsewhere.push(
                Snippet::source(there.text())
                    .path(there.path())
                    .annotation(mark.label(label.text.as_str())),
            );
        }
    }
    let mut group = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.rule.name)
        .element(snippet)
        .elements(elsewhere);
    if !diagnostic.key.is_empty() {
        group =
            group.element(Level::NOTE.with_name("key").message(format!("`{}`", diagnostic.key)));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let mut text = renderer.decor_style(DecorStyle::Ascii).render(&[group]);
    text.push('\n');
    text
}
