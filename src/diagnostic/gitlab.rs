//! Diagnostics as a code quality report, which GitLab shows beside the lines of a merge request.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::source::shown_in_json;

use super::{Diagnostic, Severity};

/// All diagnostics as a JSON array, ending in a newline. `folder` is the way from the repository's root to the book:
/// empty, or ending in `/`.
#[must_use]
pub fn gitlab(diagnostics: &[Diagnostic], folder: &str) -> String {
    let mut met: HashMap<String, usize> = HashMap::new();
    let issues: Vec<Value> = diagnostics
        .iter()
        .map(|one| {
            let (line, _) = one.span.line_and_column();
            let (end_line, _) = one.span.end_line_and_column();
            let path = format!("{folder}{}", one.span.source().path());
            let help = one.help.as_ref().map_or_else(String::new, |help| format!("; help: {help}"));
            // It is the same one when its line moves.
            let print = format!("{} {path} {} {}", one.rule.name, one.key, one.message);
            let count = met.entry(print.clone()).or_default();
            *count += 1;
            json!({
                "description": format!("{}{help}", one.message),
                "check_name": one.rule.name,
                "fingerprint": format!("{print} {count}"),
                "severity": match one.severity() {
                    Severity::Error => "major",
                    Severity::Warning => "minor",
                },
                "location": { "path": path, "lines": { "begin": line, "end": end_line } },
            })
        })
        .collect();
    let text = serde_json::to_string_pretty(&issues).expect("strings and numbers always serialise");
    shown_in_json(&format!("{text}\n")).into_owned()
}
