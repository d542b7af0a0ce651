//! Real browsers: a Chromium, the wire to it, and a tab as a reader meets it; and a Firefox.

mod chromium;
mod devtools;
mod find;
mod firefox;
pub mod fonts;
mod heard;
mod page;
mod program;
mod tab;
mod wire;

pub use chromium::Chromium;
pub use devtools::Devtools;
pub use find::{find_chromium, find_firefox};
pub use firefox::Firefox;
pub use heard::Heard;
pub use page::{Kind, Medium, Page, Screen};
pub use tab::Tab;
