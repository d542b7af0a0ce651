//! Every rule: its name, its severity, its manual page, and the words of its diagnostics.
//!
//! A rule is one file here and one page beside it. The page is the manual, what `twohats explain` prints,
//! and a test: its wrong book must give exactly the diagnostics it shows, its mended book none.

pub mod bad_file_name;
pub mod bad_redirect;
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
pub mod long_checklist;
pub mod long_script;
pub mod missing_field;
pub mod missing_wording;
pub mod no_listen_for;
pub mod no_verb;
pub mod not_utf8;
pub mod orphan_translation;
pub mod overdue_review;
pub mod placeholder;
pub mod repeated_action;
pub mod search_miss;
pub mod swallowed_line;
pub mod thin_side;
pub mod too_deep;
pub mod unknown_field;
pub mod unknown_value;
pub mod unlinked_scenario;
pub mod unplaced_file;
pub mod unreadable_file;
pub mod unsafe_link;
pub mod unused_footnote;
pub mod unused_template;
pub mod unused_theme_file;
pub mod vanished_id;
pub mod wrong_type;

pub use super::rule::Rule;

/// All rules, by name.
pub static RULES: &[&Rule] = &[
    &bad_file_name::RULE,
    &bad_redirect::RULE,
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
    &long_checklist::RULE,
    &long_script::RULE,
    &missing_field::RULE,
    &missing_wording::RULE,
    &no_listen_for::RULE,
    &no_verb::RULE,
    &not_utf8::RULE,
    &orphan_translation::RULE,
    &overdue_review::RULE,
    &placeholder::RULE,
    &repeated_action::RULE,
    &search_miss::RULE,
    &swallowed_line::RULE,
    &thin_side::RULE,
    &too_deep::RULE,
    &unknown_field::RULE,
    &unknown_value::RULE,
    &unlinked_scenario::RULE,
    &unplaced_file::RULE,
    &unreadable_file::RULE,
    &unsafe_link::RULE,
    &unused_footnote::RULE,
    &unused_template::RULE,
    &unused_theme_file::RULE,
    &vanished_id::RULE,
    &wrong_type::RULE,
];

/// The rule of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}
