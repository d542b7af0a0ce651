//! Every rule: its name, its severity, its manual page, and the words of its diagnostics.
//!
//! A rule is one file here and one page beside it. The page is the manual, what `twohats explain` prints,
//! and a test: its wrong book must give exactly the diagnostics it shows, its mended book none.

pub(crate) mod bad_file_name;
pub(crate) mod bad_picture;
pub(crate) mod bad_redirect;
pub(crate) mod broken_anchor;
pub(crate) mod broken_gap;
pub(crate) mod broken_link;
pub(crate) mod broken_promise;
pub(crate) mod cut_by_hash;
pub(crate) mod cut_translation;
pub(crate) mod dangling_reference;
pub(crate) mod dead_link;
pub(crate) mod different_fields;
pub(crate) mod different_places;
pub(crate) mod duplicate_id;
pub(crate) mod duplicate_key;
pub(crate) mod empty_guide;
pub(crate) mod endless_comment;
pub(crate) mod extra_cell;
pub(crate) mod faint_colour;
pub(crate) mod faint_text;
pub(crate) mod git_conflict;
pub(crate) mod invalid_layout;
pub(crate) mod invalid_script;
pub(crate) mod invalid_style;
pub(crate) mod invalid_toml;
pub(crate) mod invalid_yaml;
pub(crate) mod kept_as_words;
pub(crate) mod leads_away;
pub(crate) mod list_in_a_text;
pub(crate) mod long_checklist;
pub(crate) mod long_script;
pub(crate) mod lost_schema;
pub(crate) mod missing_field;
pub(crate) mod missing_hook;
pub(crate) mod missing_wording;
pub(crate) mod moved_link;
pub(crate) mod never_closed;
pub(crate) mod no_front_matter;
pub(crate) mod no_listen_for;
pub(crate) mod no_verb;
pub(crate) mod not_published;
pub(crate) mod not_utf8;
pub(crate) mod orphan_translation;
pub(crate) mod outdated_program;
pub(crate) mod overdue_review;
pub(crate) mod placeholder;
pub(crate) mod removed_html;
pub(crate) mod repeated_action;
pub(crate) mod search_miss;
pub(crate) mod search_noise;
pub(crate) mod stale_override;
pub(crate) mod stale_translation;
pub(crate) mod stray_mark;
pub(crate) mod swallowed_line;
pub(crate) mod taken_class;
pub(crate) mod taken_id;
pub(crate) mod thin_side;
pub(crate) mod too_deep;
pub(crate) mod undrawn_letter;
pub(crate) mod undrawn_logo;
pub(crate) mod unheeded_key;
pub(crate) mod unknown_field;
pub(crate) mod unknown_token;
pub(crate) mod unknown_value;
pub(crate) mod unlinked_scenario;
pub(crate) mod unnamed_role;
pub(crate) mod unplaced_file;
pub(crate) mod unreadable_file;
pub(crate) mod unsafe_link;
pub(crate) mod unseen_sign;
pub(crate) mod unused_colour;
pub(crate) mod unused_definition;
pub(crate) mod unused_footnote;
pub(crate) mod unused_template;
pub(crate) mod unused_theme_file;
pub(crate) mod vanished_id;
pub(crate) mod wordless_picture;
pub(crate) mod wrong_type;

pub use super::rule::Rule;

/// All rules, by name.
pub static RULES: &[&Rule] = &[
    &bad_file_name::RULE,
    &bad_picture::RULE,
    &bad_redirect::RULE,
    &broken_anchor::RULE,
    &broken_gap::RULE,
    &broken_link::RULE,
    &broken_promise::RULE,
    &cut_by_hash::RULE,
    &cut_translation::RULE,
    &dangling_reference::RULE,
    &dead_link::RULE,
    &different_fields::RULE,
    &different_places::RULE,
    &duplicate_id::RULE,
    &duplicate_key::RULE,
    &empty_guide::RULE,
    &endless_comment::RULE,
    &extra_cell::RULE,
    &faint_colour::RULE,
    &git_conflict::RULE,
    &faint_text::RULE,
    &invalid_layout::RULE,
    &invalid_script::RULE,
    &invalid_style::RULE,
    &invalid_toml::RULE,
    &invalid_yaml::RULE,
    &kept_as_words::RULE,
    &leads_away::RULE,
    &list_in_a_text::RULE,
    &long_checklist::RULE,
    &long_script::RULE,
    &lost_schema::RULE,
    &missing_field::RULE,
    &missing_hook::RULE,
    &missing_wording::RULE,
    &moved_link::RULE,
    &never_closed::RULE,
    &no_front_matter::RULE,
    &no_listen_for::RULE,
    &no_verb::RULE,
    &not_published::RULE,
    &not_utf8::RULE,
    &orphan_translation::RULE,
    &outdated_program::RULE,
    &overdue_review::RULE,
    &placeholder::RULE,
    &removed_html::RULE,
    &repeated_action::RULE,
    &search_miss::RULE,
    &search_noise::RULE,
    &stale_override::RULE,
    &stale_translation::RULE,
    &stray_mark::RULE,
    &swallowed_line::RULE,
    &taken_class::RULE,
    &taken_id::RULE,
    &thin_side::RULE,
    &too_deep::RULE,
    &undrawn_letter::RULE,
    &undrawn_logo::RULE,
    &unheeded_key::RULE,
    &unknown_field::RULE,
    &unknown_token::RULE,
    &unknown_value::RULE,
    &unlinked_scenario::RULE,
    &unnamed_role::RULE,
    &unplaced_file::RULE,
    &unreadable_file::RULE,
    &unsafe_link::RULE,
    &unseen_sign::RULE,
    &unused_colour::RULE,
    &unused_definition::RULE,
    &unused_footnote::RULE,
    &unused_template::RULE,
    &unused_theme_file::RULE,
    &vanished_id::RULE,
    &wordless_picture::RULE,
    &wrong_type::RULE,
];

/// The rule of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}
