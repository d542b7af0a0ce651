//! Holds Twohats to what it promises an author who makes mistakes: all of them are told in one run, each at
//! its place and once, and nothing that can be typed brings the program down.

#[path = "faults/hostile.rs"]
mod hostile;
#[path = "faults/mutations.rs"]
mod mutations;
#[path = "faults/once.rs"]
mod once;
#[path = "faults/scalars.rs"]
mod scalars;
mod support;
#[path = "faults/twelve.rs"]
mod twelve;
#[path = "faults/typos.rs"]
mod typos;
