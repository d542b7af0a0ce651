//! A short number for a text.

/// The same for the same words on every machine, and as good as drawn by lot (FNV-1a).
pub(super) fn fingerprint(words: &str) -> u64 {
    words.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
