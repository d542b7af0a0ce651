//! The command line: the only room that prints or ends the program.

mod args;
mod build;
mod check;
mod explain;
mod files;
mod fix;
mod init;
mod mv;
mod new;
mod project;
mod report;
mod schema;
mod screen;
mod serve;
mod today;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// How a command ended, as a process says it: 0, 1 or 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Done, and nothing is wrong.
    Clean,
    /// The book has faults.
    Faults,
    /// The command could not run.
    CouldNotRun,
}

/// Runs the command that the arguments name.
#[must_use]
pub fn run() -> ExitCode {
    let outcome = match Args::parse().command {
        Command::Build(args) => build::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Mv(args) => mv::run(&args),
        Command::New(args) => new::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Serve(args) => serve::run(&args),
    };
    match outcome {
        Outcome::Clean => ExitCode::SUCCESS,
        Outcome::Faults => ExitCode::from(1),
        Outcome::CouldNotRun => ExitCode::from(2),
    }
}
