//! Inputs that nobody wrote, each another one than ever before: the small corpus beside this file, changed at random,
//! for a minute or for as long as `cargo xtask fuzz` says. An input that once broke something is a file of the corpus.

mod amending;
mod cleaning;
mod edits;
mod harness;
mod markdown;
mod payloads;
mod sources;
