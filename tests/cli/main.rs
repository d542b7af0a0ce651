//! The commands as people run them: the real program, on a real disk.

mod build;
mod check;
mod fix;
mod formats;
mod init;
mod killed;
mod output;
mod project;
mod rules;
mod same_bytes;
mod template_ids;
