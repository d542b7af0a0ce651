//! A real browser: a Chromium, the wire to it, and a tab as a reader meets it.

mod chromium;
mod devtools;
mod find;
pub mod fonts;
mod heard;
mod page;

pub use chromium::Chromium;
pub use devtools::Devtools;
pub use find::find_chromium;
pub use heard::Heard;
pub use page::{Kind, Medium, Page, Screen};
