//! The editor server (`twohats lsp`): tells an editor what is wrong with a book while it is typed, and what the book knows.
//!
//! It speaks the Language Server Protocol over a pipe and goes the same pass as `check`, over the texts as they are in the
//! editor. Every change that it offers is an edit which the editor makes. It must not know which editor it serves, and it
//! writes nothing.

mod address;
mod answer;
mod capabilities;
mod client;
mod desk;
mod document;
mod event;
mod fault;
mod judge;
mod position;
mod project;
mod serve;
mod settings;
mod told;
mod wire;

pub use serve::{Ending, serve};
pub use settings::Settings;
