//! Diagnostics in SARIF 2.1.0, which code hosts and editors read.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::source::{Span, shown_in_json};

use super::Diagnostic;
use super::rules::RULES;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// All diagnostics as one run, ending in a newline. `folder` is the way from the repository's root to the book:
/// empty, or ending in `/`.
#[must_use]
pub fn sarif(diagnostics: &[Diagnostic], folder: &str) -> String {
    let rules: Vec<Value> = RULES
        .iter()
        .map(|rule| {
            json!({
                "id": rule.name,
                "shortDescription": { "text": rule.summary() },
                "help": { "text": rule.page, "markdown": rule.page },
                "defaultConfiguration": { "level": rule.severity.name() },
            })
        })
        .collect();
    let results: Vec<Value> = diagnostics.iter().map(|one| result(one, folder)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Twohats",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let mut text =
        serde_json::to_string_pretty(&log).expect("strings and numbers always serialise");
    text.push('\n');
    shown_in_json(&text).into_owned()
}

fn result(one: &Diagnostic, folder: &str) -> Value {
    let help = one.help.as_ref().map_or_else(String::new, |help| format!("\nhelp: {help}"));
    let mut result = json!({
        "ruleId": one.rule.name,
        "ruleIndex": RULES.iter().position(|rule| rule.name == one.rule.name),
        "level": one.severity().name(),
        "message": { "text": format!("{}{help}", one.message) },
        "locations": [{ "physicalLocation": place(&one.span, folder) }],
    });
    if !one.labels.is_empty() {
        let related = one.labels.iter().map(|label| {
            json!({
                "physicalLocation": place(&label.span, folder),
                "message": { "text": label.text },
            })
        });
        result["relatedLocations"] = related.collect();
    }
    result
}

fn place(span: &Span, folder: &str) -> Value {
    let (line, column) = span.line_and_column();
    let (end_line, end_column) = span.end_line_and_column();
    json!({
        "artifactLocation": { "uri": uri(&format!("{folder}{}", span.source().path())) },
        "region": {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
        },
    })
}

/// A path as a reference in the sense of RFC 3986: all but unreserved characters and `/` become codes.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
