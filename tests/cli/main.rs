//! The commands as people run them: the real program, on a real disk.

mod again;
mod build;
mod check;
#[cfg(unix)]
mod ci;
mod completions;
mod earlier_versions;
mod failing;
mod fix;
mod formats;
mod init;
mod killed;
mod large;
mod left_behind;
mod links_out;
mod moving;
mod new;
mod orders;
mod ours;
mod output;
mod parts;
#[cfg(unix)]
mod readme;
mod report;
mod rules;
mod same_bytes;
mod schemas;
mod staging;
mod template_ids;
mod theme;
mod translating;
