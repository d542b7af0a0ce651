//! The arguments of every command, and their help.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// Turns situations at work into a playbook that shows the leader's and the manager's response side by side.
#[derive(Parser)]
#[command(version, about, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 all is well, 1 the book has faults, 2 the command could not run."
)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Build the playbook into a folder that any web server, or a double click, can show
    Build(Build),
    /// Tell everything that is wrong with the book, and write nothing
    Check(Check),
    /// Explain a rule: what it is, why it matters, and how to mend it
    Explain(Explain),
    /// Show the playbook in the browser while you write it
    Serve(Serve),
    /// Start a new playbook with one scenario, one template and one guide
    Init(Init),
}

#[derive(clap::Args)]
pub struct Build {
    /// The project's folder, or one inside it
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// Where to write the site [default: `output` in book.toml, or `public`]
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
}

#[derive(clap::Args)]
pub struct Serve {
    /// The project's folder, or one inside it
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// The port to listen on [default: 3000, or the next that is free]
    #[arg(short, long, value_name = "N")]
    pub port: Option<u16>,
    /// The address to listen on; any but the default opens the preview to others
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// Open the playbook in your browser
    #[arg(short, long)]
    pub open: bool,
    /// Look for saves every so many milliseconds instead of waiting to be told of them
    #[arg(long, value_name = "MS", value_parser = clap::value_parser!(u64).range(1..))]
    pub poll: Option<u64>,
}

#[derive(clap::Args)]
pub struct Check {
    /// The project's folder, or one inside it
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// How to print what was found
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Treat warnings as faults
    #[arg(long)]
    pub deny_warnings: bool,
    /// Show every fault, also where one kind repeats many times
    #[arg(long)]
    pub all: bool,
    /// Put quotes round texts that YAML would take for something else, where that is certain, and nothing more
    #[arg(long)]
    pub fix: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, on standard error
    Human,
    /// One JSON array, on standard output
    Json,
    /// Annotations for a pull request on GitHub, on standard output
    Github,
    /// SARIF 2.1.0, on standard output
    Sarif,
}

#[derive(clap::Args)]
pub struct Explain {
    /// The rule's name, as in `error[unknown-field]`; without it, all rules are listed
    pub rule: Option<String>,
}

#[derive(clap::Args)]
pub struct Init {
    /// The folder for the new playbook; it is made when it is not there
    #[arg(default_value = ".")]
    pub dir: PathBuf,
}
