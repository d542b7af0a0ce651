//! `cargo xtask harden`: every suite that attacks, for as long as is said, and what came of it: inputs made up, builds
//! killed, calls that failed, odd paths, payloads, and shapes that were doubled.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};

use crate::node::NODE;
use crate::readers::STRACE;
use crate::scripts;
use crate::tools::{Tools, may_install};

/// How long each target of the fuzz suite goes on when nobody says, in minutes.
const MINUTES: &str = "10";

/// Until when each shape is doubled, in milliseconds of the processor.
const GROWTH: &str = "1000";

/// What attacks.
#[derive(Clone, Copy)]
pub enum Attack {
    /// The fuzz targets of scripts, in Node.js.
    Scripts,
    /// A suite, and which of its tests.
    Suite(&'static str, &'static str),
}

const ALL: [Attack; 7] = [
    Attack::Scripts,
    Attack::Suite("fuzz", ""),
    Attack::Suite("faults", "each_word"),
    Attack::Suite("cli", "killed"),
    Attack::Suite("cli", "failing"),
    Attack::Suite("preview", "paths"),
    Attack::Suite("growth", ""),
];

/// What a suite says of what it did begins so.
const TALLY: &str = "tally: ";

/// Runs all that attacks.
pub fn run(arguments: impl Iterator<Item = OsString>) -> Result<ExitCode, String> {
    run_all(arguments, &ALL)
}

/// Runs these, also behind one that fell, and says in numbers what was done.
pub fn run_all(
    arguments: impl Iterator<Item = OsString>,
    attacks: &[Attack],
) -> Result<ExitCode, String> {
    let mut arguments: Vec<OsString> = arguments.collect();
    let install = may_install(&mut arguments);
    let minutes = arguments.into_iter().next().unwrap_or_else(|| MINUTES.into());
    if minutes.to_str().and_then(|minutes| minutes.parse::<u64>().ok()).is_none() {
        return Err(format!("`{}` is no number of minutes", minutes.display()));
    }
    let Some(tools) = Tools::ensure(&[NODE, STRACE], install)? else {
        return Ok(ExitCode::from(2));
    };
    let (mut done, mut fallen) = (Done::default(), Vec::new());
    for attack in attacks {
        let mut command = match attack {
            Attack::Scripts => scripts::fuzz(&tools),
            Attack::Suite(suite, filter) => self::suite(&tools, suite, filter),
        };
        command.env("TWOHATS_FUZZ_MINUTES", &minutes).env("TWOHATS_GROWTH_MILLISECONDS", GROWTH);
        let name = match attack {
            Attack::Scripts => "scripts".to_owned(),
            Attack::Suite(suite, filter) => format!("{suite} {filter}").trim_end().to_owned(),
        };
        match done.hear_all(&mut command)? {
            Ended::Well => {}
            Ended::Fell => fallen.push(name),
            Ended::Silent => fallen.push(format!("{name} (it says nothing of what it did)")),
        }
    }
    println!();
    for (what, number) in &done.0 {
        println!("{what}: {number}");
    }
    println!("fell: {}", if fallen.is_empty() { "nothing".to_owned() } else { fallen.join(", ") });
    Ok(if fallen.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn suite(tools: &Tools, suite: &str, filter: &str) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = tools.command(cargo);
    command.args(["test", "--release", "--test", suite, filter]);
    command.args(["--", "--include-ignored", "--nocapture"]);
    command
}

/// How a part ended.
enum Ended {
    Well,
    Fell,
    /// Well, without a word of what was done: a test of another name, or one that cannot be run here.
    Silent,
}

/// How much was done, by what it is.
#[derive(Default)]
struct Done(BTreeMap<String, u64>);

impl Done {
    /// Runs a command, passes on what it says and adds what it did.
    fn hear_all(&mut self, command: &mut Command) -> Result<Ended, String> {
        let process = command.stdout(Stdio::piped()).spawn();
        let mut process = process.map_err(|error| format!("cannot run {command:?}: {error}"))?;
        let said = process.stdout.take().ok_or("a test says nothing")?;
        let mut is_silent = true;
        for line in BufReader::new(said).lines().map_while(Result::ok) {
            println!("{line}");
            is_silent &= !self.hear(&line);
        }
        let status = process.wait().map_err(|error| error.to_string())?;
        Ok(match status.success() {
            false => Ended::Fell,
            true if is_silent => Ended::Silent,
            true => Ended::Well,
        })
    }

    /// Adds what a line says, and tells whether it says any: `tally: inputs fuzzed (markdown): 123456`.
    fn hear(&mut self, line: &str) -> bool {
        let tally = line.split_once(TALLY).and_then(|(_, tally)| tally.rsplit_once(": "));
        let Some((what, number)) = tally else { return false };
        let kind = what.split(" (").next().unwrap_or(what);
        let kinds = if kind == what { vec![what] } else { vec![what, kind] };
        for kind in kinds {
            *self.0.entry(kind.to_owned()).or_default() +=
                number.trim().parse::<u64>().unwrap_or(0);
        }
        true
    }
}
