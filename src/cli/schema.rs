//! `twohats schema`: what an editor needs to check and complete.

use crate::edit::replace;
use crate::load::File;
use crate::scaffold::schemas;
use crate::schema::{all, schema};
use crate::source::find_project;

use super::args::Schema;
use super::outcome::{Error, Outcome};
use super::screen::{counted, give, say};

pub(super) fn run(args: &Schema) -> Result<Outcome, Error> {
    if args.write {
        return write(args);
    }
    let schema = args.kind.map_or_else(
        || all(&File::ALL.map(|file| (file.name(), file.map()))),
        |file| schema(file.map()),
    );
    give(&format!("{schema:#}\n"));
    Ok(Outcome::Clean)
}

fn write(args: &Schema) -> Result<Outcome, Error> {
    let root = find_project(&args.dir)?;
    let files = schemas();
    for (path, text) in &files {
        replace(&root.join(path), text)?;
    }
    say(format_args!("wrote {} in `schema/`", counted(files.len(), "file")));
    Ok(Outcome::Clean)
}
