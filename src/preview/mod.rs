//! The preview: watches a project and serves its pages while they are written.
//!
//! There is no second pipeline. After a save the changed file is read again, check and plan run over what is
//! in memory, the new site is swapped in, and the page that is looked at is rendered when it is asked for.
//! After a save with faults the last good site stays. It serves what is planned and nothing else, and it
//! must not print: it reports.

mod answer;
mod client;
mod current;
mod page;
mod rebuild;
mod saves;
mod seen;
mod serve;
mod signs;
mod status;

pub use current::Settings;
pub use serve::{Error, serve};
pub use status::Status;
