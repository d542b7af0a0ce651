//! How paths are written as addresses, and what cannot be written so.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What cannot stand in the path of an address as it is, nor in the target of a link in Markdown. Letters of all scripts can.
const RESERVED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'(')
    .add(b')')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b':')
    .add(b'\\');

/// The way from a page to the site's root: empty, or `../` once or more.
#[must_use]
pub fn root(from: &str) -> String {
    "../".repeat(from.matches('/').count())
}

/// A path as it stands in an address.
#[must_use]
pub fn encode(path: &str) -> String {
    let mut encoded = String::new();
    push_encoded(&mut encoded, path);
    encoded
}

/// The same in letters that every program reads, as in a file for hosts.
#[must_use]
pub fn encode_whole(path: &str) -> String {
    utf8_percent_encode(&encode(path), CONTROLS).to_string()
}

/// Which bytes stand in an address as they are.
const PLAIN: [bool; 256] = {
    let mut plain = [true; 256];
    let mut byte: u8 = 0;
    while byte.is_ascii() {
        plain[byte as usize] =
            byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.');
        byte += 1;
    }
    plain
};

pub(super) fn push_encoded(address: &mut String, path: &str) {
    // Nearly every path is plain, and addresses are made more often than anything else.
    if path.bytes().all(|byte| PLAIN[usize::from(byte)]) {
        address.push_str(path);
        return;
    }
    let mut buffer = [0; 4];
    for letter in path.chars() {
        if letter.is_ascii() {
            address.extend(utf8_percent_encode(letter.encode_utf8(&mut buffer), RESERVED));
        } else {
            address.push(letter);
        }
    }
}

/// Undoes `%20` and the like; what is no such code stays.
#[must_use]
pub fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Whether an address leads to another host.
#[must_use]
pub fn is_elsewhere(address: &str) -> bool {
    let start = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    ["//", "http:", "https:"].iter().any(|scheme| start.starts_with(scheme))
}

/// Whether a link leads out of the site to something that a browser opens safely: the web, mail or a telephone.
#[must_use]
pub fn is_outside(address: &str) -> bool {
    let start = address.get(..7).unwrap_or(address).to_ascii_lowercase();
    is_elsewhere(address) || ["mailto:", "tel:"].iter().any(|scheme| start.starts_with(scheme))
}

/// Names that Windows keeps for devices: a site with such a file cannot be copied there.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Whether Windows keeps this name, without its ending, for a device.
#[must_use]
pub fn is_device(name: &str) -> bool {
    let port = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    let numbered = port.is_some_and(|number| {
        number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    DEVICES.contains(&name) || numbered
}
