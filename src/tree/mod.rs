//! YAML and TOML as one tree in which every key and value knows where it was written.
//!
//! The tree is loose: any shape, all scalars as the characters that the author typed. How strict values are taken
//! out of it, it must not know: that is `schema`.

mod glued;
mod hash;
mod mark;
mod node;
mod pasted;
mod place;
mod quote;
mod scalar;
mod text;
mod toml;
mod unseen;
mod yaml;

pub use glued::glued_colon;
pub use hash::Hidden;
pub use node::{Key, Node, Style, Text, Value, join};
pub use pasted::{By, Pasted, marked_twice};
pub use quote::item;
pub use scalar::scalar;
pub use text::text;
pub use toml::parse as parse_toml;
pub use unseen::{unseen_in_name, unseen_in_place_of_keys};
pub use yaml::{parse as parse_yaml, parse_part as parse_yaml_part};
