//! What runs in the browser: the script that keeps a page up to date, the part that tells what is wrong, and the editor,
//! with their styles. What they do is in `client/`.

/// The script of every page, with the library that it uses, and the style that must be there when the server is not.
pub(super) const SCRIPT: &str = concat!(
    include_str!("client/idiomorph-0.8.0.min.js"),
    "\nconst TWOHATS_STYLE = `",
    include_str!("client/notes.css"),
    "`;\nconst TWOHATS_SWITCH_STYLE = `",
    include_str!("client/switch.css"),
    "`;\n",
    include_str!("client/notes.js"),
    include_str!("client/switch.js"),
    include_str!("client/pointer.js"),
    include_str!("client/preview.js")
);

/// The address of that script.
pub(super) const SCRIPT_PATH: &str = "/.twohats/preview.js";

/// The editor, which a page gets when somebody begins to write on it. Its files share what they name, and nothing else
/// on the page does.
pub(super) const EDIT_SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\nconst STYLE = `",
    include_str!("client/edit/tokens.css"),
    include_str!("client/edit/box.css"),
    include_str!("client/edit/bar.css"),
    include_str!("client/edit/parts.css"),
    "`;\nconst STYLE_OF_PAGE = `",
    include_str!("client/edit/page.css"),
    "`;\n",
    include_str!("client/edit/make.js"),
    include_str!("client/edit/places.js"),
    include_str!("client/edit/aloud.js"),
    include_str!("client/edit/talk.js"),
    include_str!("client/edit/slots.js"),
    include_str!("client/edit/keeper.js"),
    include_str!("client/edit/desk.js"),
    include_str!("client/edit/asking.js"),
    include_str!("client/edit/left.js"),
    include_str!("client/edit/finder.js"),
    include_str!("client/edit/marks.js"),
    include_str!("client/edit/box.js"),
    include_str!("client/edit/pictures.js"),
    include_str!("client/edit/shown.js"),
    include_str!("client/edit/form.js"),
    include_str!("client/edit/lines.js"),
    include_str!("client/edit/chips.js"),
    include_str!("client/edit/own.js"),
    include_str!("client/edit/parts.js"),
    include_str!("client/edit/whole.js"),
    include_str!("client/edit/settings.js"),
    include_str!("client/edit/editor.js"),
    "})();\n"
);

/// The address of the editor.
pub(super) const EDIT_SCRIPT_PATH: &str = "/.twohats/edit.js";

/// What finds the text that is pointed at, which a page gets with the first such click.
pub(super) const POINT_SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\nconst STYLE = `",
    include_str!("client/point/notice.css"),
    "`;\n",
    include_str!("client/edit/places.js"),
    include_str!("client/point/notice.js"),
    "})();\n"
);

/// The address of that.
pub(super) const POINT_SCRIPT_PATH: &str = "/.twohats/point.js";

/// The address of the default theme's style, for the page that is shown while there is no site.
pub(super) const THEME_PATH: &str = "/.twohats/theme.css";

/// How what is wrong looks, over a page and where there is none.
pub(super) const STYLE: &str = include_str!("client/notes.css");

/// The address of that style.
pub(super) const STYLE_PATH: &str = "/.twohats/notes.css";
