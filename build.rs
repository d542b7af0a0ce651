//! Builds the program again when anything that it is made of changes, and gives it a number of all of it. The macro
//! that embeds the folders only notices changes inside files it knows; and a site that another program made is not
//! known to be what this one would make.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

const PARTS: [&str; 6] = ["src", "themes", "content", "book.toml", "Cargo.toml", "Cargo.lock"];

fn main() {
    let mut hasher = DefaultHasher::new();
    for part in PARTS {
        println!("cargo::rerun-if-changed={part}");
        take(Path::new(part), &mut hasher);
    }
    println!("cargo::rustc-env=TWOHATS_PROGRAM={:016x}", hasher.finish());
}

/// Takes a file, or all that is in a folder.
fn take(path: &Path, hasher: &mut DefaultHasher) {
    let Ok(folder) = fs::read_dir(path) else {
        path.hash(hasher);
        fs::read(path).unwrap_or_default().hash(hasher);
        return;
    };
    let inside: BTreeSet<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
    for path in inside {
        take(&path, hasher);
    }
}
