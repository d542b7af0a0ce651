//! What the tests share: a book in memory, manual pages taken apart, and differences to look at. Nothing
//! here may assert anything about what Twohats does.
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod book;
pub mod difference;
pub mod page;
