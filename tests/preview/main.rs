//! The preview as authors use it: the real program in a process of its own, real files, the system's own
//! way to tell of saves, and requests over a real connection.

mod deaf;
mod drafts;
mod elsewhere;
mod events;
mod folders;
mod kept_order;
mod killed;
mod mending;
mod names;
mod never_blank;
#[cfg(target_os = "linux")]
mod on_linux;
mod paths;
#[cfg(target_os = "linux")]
mod quiet;
mod rooms;
mod safety;
mod same_bytes;
mod saves;
mod saving;
mod schemas;
mod storm;
mod watched;
mod writing;
mod written;
