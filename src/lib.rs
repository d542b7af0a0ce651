//! Twohats turns typed YAML scenarios and Markdown guidance into a playbook website where every situation
//! shows the leader's and the manager's response side by side.
//!
//! The whole program is one pass: [`source`] reads, [`load`] understands, [`check`] judges, [`plan`] decides
//! every address, [`render`] makes a page, [`publish`] changes the output folder. `ARCHITECTURE.md` has the
//! map.

pub mod card;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod edit;
pub mod export;
pub mod load;
pub mod markdown;
pub mod model;
pub mod plan;
pub mod preview;
pub mod publish;
pub mod rename;
pub mod render;
pub mod report;
pub mod scaffold;
pub mod schema;
pub mod search;
pub mod source;
pub mod theme;
pub mod tree;
