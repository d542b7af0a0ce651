//! What each file must be, in the form that `sha256sum --check` reads.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};
use testkit::outcome::{Outcome, because};

const NAME: &str = "SHA256SUMS";

/// Writes the sums of all files of a folder beside them.
pub fn write(folder: &Path) -> Outcome {
    fs::write(folder.join(NAME), of(folder)?).map_err(because(NAME))
}

/// The sums of all files of a folder, in the order of their names.
pub fn of(folder: &Path) -> Outcome<String> {
    let listed = fs::read_dir(folder).map_err(because("no folder of files"))?;
    let mut files: Vec<_> = listed.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.is_file() && !path.ends_with(NAME));
    files.sort();
    let mut sums = String::new();
    for path in files {
        let bytes = fs::read(&path).map_err(because(&path.display().to_string()))?;
        for byte in Sha256::digest(bytes) {
            let _ = write!(sums, "{byte:02x}");
        }
        let name = path.file_name().unwrap_or_default();
        let _ = writeln!(sums, "  {}", name.display());
    }
    Ok(sums)
}
