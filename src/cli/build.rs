//! `twohats build`: the whole pass, from the sources to the folder.

use std::env;
use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::build::{Options, search_faults};
use crate::diagnostic::{Noted, Style};
use crate::load;
use crate::model::Drafts;
use crate::plan::Destination;
use crate::publish::{Basis, Failure, Settled, Totals, publish};
use crate::render::Share;
use crate::source::{Listing, find_project, shown_path};

use super::args::Build;
use super::outcome::{Error, Outcome};
use super::project::Project;
use super::screen::{counted, is_watched, say, show_words, style, words};

/// A build that is done sooner needs no progress bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// What stands behind the name of the usual folder where a copy for review is made: no build takes one for the other.
pub(super) const STAGING: &str = "-staging";

/// In each of them it is kept what a build had to say.
const STYLES: [Style; 2] = [Style::Plain, Style::Coloured];

/// What faults of the book mean here.
pub(super) const NOTHING_BUILT: &str = "nothing was built; what is published stays as it is";

pub(super) fn run(args: &Build) -> Result<Outcome, Error> {
    let start = Instant::now();
    let is_staging = args.noindex || args.drafts;
    let root = find_project(&args.dir)?;
    let listing = Listing::of(&root, load::allowed)?;
    // A copy for review and a part are held to ids that lie elsewhere, and which may be others the next time.
    let is_usual = !is_staging && args.part.is_none();
    let basis = is_usual.then(|| {
        let here = (root.canonicalize().ok(), env::current_dir().ok());
        Basis::of(&root, &format!("{:?}", (here, &args.output, &args.site_url)), &listing)
    });
    if let Some(Settled { totals, output, said }) = basis.as_ref().and_then(Basis::settled)
        && let Some(words) = as_wanted(&said)
    {
        show_words(words);
        close(&totals, &output, start.elapsed());
        return Ok(Outcome::Clean);
    }
    let project = Project::read_listed(&root, listing)?;
    let options = Options {
        drafts: if args.drafts { Drafts::Shown } else { Drafts::LeftOut },
        destination: Destination { site_url: args.site_url.clone(), is_staging },
        ..Options::default()
    };
    // A copy for review and a part have no ids of their own: they are held to those that are published.
    let published = args.output.as_deref().filter(|_| is_usual);
    let Noted { value: site, notes } = project.make(published, options);
    let Some(site) = site else { return Err(Error::Faults(notes, NOTHING_BUILT)) };
    let said = STYLES.map(|style| words(&notes, style));
    as_wanted(&said).into_iter().for_each(show_words);
    // The index is made for the part that has it, and asked there.
    let has_index = args.part.is_none_or(Share::has_index);
    let faults = if has_index { search_faults(&site) } else { Vec::new() };
    if !faults.is_empty() {
        return Err(Error::Faults(faults, NOTHING_BUILT));
    }
    let sources = project.sources;
    let usual = || {
        let folder = &site.plan().playbook().book.output;
        let staging = if is_staging { STAGING } else { "" };
        let part = args.part.map(|part| format!("-part-{}", part.to_string().replace('/', "-of-")));
        root.join(format!("{folder}{staging}{}", part.unwrap_or_default()))
    };
    let output = args.output.clone().unwrap_or_else(usual);
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
    let basis = basis.map(|basis| basis.with_words(said.to_vec()));
    let published =
        publish((&site, args.part), &sources, basis.as_ref(), (&root, &output), &progress);
    bar.finish_and_clear();
    let totals = published.map_err(|failure| match failure {
        Failure::Faults(faults) => Error::Faults(faults, NOTHING_BUILT),
        failure @ (Failure::Refused { .. } | Failure::Disk { .. }) => failure.into(),
    })?;
    close(&totals, &output, start.elapsed());
    Ok(Outcome::Clean)
}

/// Of what a build has to say in each style, what standard error wants.
fn as_wanted(said: &[String]) -> Option<&str> {
    let mut styled = STYLES.iter().zip(said);
    styled.find_map(|(one, words)| (*one == style()).then_some(words.as_str()))
}

pub(super) fn close(totals: &Totals, output: &Path, took: Duration) {
    let same = totals.files - totals.added - totals.changed;
    let parts = [
        (totals.added, "new"),
        (totals.changed, "changed"),
        (same, "unchanged"),
        (totals.removed, "removed"),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, word)| format!("{number} {word}"))
        .collect();
    if let Some(unread) = &totals.unread {
        say(format_args!(
            "warning: the list of what Twohats made in `{}` {unread}; it is written anew, with what this build makes",
            shown_path(output)
        ));
    }
    if totals.adopted {
        say(format_args!(
            "took the files that were in `{}` already and are as this build makes them for its own",
            shown_path(output)
        ));
    }
    for path in &totals.left {
        say(format_args!(
            "left `{path}` where it is: the site has it no more, and somebody changed it since it was written"
        ));
    }
    say(format_args!(
        "built {} in `{}` ({}) in {:.2} s",
        counted(totals.files, "file"),
        shown_path(output),
        parts.join(", "),
        took.as_secs_f64()
    ));
}
