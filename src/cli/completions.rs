//! `twohats completions`: what a shell needs to complete our commands.

use clap::CommandFactory;
use clap_complete::generate;

use super::args::{Args, Completions};
use super::outcome::Outcome;
use super::screen::give;

pub(super) fn run(args: &Completions) -> Outcome {
    let mut script = Vec::new();
    generate(args.shell, &mut Args::command(), "twohats", &mut script);
    give(&String::from_utf8_lossy(&script));
    Outcome::Clean
}
