//! `twohats join`: the parts that several machines have built become one site.

use std::time::Instant;

use crate::load;
use crate::publish;
use crate::source::{find_project, read};

use super::args::Join;
use super::build::close;
use super::outcome::{Error, Outcome};

pub(super) fn run(args: &Join) -> Result<Outcome, Error> {
    let start = Instant::now();
    let root = find_project(&args.dir)?;
    let book = load::settings(&read(&root, load::allowed)?);
    let output = args.output.clone().unwrap_or_else(|| root.join(&book.output));
    let totals = publish::join(&args.parts, &book, &root, &output)?;
    close(&totals, &output, start.elapsed());
    Ok(Outcome::Clean)
}
