//! What the server waits for.

use crate::pointing::Place;

use super::judge::Judged;
use super::wire::Heard;

/// What the server waits for.
pub(super) enum Event {
    Heard(Heard),
    /// The editor is gone.
    Ended,
    /// Something was found in the book with this number.
    Judged(usize, Judged),
    /// Somebody points at a place in the preview of that book.
    Pointed(usize, Place),
}
