//! `twohats schema`: what an editor needs to check and complete.

use crate::load::File;
use crate::scaffold::schemas;
use crate::schema::{all, schema};
use crate::source::find_project;

use super::Outcome;
use super::args::Schema;
use super::files::replace;
use super::screen::{counted, give, say};

pub fn run(args: &Schema) -> Outcome {
    if args.write {
        return write(args);
    }
    let schema = args.kind.map_or_else(
        || all(&File::ALL.map(|file| (file.name(), file.map()))),
        |kind| schema(File::from(kind).map()),
    );
    give(&format!("{schema:#}\n"));
    Outcome::Clean
}

fn write(args: &Schema) -> Outcome {
    let root = match find_project(&args.dir) {
        Ok(root) => root,
        Err(error) => {
            say(format_args!("error: {error}"));
            return Outcome::CouldNotRun;
        }
    };
    let files = schemas();
    for (path, text) in &files {
        if replace(&root.join(path), text).is_none() {
            return Outcome::CouldNotRun;
        }
    }
    say(format_args!("wrote {} in `schema/`", counted(files.len(), "file")));
    Outcome::Clean
}
