//! `twohats explain`: the manual page of a rule.

use crate::diagnostic::nearest;
use crate::diagnostic::rules::{RULES, find};

use super::args::Explain;
use super::outcome::{Error, Outcome};
use super::screen::give;

pub(super) fn run(args: &Explain) -> Result<Outcome, Error> {
    let Some(name) = &args.rule else {
        let rules = RULES.iter().map(|rule| format!("{:<24} {}\n", rule.name, rule.summary()));
        give(&rules.collect::<String>());
        return Ok(Outcome::Clean);
    };
    let Some(rule) = find(name) else {
        let help = match nearest(name, RULES.iter().map(|rule| rule.name)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`twohats explain` lists all rules".to_owned(),
        };
        return Err(Error::Asked(format!("no rule is called `{name}`"), help));
    };
    give(rule.page);
    Ok(Outcome::Clean)
}
