//! `twohats schema`: what an editor needs to check and complete.

use crate::load::File;
use crate::schema::{Known, Written, all, schema};

use super::args::Schema;
use super::outcome::{Error, Outcome};
use super::project::Project;
use super::schemas::{known_of, write};
use super::screen::{counted, give, say};

pub(super) fn run(args: &Schema) -> Result<Outcome, Error> {
    if args.write {
        let Project { root, sources } = Project::read(&args.dir)?;
        let files = write(&root, &known_of(&sources))?;
        say(format_args!("wrote {} in `schema/`", counted(files, "file")));
        return Ok(Outcome::Clean);
    }
    let schema = args.kind.map_or_else(
        || all(&File::ALL.map(|file| (file.name(), file.map()))),
        |file| schema(file.map(), Written::Whole, &Known::default()),
    );
    give(&format!("{schema:#}\n"));
    Ok(Outcome::Clean)
}
