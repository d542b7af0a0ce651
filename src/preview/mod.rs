//! The preview: watches a project and serves its pages while they are written.
//!
//! There is no second pipeline. After a save the changed file is read again, check and plan run over what is
//! in memory, the new site is swapped in, and the page that is looked at is rendered when it is asked for.
//! After a save with faults the last good site stays. It serves what is planned and nothing else, writes one fix at a
//! time when whoever sits at this machine asks for it, and must not print: it reports.

mod answer;
mod client;
mod connection;
mod current;
mod editing;
mod editor;
mod found;
mod guard;
mod host_name;
mod mend;
mod nearby;
mod notes;
mod page;
mod pointing;
mod policy;
mod rebuild;
mod saves;
mod seen;
mod serve;
mod signs;
mod status;
mod told;

pub use current::{Settings, Writers};
pub use editor::Editor;
pub use host_name::HostName;
pub use serve::{Error, serve};
pub use status::Status;
