//! A mark by which a text is known to be the same one. It must not know what the text is.

/// A mark of a text: 32 hexadecimal digits of its BLAKE3 hash.
#[must_use]
pub fn mark(text: &str) -> String {
    let mut mark = blake3::hash(text.as_bytes()).to_hex().to_string();
    mark.truncate(32);
    mark
}
