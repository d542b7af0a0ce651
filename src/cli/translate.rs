//! `twohats translate`: notes in translations what their originals say now. All files are changed, or none.

use crate::edit::write;
use crate::translate::{Refusal, translate};

use super::args::Translate;
use super::outcome::{Error, Outcome};
use super::project::Project;
use super::screen::{counted, say};

pub(super) fn run(args: &Translate) -> Result<Outcome, Error> {
    let Project { root, sources } = Project::read(&args.dir)?;
    let files: Vec<String> = args.files.iter().map(|file| file.replace('\\', "/")).collect();
    let edits = translate(&sources, &files).map_err(|refusal| match refusal {
        Refusal::Faults(faults) => Error::Faults(faults, "nothing was noted: mend these first"),
        Refusal::NoTranslation(file) => Error::Asked(
            format!("`{file}` is no translation of this book"),
            "name a file in the folder of a language, as in `content/de/scenarios/late.yaml`"
                .into(),
        ),
    })?;
    let left = "nothing was noted: all files are as they were";
    // What was noted before can be noted again.
    let _ = write(&root, &edits).map_err(|cause| Error::Failed(cause.into(), Some(left)))?;
    for path in edits.by_file().keys() {
        say(format_args!("noted in `{path}` what its original says"));
    }
    say(match edits.texts.len() {
        0 => "nothing was noted: it was before, and `twohats check` tells what has changed since"
            .to_owned(),
        number => format!("noted in {}", counted(number, "file")),
    });
    Ok(Outcome::Clean)
}
