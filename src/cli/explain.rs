//! `twohats explain`: the manual page of a rule.

use crate::diagnostic::nearest;
use crate::diagnostic::rules::{RULES, find};

use super::Outcome;
use super::args::Explain;
use super::screen::{give, say};

pub fn run(args: &Explain) -> Outcome {
    let Some(name) = &args.rule else {
        let rules = RULES.map(|rule| format!("{:<20} {}\n", rule.name, summary(rule.page)));
        give(&rules.concat());
        return Outcome::Clean;
    };
    if let Some(rule) = find(name) {
        give(rule.page);
        return Outcome::Clean;
    }
    say(format_args!("error: no rule is called `{name}`"));
    match nearest(name, RULES.map(|rule| rule.name)) {
        Some(near) => say(format_args!("help: did you mean `{near}`?")),
        None => say("help: `twohats explain` lists all rules"),
    }
    Outcome::CouldNotRun
}

/// The first sentence of a page, which says what the rule is.
fn summary(page: &str) -> &str {
    let mut lines = page.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.next().unwrap_or_default()
}
