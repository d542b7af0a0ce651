//! `twohats check`: tells what is wrong and writes nothing.

use std::time::Instant;

use crate::diagnostic::{Noted, Severity, count, json, sort};

use crate::model::{Coverage, Playbook};

use super::Outcome;
use super::args::{Check, Format};
use super::project;
use super::screen::{counted, give, say, show};

pub fn run(args: &Check) -> Outcome {
    let start = Instant::now();
    let Some((_, Noted { value: site, mut notes })) = project::open(&args.dir, None) else {
        return Outcome::CouldNotRun;
    };
    if let Some(site) = &site {
        notes.extend(site.layout_faults());
        sort(&mut notes);
    }
    let errors = count(&notes, Severity::Error);
    let warnings = count(&notes, Severity::Warning);
    match args.format {
        Format::Json => give(&json(&notes)),
        Format::Human => {
            show(&notes);
            for plan in site.iter().flat_map(|site| site.plans().skip(1)) {
                translated(plan.playbook());
            }
            if notes.is_empty() {
                let files = site.as_ref().map_or(0, |site| site.plan().playbook().entries.len());
                say(format_args!(
                    "checked {}, all is well, in {:.2} s",
                    counted(files, "file"),
                    start.elapsed().as_secs_f64()
                ));
            }
        }
    }
    if errors > 0 || (args.deny_warnings && warnings > 0) {
        Outcome::Faults
    } else {
        Outcome::Clean
    }
}

/// Tells how much is translated into the language of a playbook.
fn translated(playbook: &Playbook) {
    let Coverage { files, texts } = playbook.coverage;
    let language = &playbook.book.language;
    let (all, share) = (counted(files.all, "file"), texts.per_cent());
    say(format_args!("{language}: {} of {all}, {share} % of the texts", files.some));
}
