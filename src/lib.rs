//! Twohats turns typed YAML scenarios and Markdown guidance into a playbook website where every situation
//! shows the leader's and the manager's response side by side.
//!
//! The whole program is one pass, and each stage accepts only what the stage before it returns:
//!
//! - [`source::read`]: a folder becomes `Sources`, every input file by its path.
//! - [`load::load`]: `Sources` become a `Playbook`, typed content; what is wrong is collected, never thrown.
//! - [`check::check`]: a `Playbook` becomes `Checked` by the rules over the whole book, when it has no errors.
//! - [`plan::plan`]: `Checked` becomes a `Plan`, every address, menu and relation decided.
//! - [`render::Site::render`]: a path of the plan becomes bytes, one page after another.
//! - [`publish::publish`]: all paths become files in a folder, which is changed safely.
//!
//! [`build::build`] goes the way from the sources to the site. A book need not be on a disk:
//!
//! ```
//! use twohats::build::{Memory, Options, build};
//! use twohats::source::Sources;
//!
//! let sources = Sources::in_memory([
//!     ("book.toml", "[book]\ntitle = \"Ours\"\n"),
//!     ("content/guidance/hats.md", "---\ntitle: Which hat when\n---\nOne hat at a time.\n"),
//! ]);
//! let made = build(&sources, &Options::default(), &mut Memory::default());
//! assert!(made.notes.is_empty());
//! let site = made.value.expect("nothing is wrong with the book");
//! let page = site.render("guidance/hats.html").expect("the site has this page")?;
//! assert!(String::from_utf8_lossy(&page).contains("One hat at a time."));
//! # Ok::<(), Box<twohats::diagnostic::Diagnostic>>(())
//! ```
//!
//! `ARCHITECTURE.md` has the map.

#![warn(missing_docs, unreachable_pub)]

pub mod amend;
pub mod build;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod edit;
pub mod export;
mod font;
pub mod in_place;
pub mod links;
pub mod load;
pub mod lsp;
pub mod markdown;
pub mod model;
pub mod plan;
mod pointing;
pub mod preview;
pub mod publish;
pub mod rename;
pub mod render;
pub mod report;
pub mod scaffold;
pub mod schema;
pub mod search;
pub mod social_image;
pub mod source;
pub mod theme;
pub mod translate;
pub mod tree;
pub mod verify;
pub mod web;
