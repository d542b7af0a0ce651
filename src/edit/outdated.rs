//! Files of ours in a project that follow what the project says. Whoever has none is given none.

use std::fs;
use std::path::Path;

use super::create::is_there;

/// Whether the project has any of these files, before what they should say is worked out.
pub fn has_any(root: &Path, paths: &[String]) -> bool {
    paths.iter().any(|path| is_there(&root.join(path)))
}

/// Which of these files, each with its path from `root`, say something else there, or are missing beside the others: none
/// where the project has none of them. What `is_ours` does not know is somebody's own, and is left alone.
#[must_use]
pub fn outdated<'f>(
    root: &Path,
    files: &'f [(String, String)],
    is_ours: fn(&str) -> bool,
) -> Vec<&'f (String, String)> {
    let mut outdated = Vec::new();
    let mut has_some = false;
    for file in files {
        let path = root.join(&file.0);
        match fs::read_to_string(&path).map(|text| text.replace("\r\n", "\n")) {
            Ok(text) if text == file.1 => has_some = true,
            Ok(text) if is_ours(&text) => {
                has_some = true;
                outdated.push(file);
            }
            Err(_) if !is_there(&path) => outdated.push(file),
            _ => {}
        }
    }
    outdated.retain(|_| has_some);
    outdated
}
