//! Every rule: its name, its severity, its manual page, and the words of its diagnostics.
//!
//! A rule is one file here and one page beside it. The page is the manual, what `twohats explain` prints,
//! and a test: its wrong book must give exactly the diagnostics it shows, its mended book none.

pub mod bad_file_name;
pub mod broken_anchor;
pub mod broken_link;
pub mod cut_by_hash;
pub mod dangling_reference;
pub mod different_fields;
pub mod duplicate_id;
pub mod duplicate_key;
pub mod invalid_layout;
pub mod invalid_toml;
pub mod invalid_yaml;
pub mod missing_field;
pub mod missing_wording;
pub mod not_utf8;
pub mod orphan_translation;
pub mod unknown_field;
pub mod unknown_value;
pub mod unplaced_file;
pub mod unsafe_link;
pub mod vanished_id;
pub mod wrong_type;

use super::Severity;

/// A kind of fault.
#[derive(Debug)]
pub struct Rule {
    /// The fault's name, in kebab case: `unknown-field`.
    pub name: &'static str,
    pub severity: Severity,
    /// The manual page, in Markdown.
    pub page: &'static str,
}

/// All rules, by name.
pub static RULES: [&Rule; 21] = [
    &bad_file_name::RULE,
    &broken_anchor::RULE,
    &broken_link::RULE,
    &cut_by_hash::RULE,
    &dangling_reference::RULE,
    &different_fields::RULE,
    &duplicate_id::RULE,
    &duplicate_key::RULE,
    &invalid_layout::RULE,
    &invalid_toml::RULE,
    &invalid_yaml::RULE,
    &missing_field::RULE,
    &missing_wording::RULE,
    &not_utf8::RULE,
    &orphan_translation::RULE,
    &unknown_field::RULE,
    &unknown_value::RULE,
    &unplaced_file::RULE,
    &unsafe_link::RULE,
    &vanished_id::RULE,
    &wrong_type::RULE,
];

/// The rule of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.into_iter().find(|rule| rule.name == name)
}

/// "did you mean `title`?", or the list of what there is when nothing is near.
fn did_you_mean<'a>(
    word: &str,
    allowed: impl IntoIterator<Item = &'a str> + Clone,
) -> Option<String> {
    if let Some(near) = super::nearest(word, allowed.clone()) {
        return Some(format!("did you mean `{near}`?"));
    }
    let all: Vec<String> = allowed.into_iter().map(|name| format!("`{name}`")).collect();
    match all.len() {
        0 => None,
        1..=24 => Some(format!("write {}", list(&all))),
        many => Some(format!("there are {many} to choose from, such as {}", list(&all[..8]))),
    }
}

/// `a`, `b` or `c`.
fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}
