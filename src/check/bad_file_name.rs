//! `bad-file-name` among what is carried along: every file can be written on Windows too.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::bad_file_name::reserved_name;
use crate::model::{Playbook, is_device};

use super::place::place;

pub(super) fn check(playbook: &Playbook, notes: &mut Vec<Diagnostic>) {
    for path in playbook.assets.keys() {
        let lower = path.to_lowercase();
        if let Some((name, why)) = lower.parts().find_map(unsafe_name) {
            notes.push(reserved_name(place(playbook, path), name, why));
        }
    }
}

/// A name that Windows cannot write, so that the site could not be copied there; and why.
fn unsafe_name(name: &str) -> Option<(&str, &'static str)> {
    let stem = name.split('.').next().unwrap_or(name);
    let why = if is_device(stem) {
        "Windows keeps it for a device"
    } else if name.contains([':', '*', '?', '"', '<', '>', '|', '\\']) {
        "Windows has no files with such a sign in their names"
    } else if name.ends_with(['.', ' ']) {
        "Windows drops a full stop or a space at its end"
    } else {
        return None;
    };
    Some((name, why))
}
