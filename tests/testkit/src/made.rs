//! Files of the repository that are made: from the code, or from what Twohats tells. A test holds them to what
//! they should be; `cargo xtask bless` writes those that are old.

use std::path::PathBuf;
use std::{env, fs};

use crate::difference;

/// Asks the tests to write. It is not listened to where `CI` is set: there files are only compared.
const SWITCH: &str = "TWOHATS_BLESS";

/// Fails when a file is not what it should be. When it is asked to write, it writes, then fails: what was old is
/// always told of, and right when the test runs again.
#[track_caller]
pub fn are_fresh(files: impl IntoIterator<Item = (PathBuf, String)>) {
    let writes = env::var_os(SWITCH).is_some() && env::var_os("CI").is_none();
    let mut old = Vec::new();
    for (path, text) in files {
        let there = fs::read_to_string(&path).unwrap_or_default();
        if there != text {
            if writes {
                fs::write(&path, &text).expect("the file can be written");
            }
            old.push(format!("\n{}:\n{}", path.display(), difference(&there, &text)));
        }
    }
    let help = if writes {
        "written anew: read what has changed with `git diff`"
    } else {
        "old: `cargo xtask bless` writes them anew"
    };
    assert!(old.is_empty(), "these files are {help}\n{}", old.concat());
}
