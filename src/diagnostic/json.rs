//! Diagnostics for machines: one JSON array, one object a diagnostic.

use serde::Serialize;

use crate::source::shown_in_json;

use super::Diagnostic;

#[derive(Serialize)]
struct Record<'a> {
    rule: &'a str,
    severity: &'a str,
    message: &'a str,
    path: &'a str,
    /// Lines and columns count from 1; columns count characters; the end is just past the last one.
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    key: &'a str,
    help: Option<&'a str>,
    labels: Vec<LabelRecord<'a>>,
}

#[derive(Serialize)]
struct LabelRecord<'a> {
    message: &'a str,
    path: &'a str,
    line: usize,
    column: usize,
}

/// All diagnostics as a JSON array, ending in a newline.
#[must_use]
pub fn json(diagnostics: &[Diagnostic]) -> String {
    let records: Vec<Record> = diagnostics.iter().map(record).collect();
    let mut text =
        serde_json::to_string_pretty(&records).expect("strings and numbers always serialise");
    text.push('\n');
    shown_in_json(&text).into_owned()
}

fn record(one: &Diagnostic) -> Record<'_> {
    let (line, column) = one.span.line_and_column();
    let (end_line, end_column) = one.span.end_line_and_column();
    let labels = one.labels.iter().map(|label| {
        let (line, column) = label.span.line_and_column();
        let path = label.span.source().path();
        LabelRecord { message: &label.text, path, line, column }
    });
    Record {
        rule: one.rule.name,
        severity: one.severity().name(),
        message: &one.message,
        path: one.span.source().path(),
        line,
        column,
        end_line,
        end_column,
        key: &one.key,
        help: one.help.as_deref(),
        labels: labels.collect(),
    }
}
