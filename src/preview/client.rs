//! What runs in the browser: the script that keeps a page up to date, and the part that tells what is wrong, with its
//! style. What they do is in `client/`.

/// The script, with the library that it uses, and the style that must be there when the server is not.
pub(super) const SCRIPT: &str = concat!(
    include_str!("client/idiomorph-0.8.0.min.js"),
    "\nconst TWOHATS_STYLE = `",
    include_str!("client/notes.css"),
    "`;\n",
    include_str!("client/notes.js"),
    include_str!("client/preview.js")
);

/// The address of that script.
pub(super) const SCRIPT_PATH: &str = "/.twohats/preview.js";

/// The address of the default theme's style, for the page that is shown while there is no site.
pub(super) const THEME_PATH: &str = "/.twohats/theme.css";

/// How what is wrong looks, over a page and where there is none.
pub(super) const STYLE: &str = include_str!("client/notes.css");

/// The address of that style.
pub(super) const STYLE_PATH: &str = "/.twohats/notes.css";
