//! The preview as authors use it: the real program in a process of its own, real files, the system's own
//! way to tell of saves, and requests over a real connection.

mod chance;
mod drafts;
mod events;
mod folders;
mod http;
mod never_blank;
#[path = "../cli/project.rs"]
#[allow(dead_code, reason = "the commands' tests use the other parts")]
mod project;
mod quiet;
mod safety;
mod same_bytes;
mod saves;
mod saving;
mod serving;
mod storm;
mod watched;
