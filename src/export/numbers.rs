//! The numbers of objects in a document. It must not know what the objects are.

use pdf_writer::Ref;

/// Gives each object its number.
#[derive(Default)]
pub(super) struct Numbers(i32);

impl Numbers {
    /// The next number that nothing has.
    pub(super) fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}
