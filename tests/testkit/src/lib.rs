//! What the suites and the chores share: books in memory and on a disk, the program run on them, a preview, a
//! browser, a corpus of any size. Nothing here may assert anything about what Twohats does.

#![allow(clippy::missing_errors_doc, reason = "an `Outcome` says what was not as a test wants it")]
#![allow(clippy::new_without_default, reason = "a book begins with `new`, nowhere with less")]

#[cfg(feature = "twohats")]
mod book;
pub mod browser;
pub mod chance;
pub mod corpus;
pub mod cost;
mod difference;
pub mod editor;
pub mod host;
pub mod http;
mod link;
pub mod made;
pub mod other_programs;
pub mod outcome;
#[cfg(feature = "twohats")]
pub mod preview;
#[cfg(feature = "twohats")]
mod project;
pub mod readme;
#[cfg(feature = "twohats")]
pub mod writer;
#[cfg(feature = "twohats")]
pub mod written;

#[cfg(feature = "twohats")]
pub use book::{Book, scenario, told};
pub use difference::difference;
pub use link::link_to;
#[cfg(feature = "twohats")]
pub use project::{Project, Run, Tree, run, tree, twohats};
