//! `twohats check`: tells what is wrong and writes nothing.

use std::time::Instant;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Severity, count, json, sort};
use crate::render::Site;

use super::Outcome;
use super::args::{Check, Format};
use super::project;
use super::screen::{counted, give, say, show};

pub fn run(args: &Check) -> Outcome {
    let start = Instant::now();
    let Some(mut project) = project::open(&args.dir) else { return Outcome::CouldNotRun };
    if let Some(site) = &project.site {
        project.notes.extend(layout_faults(site));
        sort(&mut project.notes);
    }
    let notes = &project.notes;
    let errors = count(notes, Severity::Error);
    let warnings = count(notes, Severity::Warning);
    match args.format {
        Format::Json => give(&json(notes)),
        Format::Human => {
            show(notes);
            if notes.is_empty() {
                let files =
                    project.site.as_ref().map_or(0, |site| site.plan().playbook().entries.len());
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

/// A layout may ask for something that only some pages have, so each page is rendered once.
fn layout_faults(site: &Site) -> Vec<Diagnostic> {
    let paths: Vec<&str> = site.paths().collect();
    let faults = paths.par_iter().filter_map(|path| site.render(path)?.err());
    let mut faults: Vec<Diagnostic> = faults.map(|fault| *fault).collect();
    sort(&mut faults);
    faults.dedup_by(|a, b| a.message == b.message && a.span.range() == b.span.range());
    faults
}
