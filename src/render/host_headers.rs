//! What a host says beside each file, as hosts read it from `_headers`.

use std::fmt::Write;

use super::site::Site;

/// Said of everything, below who may show it in a frame: what a page may load and send it says itself, but that only a header can.
const OF_ALL: [(&str, &str); 2] =
    [("Referrer-Policy", "same-origin"), ("X-Content-Type-Options", "nosniff")];

/// Said of what has another address whenever its bytes change. All else a host has asked for again by itself.
const OF_ASSETS: (&str, &str) = ("Cache-Control", "public, max-age=31536000, immutable");

/// Said of a copy for review.
const OF_STAGING: (&str, &str) = ("X-Robots-Tag", "noindex");

/// The headers, below the path that the site is published at.
pub(super) fn host_headers(site: &Site) -> String {
    let root = site.plan().path_on_host();
    let of_staging = site.plan().is_staging().then_some(OF_STAGING);
    let frames = &site.plan().playbook().book.frames;
    let frames = frames.as_ref().map(|sites| format!(" {sites}")).unwrap_or_default();
    let mut lines =
        format!("/{root}*\n  Content-Security-Policy: frame-ancestors 'self'{frames}\n");
    for (name, value) in OF_ALL.into_iter().chain(of_staging) {
        let _ = writeln!(lines, "  {name}: {value}");
    }
    let (name, value) = OF_ASSETS;
    let _ = write!(lines, "/{root}assets/*\n  {name}: {value}\n");
    lines
}
