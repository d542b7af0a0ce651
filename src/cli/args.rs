//! The arguments of every command, and their help.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use crate::load::{self, File};
use crate::model::Kind;
use crate::preview::{Editor, HostName};
use crate::render::Share;
use crate::scaffold::Forge;

/// Turns situations at work into a playbook that shows the leader's and the manager's response side by side.
#[derive(Parser)]
#[command(version, about, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 all is well, 1 the book has faults, 2 the command could not run."
)]
pub(super) struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub(super) enum Command {
    /// Build the playbook into a folder that any web server, or a double click, can show
    Build(Build),
    /// Put the parts of a site together that several machines have built
    Join(Join),
    /// Tell everything that is wrong with the book, and write nothing
    Check(Check),
    /// Explain a rule: what it is, why it matters, and how to mend it
    Explain(Explain),
    /// Compare a finished folder, or a site on the web, with what the build has made
    Verify(Verify),
    /// Show the playbook in the browser while you write it
    Serve(Serve),
    /// Start a new playbook: a small one, or all that Twohats comes with
    Init(Init),
    /// Start a new page in this playbook
    New(New),
    /// Move a page; all that names it follows, and its old address leads to the new one
    Mv(Mv),
    /// Tell how the playbook stands: topics and hats, freshness, pages nobody leads to, reading time
    Report(Report),
    /// Note in translations what their originals say, so that `check` tells what changes later
    Translate(Translate),
    /// Serve an editor that speaks the Language Server Protocol: it starts this command by itself
    Lsp(Lsp),
    /// List the files of the default theme, print one to change it, begin a theme, or show how yours differs
    Theme(Theme),
    /// Print the JSON Schema by which editors check and complete, or write it into the project
    Schema(Schema),
    /// Print what a shell needs to complete these commands
    Completions(Completions),
}

#[derive(clap::Args)]
pub(super) struct Build {
    /// The project's folder, or one inside it
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
    /// Where to write the site [default: `output` in book.toml, or `public`]
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
    /// Where the site will be published, in place of `site_url` in book.toml
    #[arg(long, value_name = "URL", value_parser = site_url)]
    pub site_url: Option<String>,
    /// Make a copy for review: every page says so, and no search engine takes it up [default folder: the usual
    /// one with `-staging` behind its name]
    #[arg(long)]
    pub noindex: bool,
    /// Make a copy for review that has the drafts too; with all that `--noindex` does
    #[arg(long)]
    pub drafts: bool,
    /// Make one of several parts of the site, as in `2/4`, so that as many machines build one book; `twohats join` puts them
    /// together [default folder: the usual one with `-part-2-of-4` behind its name]
    #[arg(long, value_name = "K/N")]
    pub part: Option<Share>,
}

#[derive(clap::Args)]
pub(super) struct Join {
    /// The folders that `twohats build --part` has made, all of one book
    #[arg(required = true, value_name = "PART", value_hint = ValueHint::DirPath)]
    pub parts: Vec<PathBuf>,
    /// The project's folder, or one inside it
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
    /// Where to write the site [default: `output` in book.toml, or `public`]
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
}

fn site_url(text: &str) -> Result<String, String> {
    load::site_url(text).ok_or_else(|| format!("write {}", load::SITE_URL_FORM))
}

#[derive(clap::Args)]
pub(super) struct Lsp {
    /// Talk through the standard pipes, as it does anyway: some editors add this
    #[arg(long)]
    stdio: bool,
}

#[derive(clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(super) struct Serve {
    /// The project's folder, or one inside it
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
    /// The port to listen on [default: 3000, or the next that is free]
    #[arg(short, long, value_name = "N")]
    pub port: Option<u16>,
    /// The address to listen on; any but the default opens the preview to others
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// A name of this machine by which others reach the preview, as in `devbox.local`; may stand more than once
    #[arg(long, value_name = "NAME")]
    pub allow_host: Vec<HostName>,
    /// Open the playbook in your browser
    #[arg(short, long)]
    pub open: bool,
    /// Look for saves every so many milliseconds instead of waiting to be told of them
    #[arg(long, value_name = "MS", value_parser = clap::value_parser!(u64).range(1..))]
    pub poll: Option<u64>,
    /// What opens a file from the preview: `code`, `cursor`, `zed`, `idea` and the like, or an address such as
    /// `zed://file{path}:{line}` [default: what `VISUAL` or `EDITOR` says, or `code`]
    #[arg(long, value_name = "NAME")]
    pub editor: Option<Editor>,
    /// Let Visual Studio Code, and editors that are made of it, show the pages inside their window
    #[arg(long)]
    pub in_editor: bool,
    /// Let nobody write on the pages
    #[arg(long, conflicts_with = "allow_edit")]
    pub no_edit: bool,
    /// With `--host`: whoever has the address that is shown may write on the pages, and so in your files
    #[arg(long)]
    pub allow_edit: bool,
}

#[derive(clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(super) struct Check {
    /// The project's folder, or one inside it
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
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
    /// Ask the web, too, whether links that lead out of the book still lead somewhere
    #[arg(long)]
    pub links: bool,
    /// Put quotes round texts that YAML would take for something else, where that is certain, and nothing more
    #[arg(long)]
    pub fix: bool,
    /// Write the schemas by which editors complete into `schema/`, with the ids and topics of this book
    #[arg(long)]
    pub write_schemas: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people, on standard error
    Human,
    /// One JSON array, on standard output
    Json,
    /// Annotations for a pull request on GitHub, on standard output
    Github,
    /// A code quality report for GitLab, on standard output
    Gitlab,
    /// SARIF 2.1.0, on standard output
    Sarif,
}

