//! The program `twohats`: hands over to the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    twohats::cli::run()
}
