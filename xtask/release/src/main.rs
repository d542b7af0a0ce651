//! Makes what is released, and tries it where nothing of ours is installed: the chores `dist`, `dist-try` and `steps` of
//! `cargo xtask`. This file reads the command line and nothing else. They are a program of their own, since no
//! other chore should wait for what they are made of.

mod archive;
mod commit;
mod deb;
mod dist;
mod extension;
mod lists;
mod manual;
mod other;
mod program;
#[cfg(unix)]
mod steps;
mod sums;
mod target;
mod try_out;

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut words = env::args().skip(1);
    let done = match words.next().as_deref() {
        Some("dist") => dist::run(words),
        Some("dist-try") => try_out::run(words),
        // They are written for a shell.
        #[cfg(unix)]
        Some("steps") => steps::run(words),
        _ => Err("usage: cargo xtask dist | dist-try | steps".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}
