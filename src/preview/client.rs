//! The script that keeps a page up to date in the browser. What it does is in `client/`.

/// The script, with the library that it uses.
pub(super) const SCRIPT: &str =
    concat!(include_str!("client/idiomorph-0.8.0.min.js"), "\n", include_str!("client/preview.js"));

/// The address of that script.
pub(super) const SCRIPT_PATH: &str = "/.twohats/preview.js";
