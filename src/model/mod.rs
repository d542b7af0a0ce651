//! The domain: what a playbook is made of, in types that cannot hold half of it.
//!
//! It must not know how files are written nor how pages look.

mod address;
mod book;
mod check;
mod comparison;
mod entry;
mod format;
mod guide;
mod kind;
mod language;
mod links;
mod paths;
mod playbook;
mod published;
mod role;
mod scenario;
mod sections;
mod template;
mod translated_fields;
mod translation;

pub use address::{decode, encode, is_device, relative, root};
pub use book::{Book, Redirect};
pub use check::{Results, SelfCheck};
pub use comparison::{Comparison, Row};
pub use entry::{Body, Entry, Head, Id, Link, Mentions, Reference};
pub use format::Format;
pub use guide::Guide;
pub use kind::Kind;
pub use language::{Coverage, Language, Share, direction, in_language, is_tag};
pub use links::{Fault, Target, resolve};
pub use paths::{
    CARDS, COPIES, DRILL, FINDER, OWN_FILES, OWN_FOLDERS, PRINT, PRINTED_CARDS, SEARCH, cards_path,
    finder_path, list_path, print_path, topic_path,
};
pub use playbook::{Drafts, Key, Playbook};
pub use published::{FORMAT, LIST, OneField, OneTemplate, Published, TemplateIds, VERSION};
pub use role::{Pair, Role};
pub use scenario::{Choice, Level, Mistake, Practice, Response, Scenario, Step};
pub use sections::Section;
pub use template::{Computed, Example, Field, FieldKind, Function, Item, Template};
pub use translated_fields::share_options;
pub use translation::{Difference, Translated, Translation};
