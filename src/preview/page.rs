//! What the preview adds to a page: one script tag; and the page that is shown when there is none.

use super::client::{SCRIPT_PATH, STYLE_PATH, THEME_PATH};
use super::current::Current;

/// A page with the script tag before the end of its body. A sheet lets nothing out; of the preview it hears.
pub(super) fn with_script(html: &[u8], current: &Current) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    const SHUT: &[u8] = b"connect-src 'none'";
    const HEAD_END: &[u8] = b"</head>";
    let mut html = html.to_vec();
    let head = html.windows(HEAD_END.len()).position(|part| part == HEAD_END).unwrap_or_default();
    if let Some(at) = html[..head].windows(SHUT.len()).position(|part| part == SHUT) {
        html.splice(at..at + SHUT.len(), *b"connect-src 'self'");
    }
    let Current { pages, style, scripts, .. } = current;
    let tag = format!(
        "<script defer src=\"{SCRIPT_PATH}\" data-twohats=\"{pages} {style} {scripts}\"></script>"
    );
    let at = html.windows(END.len()).rposition(|part| part == END).unwrap_or(html.len());
    [&html[..at], tag.as_bytes(), &html[at..]].concat()
}

/// The page that shows what is wrong while there is no good one.
pub(super) fn faults(notes: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"stylesheet\" href=\"{THEME_PATH}\">\n\
         <link rel=\"stylesheet\" href=\"{STYLE_PATH}\">\n<title>This book has faults</title>\n</head>\n\
         <body>\n<div class=\"notes\" role=\"main\">\n<h1>This book has faults</h1>\n\
         <p>The page comes by itself when they are mended.</p>\n{notes}\n</div>\n</body>\n</html>\n"
    )
}
