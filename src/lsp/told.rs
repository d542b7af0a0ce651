//! What editors are told of a book: all diagnostics, each file's when they have changed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Severity, sort};

use super::judge::{Found, Judged};
use super::project::Project;

/// Rules that tell of what nobody needs, which editors show faded.
const UNUSED: [&str; 2] = ["unused-definition", "unused-footnote"];

/// What was found, and what was told of it.
#[derive(Default)]
pub(super) struct Told {
    notes: Vec<Diagnostic>,
    late: Vec<Diagnostic>,
    /// All of it, in the order of `check`.
    pub all: Vec<Diagnostic>,
    /// What each file was told, by its address, with the version of an open text.
    files: BTreeMap<String, (Option<i64>, Vec<Value>)>,
}

/// How a book stands, for whoever shows it beside the texts.
pub(super) struct Standing {
    pub errors: usize,
    pub warnings: usize,
    /// Whether nothing more will be found until something changes.
    pub is_quiet: bool,
}

impl Told {
    /// Takes what was found. Gives what editors are to be told, and how the book stands; nothing where it has changed
    /// since.
    pub(super) fn take(
        &mut self,
        judged: Judged,
        project: &Project,
    ) -> Option<(Vec<Value>, Standing)> {
        if judged.revision != project.revision {
            return None;
        }
        let is_quiet = match judged.found {
            Found::Notes { notes, is_all } => {
                self.notes = notes;
                if is_all {
                    self.late.clear();
                }
                // What was found in pages stays until they are looked at again, where its text is the same.
                let is_there = |note: &Diagnostic| {
                    let source = note.span.source();
                    project.source(source.path()).is_some_and(|now| now.text() == source.text())
                };
                self.late.retain(is_there);
                is_all
            }
            Found::Late(late) => {
                self.late = late;
                true
            }
            Found::Failed => true,
        };
        self.all = [self.notes.as_slice(), self.late.as_slice()].concat();
        sort(&mut self.all);
        let count = |severity| self.all.iter().filter(|one| one.severity() == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        Some((self.messages(project), Standing { errors, warnings, is_quiet }))
    }

    fn messages(&mut self, project: &Project) -> Vec<Value> {
        let mut files: BTreeMap<String, (Option<i64>, Vec<Value>)> = BTreeMap::new();
        for note in &self.all {
            let told = diagnostic(note, project);
            for uri in project.addresses(note.span.source().path()) {
                files.entry(uri).or_default().1.push(told.clone());
            }
        }
        for document in project.documents() {
            files.entry(document.uri.clone()).or_default().0 = document.version;
        }
        let before = std::mem::replace(&mut self.files, files);
        let all: BTreeSet<&String> = self.files.keys().chain(before.keys()).collect();
        let changed = all.into_iter().filter(|uri| {
            let (now, before) = (self.files.get(*uri), before.get(*uri));
            now != before && !(before.is_none() && now.is_some_and(|now| *now == (None, vec![])))
        });
        let message = |uri: &String| {
            let (version, diagnostics) = self.files.get(uri).cloned().unwrap_or_default();
            let mut told = json!({"uri": uri, "diagnostics": diagnostics});
            if let Some(version) = version {
                told["version"] = json!(version);
            }
            told
        };
        changed.map(message).collect()
    }
}

/// A diagnostic as `Diagnostic` of the protocol.
pub(super) fn diagnostic(note: &Diagnostic, project: &Project) -> Value {
    let severity = match note.severity() {
        Severity::Error => 1,
        Severity::Warning => 2,
    };
    let help = note.help.as_ref().map_or_else(String::new, |help| format!("\nhelp: {help}"));
    let labels = note
        .labels
        .iter()
        .map(|label| json!({"location": project.location(&label.span), "message": label.text}));
    let mut told = json!({
        "range": project.range(note.span.source(), note.span.range()),
        "severity": severity,
        "code": note.rule.name,
        "source": "twohats",
        "message": format!("{}{help}", note.message),
        "relatedInformation": labels.collect::<Vec<_>>(),
    });
    if let Some(address) = project.rule_page(note.rule.name) {
        told["codeDescription"] = json!({"href": address});
    }
    if UNUSED.contains(&note.rule.name) {
        told["tags"] = json!([1]);
    }
    told
}
