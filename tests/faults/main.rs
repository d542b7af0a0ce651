//! Holds Twohats to what it promises an author who makes mistakes: all of them are told in one run, each at
//! its place and once, and nothing that can be typed brings the program down.

mod hostile;
mod mutations;
mod once;
mod scalars;
mod signs;
mod twelve;
mod typos;
mod words;
