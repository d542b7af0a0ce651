//! Where the site is hosted: the keys of `[host]`, and how they are read.

use crate::diagnostic::rules::unknown_value::malformed;
use crate::model::{Book, Host};
use crate::schema::{Form, Key, Keys, Map, OneOf, Pattern, YesNo};

pub(super) const ABOUT: &str = "Where the site is hosted.";

pub(super) static KEYS: Map =
    Map::new("[host]", ABOUT, &[&[KIND.any(), HEADERS.any(), FRAMES.any(), MANIFEST.any()]]);

/// As a policy names other sites. What ends a part of a policy, or a header, is in none of them.
const SITES: Pattern = Pattern {
    regex: r"^(?:(?:^| )https?://(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::[0-9]+)?/?)+$",
    words: "whole addresses without a path, a space between them, as in `https://wiki.example.org https://*.example.com`",
};

const KIND: Key<OneOf<Host>> = Key::word(
    "kind",
    "A host that reads `_redirects`: old addresses are written there too, and lead on without a page in between.",
    "kind = \"netlify\"",
);

const HEADERS: Key<YesNo> = Key::new(
    "headers",
    "Whether `_headers` is written, which Netlify and Cloudflare read: what browsers may keep, and which other sites may show the pages in a frame.",
    "headers = true",
);

const FRAMES: Key<Form> = Key::form(
    "frames",
    SITES,
    "The other sites that may show pages in a frame, as a wiki does with `?embed`. `_headers` says so, and `verify` tells where a host forbids it.",
    "frames = \"https://wiki.example.org\"",
);

const MANIFEST: Key<YesNo> = Key::new(
    "manifest",
    "Whether the list of all files is published, as `.twohats/manifest.json`. With `false` it is kept in the project, and `verify` is given it.",
    "manifest = false",
);

pub(super) fn read(keys: &mut Keys<'_, '_>, book: &mut Book) {
    book.host = keys.word(&KIND);
    book.headers = keys.yes(&HEADERS).unwrap_or_default();
    book.has_manifest = keys.yes(&MANIFEST).unwrap_or(true);
    let Some(frames) = keys.text(&FRAMES) else { return };
    if frames.text.split(' ').all(is_site) {
        let sites = frames.text.split_whitespace().map(|site| site.trim_end_matches('/'));
        book.frames = Some(sites.collect::<Vec<_>>().join(" "));
        return;
    }
    let (path, help) = (keys.path(FRAMES.name), format!("write {}", SITES.words));
    keys.note(malformed(frames.span, &frames.text, "a list of sites", path, &help));
}

fn is_site(text: &str) -> bool {
    let host = ["http://", "https://"].iter().find_map(|scheme| text.strip_prefix(scheme));
    let Some(host) = host.map(|host| host.strip_suffix('/').unwrap_or(host)) else { return false };
    let (host, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_part = |part: &str| {
        !part.is_empty()
            && part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
    };
    let is_port = !port.is_empty() && port.bytes().all(|one| one.is_ascii_digit());
    is_port && host.strip_prefix("*.").unwrap_or(host).split('.').all(is_part)
}
