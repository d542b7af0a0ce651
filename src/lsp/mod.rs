//! The editor server (`twohats lsp`): tells an editor what is wrong with a book while it is typed, and what the book knows.
//!
//! It speaks the Language Server Protocol over a pipe and goes the same pass as `check`, over the texts as they are in the
//! editor. Every change that it offers is an edit which the editor makes. It must not know which editor it serves, and it
//! writes nothing.
//!
//! `commands` lists what an editor may have done by name, with the arguments. An editor that says `twohatsStatus` among its
//! experimental capabilities hears by `twohats/status` how many errors and warnings a book has, and whether all is found.

mod actions;
mod address;
mod answer;
mod capabilities;
mod changes;
mod client;
mod commands;
mod complete;
mod create;
mod desk;
mod document;
mod document_links;
mod event;
mod fault;
mod field;
mod here;
mod hover;
mod inlay;
mod judge;
mod lines;
mod lookup;
mod outline;
mod page;
mod pointed;
mod position;
mod project;
mod renaming;
mod requests;
mod serve;
mod settings;
mod symbols;
mod thing;
mod told;
mod tree;
mod wire;
mod words;

pub use serve::{Ending, serve};
pub use settings::Settings;
