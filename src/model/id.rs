//! What things are known by. It must not know the things.

use crate::source::Spanned;

use super::{Kind, Slug};

/// A name as an author wrote it, of a thing or of a part of one.
pub type Id = String;

/// An id that an author wrote to name another thing.
pub type Reference = Spanned<Id>;

/// The name of a thing within the whole playbook.
pub type EntryKey = (Kind, Slug);
