//! The command line: the only room that prints or ends the program.

mod args;
mod build;
mod check;
mod completions;
mod explain;
mod fix;
mod init;
mod join;
mod links;
mod lsp;
mod mv;
mod new;
mod outcome;
mod project;
mod report;
mod schema;
mod schemas;
mod screen;
mod serve;
mod theme;
mod today;
mod translate;
mod verify;

use std::env;
use std::ffi::OsStr;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use crate::source::{say_once, shown};

use args::{Args, Command};
use outcome::{Error, Outcome};
use screen::{say, show};

fn has_orders(typed: &OsStr) -> bool {
    let typed = typed.to_string_lossy();
    *shown(&typed) != *typed
}

/// All commands with their arguments and help, for whoever writes manual pages.
#[must_use]
pub fn command() -> clap::Command {
    Args::command()
}

/// Runs the command that the arguments name, and says why when it could not do what it was asked for. It ends with
/// 0 when all is well, with 1 when the book has faults, with 2 when the command could not run.
#[must_use]
pub fn run() -> ExitCode {
    say_once();
    let args = match Args::try_parse() {
        Ok(args) => args,
        // It would be said as it was typed.
        Err(error) if error.use_stderr() && env::args_os().any(|typed| has_orders(&typed)) => {
            say(error);
            return ExitCode::from(2);
        }
        Err(error) => error.exit(),
    };
    let outcome = match args.command {
        Command::Build(args) => build::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Completions(args) => Ok(completions::run(&args)),
        Command::Explain(args) => explain::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Join(args) => join::run(&args),
        Command::Lsp(_) => lsp::run(),
        Command::Mv(args) => mv::run(&args),
        Command::New(args) => new::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Theme(args) => theme::run(&args),
        Command::Translate(args) => translate::run(&args),
        Command::Verify(args) => verify::run(&args),
    };
    ExitCode::from(match outcome {
        Ok(Outcome::Clean) => 0,
        Ok(Outcome::Faults) => 1,
        Err(Error::Faults(faults, undone)) => {
            show(&faults);
            say(undone);
            1
        }
        Err(Error::Unfit(faults, undone)) => {
            show(&faults);
            say(undone);
            2
        }
        Err(Error::Asked(why, help)) => {
            say(format_args!("error: {why}"));
            say(format_args!("help: {help}"));
            2
        }
        Err(Error::Failed(cause, left)) => {
            say(format_args!("error: {cause}"));
            left.iter().for_each(say);
            2
        }
    })
}
