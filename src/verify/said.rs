//! What was found, for people and for programs.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::source::shown_in_json;

use super::finding::{Finding, Kind, Weight};

/// Which form the JSON has. What is added makes no new one.
const VERSION: u32 = 1;

/// Of how many files of a kind people are told.
const FEW: usize = 5;

#[derive(Serialize)]
struct Said<'a> {
    format: &'a str,
    version: u32,
    /// What was looked at.
    of: &'a str,
    /// How many files the list names.
    files: usize,
    findings: Vec<Record<'a>>,
}

#[derive(Serialize)]
struct Record<'a> {
    kind: &'a str,
    severity: &'a str,
    path: &'a str,
    message: &'a str,
    help: &'a str,
}

/// One JSON object, ending in a newline.
#[must_use]
pub fn json(of: &str, files: usize, findings: &[Finding]) -> String {
    let findings = findings.iter().map(|one| Record {
        kind: one.kind.name(),
        severity: one.weight.name(),
        path: &one.path,
        message: &one.message,
        help: one.help,
    });
    let findings = findings.collect();
    let said = Said { format: "twohats-verify", version: VERSION, of, files, findings };
    let mut text = serde_json::to_string_pretty(&said).expect("texts and numbers always serialise");
    text.push('\n');
    shown_in_json(&text).into_owned()
}

/// Lines for people, what matters most first. Of a kind that repeats the first few, unless `is_all`.
#[must_use]
pub fn human(findings: &[Finding], is_all: bool) -> Vec<String> {
    let mut groups: BTreeMap<(Weight, Kind), Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        groups.entry((finding.weight, finding.kind)).or_default().push(finding);
    }
    let mut lines = Vec::new();
    for ((weight, kind), group) in groups {
        let shown = if is_all { group.len() } else { group.len().min(FEW) };
        for (number, one) in group[..shown].iter().enumerate() {
            lines.push(format!("{}[{}]: {}", weight.name(), kind.name(), one.message));
            if number + 1 == shown || group[number + 1].help != one.help {
                lines.push(format!("  = help: {}", one.help));
            }
        }
        if let more @ 1.. = group.len() - shown {
            lines.push(format!("  and {more} more of `{}`; `--all` shows each", kind.name()));
        }
    }
    lines
}
