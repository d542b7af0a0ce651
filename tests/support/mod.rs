//! What the tests share: a book in memory, manual pages taken apart, and differences to look at. Nothing
//! here may assert anything about what Twohats does.
#![allow(dead_code, reason = "each test file uses its own part")]

mod book;
mod difference;
mod page;

pub use book::Book;
pub use difference::difference;
pub use page::{Page, Part};
