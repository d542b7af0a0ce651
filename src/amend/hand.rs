//! What is written in the language of the file. It must not know how each language writes it.

use super::change::Value;
use super::declared::Declared;
use super::fresh::{self, Habits};
use super::place::Place;
use super::spot::{Language, Spot};
use super::text::{self, Cut};
use super::{keys, toml_keys, toml_text};

/// Writes a text in the place of what stands there, in its form if that can hold it.
pub(super) fn write(spot: &Spot<'_>, text: &str) -> Cut {
    match spot.language {
        Language::Yaml => text::write(spot, text),
        Language::Toml => toml_text::write(spot, text),
    }
}

/// A value as it stands in brackets.
pub(super) fn in_brackets(near: &Spot<'_>, value: &Value, declared: &Declared) -> String {
    match near.language {
        Language::Yaml => fresh::in_brackets(value, declared),
        Language::Toml => toml_text::value(value, declared),
    }
}

/// Adds a key to the group at a place, and says which place among its keys it gets.
pub(super) fn add(
    (group, place): (&Spot<'_>, &Place),
    name: &str,
    value: &Value,
    habits: &Habits,
) -> Option<(usize, Cut)> {
    match group.language {
        Language::Yaml => keys::add(group, name, value, habits),
        Language::Toml => toml_keys::add(group, place, name, value),
    }
}

/// The first keys of a file that has none.
pub(super) fn first(name: &str, value: &Value, file: &Spot<'_>, habits: &Habits) -> Option<Cut> {
    match file.language {
        Language::Yaml => keys::first(name, value, file, habits),
        Language::Toml => toml_keys::first(name, value, file),
    }
}

/// Puts a value where nothing is, or only what is empty.
pub(super) fn fill(spot: &Spot<'_>, value: &Value, habits: &Habits) -> Option<Vec<Cut>> {
    match spot.language {
        Language::Yaml => keys::fill(spot, value, habits),
        Language::Toml => toml_keys::fill(spot, value),
    }
}

/// Leaves nothing of a value that must be there.
pub(super) fn empty(spot: &Spot<'_>) -> Vec<Cut> {
    match spot.language {
        Language::Yaml => keys::empty(spot),
        Language::Toml => toml_keys::empty(spot),
    }
}
