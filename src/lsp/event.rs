//! What the server waits for.

use super::judge::Judged;
use super::wire::Heard;

/// What the server waits for.
pub(super) enum Event {
    Heard(Heard),
    /// The editor is gone.
    Ended,
    /// Something was found in the book with this number.
    Judged(usize, Judged),
}
