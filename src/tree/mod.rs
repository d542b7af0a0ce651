//! YAML and TOML as one tree in which every key and value knows where it was written.
//!
//! The tree is loose: any shape, all scalars as the characters that the author typed. `Fields` is how the
//! rooms above take strict values out of it, and how unknown, missing and misshapen ones are reported. It
//! must not know which keys a scenario has.

mod fields;
mod node;
mod place;
mod quote;
mod toml;
mod yaml;

pub use fields::{Fields, join};
pub use node::{Key, Node, Text, Value};
pub use toml::parse as parse_toml;
pub use yaml::{parse as parse_yaml, parse_part as parse_yaml_part};
