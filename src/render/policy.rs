//! What a page may load, run and send, as its content policy. It must not know how a layout says it.

use crate::markdown::Html;

/// What a sheet loads comes from its own site, and it sends nothing, not even there. The preview looks for the words
/// that forbid it, since its own events are let in.
const SHEET: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self' data:; connect-src 'none'; form-action 'none'; base-uri 'none'";

/// Any other page may also ask its own site for what a theme or a text needs.
const PAGE: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self' data:; media-src 'self'; connect-src 'self'; frame-src 'self'; worker-src 'self'; \
     manifest-src 'self'; form-action 'self'; base-uri 'none'";

/// HTML that an author is trusted with may hold anything, from anywhere.
const TRUSTED: &str = "default-src * 'self' 'unsafe-inline' data: blob:";

/// The policy of a page of this kind, in a book that treats raw HTML so.
pub(super) fn policy(kind: &str, html: Html) -> &'static str {
    match (kind, html) {
        ("template" | "copies", _) => SHEET,
        (_, Html::Trust) => TRUSTED,
        (_, Html::Clean | Html::Escape) => PAGE,
    }
}
