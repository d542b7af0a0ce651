//! `twohats join`: the parts that several machines have built become one site.

use std::time::Instant;

use crate::build::Options;
use crate::load;
use crate::publish::{Failure, Shares, published_ids};
use crate::source::PUBLISHED;

use super::args::Join;
use super::build::{NOTHING_BUILT, STAGING, close};
use super::outcome::{Error, Outcome};
use super::project::Project;

pub(super) fn run(args: &Join) -> Result<Outcome, Error> {
    let start = Instant::now();
    let project = Project::read(&args.dir)?;
    let (root, book) = (&project.root, load::settings(&project.sources));
    let shares = Shares::of(&book, &args.parts);
    let staging = shares.as_ref().is_ok_and(Shares::are_staging);
    let usual = || root.join(format!("{}{}", book.output, if staging { STAGING } else { "" }));
    let output = args.output.clone().unwrap_or_else(usual);
    let shares = shares.map_err(|why| Failure::Refused { output: output.clone(), why })?;
    // The machines that built the parts may not have had what is published here: the site is held to its ids now.
    let has_own = project.sources.texts.contains_key(PUBLISHED);
    if !staging && !has_own && published_ids(&book, root, &output).is_some() {
        let made = project.make(Some(&output), Options::default());
        if made.value.is_none() {
            return Err(Error::Faults(made.notes, NOTHING_BUILT));
        }
    }
    let totals = shares.join(&book, root, &output)?;
    close(&totals, &output, start.elapsed());
    Ok(Outcome::Clean)
}
