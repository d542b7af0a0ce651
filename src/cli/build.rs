//! `twohats build`: the whole pass, from the sources to the folder.

use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::build::search_faults;
use crate::publish::{Failure, Report, publish};

use super::Outcome;
use super::args::Build;
use super::project::{self, Opened};
use super::screen::{counted, is_watched, say, show};

/// A build that is done sooner needs no progress bar.
const PATIENCE: Duration = Duration::from_secs(1);

pub fn run(args: &Build) -> Outcome {
    let start = Instant::now();
    let opened = project::open(&args.dir, args.output.as_deref(), None);
    let Some(Opened { root, sources, made }) = opened else { return Outcome::CouldNotRun };
    show(&made.notes);
    let Some(site) = made.value else {
        say("nothing was built; what is published stays as it is");
        return Outcome::Faults;
    };
    let faults = search_faults(&site);
    if !faults.is_empty() {
        show(&faults);
        say("nothing was built; what is published stays as it is");
        return Outcome::Faults;
    }
    let output =
        args.output.clone().unwrap_or_else(|| root.join(&site.plan().playbook().book.output));
    let bar = ProgressBar::hidden();
    let watched = is_watched();
    let progress = |done: usize, all: usize| {
        if watched && bar.is_hidden() && start.elapsed() > PATIENCE {
            let style = ProgressStyle::with_template("{bar:30} {pos} of {len} files");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.set_draw_target(indicatif::ProgressDrawTarget::stderr());
        }
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    let published = publish(&site, &sources, &root, &output, &progress);
    bar.finish_and_clear();
    match published {
        Ok(report) => {
            close(&report, &output, start.elapsed());
            Outcome::Clean
        }
        Err(Failure::Faults(faults)) => {
            show(&faults);
            say("nothing was built; what is published stays as it is");
            Outcome::Faults
        }
        Err(failure) => {
            say(format_args!("error: {failure}"));
            Outcome::CouldNotRun
        }
    }
}

fn close(report: &Report, output: &Path, took: Duration) {
    let same = report.files - report.added - report.changed;
    let parts = [
        (report.added, "new"),
        (report.changed, "changed"),
        (same, "unchanged"),
        (report.removed, "removed"),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| format!("{number} {word}"))
        .collect();
    say(format_args!(
        "built {} in `{}` ({}) in {:.2} s",
        counted(report.files, "file"),
        output.display(),
        parts.join(", "),
        took.as_secs_f64()
    ));
}
