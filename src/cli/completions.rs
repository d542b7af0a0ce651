//! `twohats completions`: what a shell needs to complete our commands.

use clap_complete::generate;

use super::args::Completions;
use super::command;
use super::outcome::Outcome;
use super::screen::give;

pub(super) fn run(args: &Completions) -> Outcome {
    let mut script = Vec::new();
    generate(args.shell, &mut command(), "twohats", &mut script);
    give(&String::from_utf8_lossy(&script));
    Outcome::Clean
}
