//! `twohats check`: tells what is wrong, and writes nothing unless it is asked to mend.

use std::path::Path;
use std::time::Instant;

use crate::build::{Options, layout_faults, search_faults};
use crate::diagnostic::{Noted, Severity, count, github, gitlab, json, sarif, sort};
use crate::model::{Coverage, Playbook};
use crate::scaffold::known;

use super::args::{Check, Format};
use super::fix::fix;
use super::links::links;
use super::outcome::{Error, Outcome};
use super::project::Project;
use super::schemas::{are_old, known_of, write};
use super::screen::{counted, give, say, show, show_all};
use super::today::today;

/// What is said of schemas that do not know the book as it is.
const OLD_SCHEMAS: &str = "`schema/` is older than this book, so editors may offer too little: \
    `twohats check --write-schemas` brings it up to date";

pub(super) fn run(args: &Check) -> Result<Outcome, Error> {
    let start = Instant::now();
    let today = today()?;
    let mut project = Project::read(&args.dir)?;
    if args.fix {
        fix(&mut project)?;
    }
    let Noted { value: site, mut notes } =
        project.make(None, Options { today: Some(today), ..Options::default() });
    if let Some(site) = &site {
        notes.extend(layout_faults(site));
        notes.extend(search_faults(site));
        if args.links {
            notes.extend(links(&project, site)?);
        }
        sort(&mut notes);
    }
    let known = || match &site {
        Some(site) => known(site.plan().playbook()),
        None => known_of(&project.sources),
    };
    if args.write_schemas {
        let files = write(&project.root, &known())?;
        say(format_args!("wrote {} in `schema/`", counted(files, "file")));
    }
    let errors = count(&notes, Severity::Error);
    let warnings = count(&notes, Severity::Warning);
    match args.format {
        Format::Json => give(&json(&notes)),
        Format::Github => give(&github(&notes, &folder(&project.root))),
        Format::Gitlab => give(&gitlab(&notes, &folder(&project.root))),
        Format::Sarif => give(&sarif(&notes, &folder(&project.root))),
        Format::Human => {
            if args.all {
                show_all(&notes);
            } else {
                show(&notes);
            }
            for plan in site.iter().flat_map(|site| site.plans().skip(1)) {
                translated(plan.playbook());
            }
            // A page that cannot be read is no page that schemas lack.
            if errors == 0 && are_old(&project.root, known) {
                say(OLD_SCHEMAS);
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
    let has_faults = errors > 0 || (args.deny_warnings && warnings > 0);
    Ok(if has_faults { Outcome::Faults } else { Outcome::Clean })
}

/// Tells how much is translated into the language of a playbook.
fn translated(playbook: &Playbook) {
    let Coverage { files, texts } = playbook.coverage;
    let language = &playbook.book.language;
    let (all, share) = (counted(files.all, "file"), texts.per_cent());
    say(format_args!("{language}: {} of {all}, {share} % of the texts", files.some));
}

/// The way from where the command runs, which is a repository's root for whoever reads these formats, to the
/// book: empty, or ending in `/`.
fn folder(root: &Path) -> String {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let below = here.ok().and_then(|here| Some(root.strip_prefix(here).ok()?.to_owned()));
    let parts = below.iter().flat_map(|path| path.components());
    let parts = parts.flat_map(|part| [part.as_os_str().to_string_lossy(), "/".into()]);
    parts.collect()
}
