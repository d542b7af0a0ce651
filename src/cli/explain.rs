//! `twohats explain`: the manual page of a rule.

use crate::diagnostic::nearest;
use crate::diagnostic::rules::{RULES, find};

use super::Outcome;
use super::args::Explain;
use super::screen::{give, say};

pub fn run(args: &Explain) -> Outcome {
    let Some(name) = &args.rule else {
        let rules = RULES.iter().map(|rule| format!("{:<24} {}\n", rule.name, rule.summary()));
        give(&rules.collect::<String>());
        return Outcome::Clean;
    };
    if let Some(rule) = find(name) {
        give(rule.page);
        return Outcome::Clean;
    }
    say(format_args!("error: no rule is called `{name}`"));
    match nearest(name, RULES.iter().map(|rule| rule.name)) {
        Some(near) => say(format_args!("help: did you mean `{near}`?")),
        None => say("help: `twohats explain` lists all rules"),
    }
    Outcome::CouldNotRun
}