#[derive(clap::Args)]
pub(super) struct Verify {
    /// The folder, or the address of the site, as in `https://playbook.example.org/`
    #[arg(value_name = "DIR|URL")]
    pub of: String,
    /// The list of what the build has made [default: `.twohats/manifest.json` in the folder or the site, or what the project
    /// keeps]
    #[arg(long, value_name = "FILE")]
    pub manifest: Option<PathBuf>,
    /// How to print what was found
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub format: ReportFormat,
    /// Treat warnings as faults
    #[arg(long)]
    pub deny_warnings: bool,
    /// Show every file, also where one kind of fault repeats many times
    #[arg(long)]
    pub all: bool,
}

#[derive(clap::Args)]
pub(super) struct Explain {
    /// The rule's name, as in `error[unknown-field]`; without it, all rules are listed
    pub rule: Option<String>,
}

#[derive(clap::Args)]
pub(super) struct Init {
    /// The folder for the new playbook; it is made when it is not there
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
    /// Take the whole playbook that Twohats comes with
    #[arg(long)]
    pub full: bool,
    /// Write workflows that check, publish and show a copy for review; in a playbook that is there already, them alone
    #[arg(long, value_name = "FORGE")]
    pub ci: Option<Forge>,
}

impl ValueEnum for Forge {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

#[derive(clap::Args)]
pub(super) struct New {
    /// What to start
    pub kind: Kind,
    /// What the page is called; its file is named after it
    pub title: String,
    /// The project's folder, or one inside it
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
}

#[derive(clap::Args)]
pub(super) struct Mv {
    /// The file, as in `content/scenarios/scope-creep.yaml` or `scenarios/scope-creep`
    #[arg(value_hint = ValueHint::FilePath)]
    pub old: String,
    /// Its new name, or its new path
    pub new: String,
    /// The project's folder, or one inside it
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
    /// Tell what would be done, and do nothing
    #[arg(short = 'n', long)]
    pub dry_run: bool,
}

#[derive(clap::Args)]
pub(super) struct Translate {
    /// The translations that say what their originals say now, as in `content/de/scenarios/scope-creep.yaml`
    /// [default: those in which nothing is noted yet]
    #[arg(value_hint = ValueHint::FilePath)]
    pub files: Vec<String>,
    /// The project's folder, or one inside it
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
}

#[derive(clap::Args)]
pub(super) struct Report {
    /// The project's folder, or one inside it
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
    /// How to print it
    #[arg(long, value_enum, default_value_t = HowPrinted::Human)]
    pub format: HowPrinted,
    /// After how many months a review counts as old [default: `review_months` in book.toml, or 12]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1200))]
    pub months: Option<u32>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// For people
    Human,
    /// One JSON object, on standard output
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum HowPrinted {
    /// For people
    Human,
    /// One JSON object, on standard output
    Json,
    /// A line for each page, for a spreadsheet
    Csv,
    /// A calendar with the day on which the review of each page is due
    Ics,
}

#[derive(clap::Args)]
pub(super) struct Theme {
    #[command(subcommand)]
    pub command: ThemeCommand,
    /// The project's folder, or one inside it
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath, global = true)]
    pub dir: PathBuf,
}

#[derive(Subcommand)]
pub(super) enum ThemeCommand {
    /// List the files of the default theme, and mark those that this book has others for
    List,
    /// Print a file of the default theme, with a line that says which one it is
    Show {
        /// The file, as in `layouts/scenario.html`; its name will do where there is one of that name
        file: String,
    },
    /// Begin a theme, or lay files of the default one into a theme that is there
    New {
        /// The theme's name: that of its folder in `themes/`
        name: String,
        /// Files of the default theme to change
        files: Vec<String>,
    },
    /// Show how the files of this book's theme differ from those that they lie over
    Diff {
        /// One file of the default theme [default: all]
        file: Option<String>,
    },
}

#[derive(clap::Args)]
pub(super) struct Schema {
    /// The kind of file; without it, the schemas of all kinds are printed as one
    pub kind: Option<File>,
    /// Write the schemas into `schema/` of the project, over those that are there, with its ids and topics to choose from
    #[arg(long, conflicts_with = "kind")]
    pub write: bool,
    /// With `--write`, the project's folder, or one inside it
    #[arg(long, value_name = "DIR", default_value = ".", value_hint = ValueHint::DirPath)]
    pub dir: PathBuf,
}

#[derive(clap::Args)]
#[command(
    after_help = "bash reads it from ~/.local/share/bash-completion/completions/twohats, fish from \
    ~/.config/fish/completions/twohats.fish, zsh from a file `_twohats` in a folder of `$fpath`. elvish and PowerShell \
    read it at their start: `twohats completions powershell >> $PROFILE`."
)]
pub(super) struct Completions {
    /// The shell
    pub shell: Shell,
}

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        File::Content(*self).to_possible_value()
    }
}

impl ValueEnum for File {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.map().about))
    }
}
