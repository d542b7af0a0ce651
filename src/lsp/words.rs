//! What editors show of a key, a page or a rule, in Markdown.

use std::fmt::Write;

use crate::diagnostic::Rule;
use crate::model::{Entry, Role};
use crate::schema::Key;

/// What a key is for, and how it looks.
pub(super) fn about_key(key: &Key) -> String {
    format!("{}\n\n```yaml\n{}\n```", key.about, key.example)
}

/// What a page is about; of a situation, what each hat is after.
pub(super) fn about_entry(entry: &Entry) -> String {
    let mut words = format!("**{}** ({})", entry.head.title.value, entry.kind().name());
    if entry.head.draft {
        words.push_str(", a draft");
    }
    if let Some(summary) = &entry.head.summary {
        words.push_str("\n\n");
        words.push_str(&summary.plain());
    }
    if let Some(scenario) = entry.scenario() {
        for (role, response) in scenario.responses.each() {
            let Some(aim) = &response.aim else { continue };
            let name = match role {
                Role::Leader => "Leader",
                Role::Manager => "Manager",
            };
            let _ = write!(words, "\n\n{name}: {}", aim.plain());
        }
    }
    words
}

/// What a rule is, why, and how its fault is mended: its page as far as the examples.
pub(super) fn about_rule(rule: &Rule) -> String {
    let (_, page) = rule.page.split_once('\n').unwrap_or_default();
    let prose = page.split("\n## ").next().unwrap_or_default().trim();
    let name = rule.name;
    format!("**{name}**: {prose}\n\n`twohats explain {name}` shows it wrong and mended.")
}
