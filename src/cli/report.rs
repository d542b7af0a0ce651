//! `twohats report`: how a playbook stands.

use crate::diagnostic::{Severity, count};
use crate::load::{Memory, load};
use crate::model::Drafts;
use crate::report::{report, text};
use crate::source::{find_project, read};

use super::Outcome;
use super::args::{Report, ReportFormat};
use super::screen::{counted, give, say};
use super::today::today;

pub fn run(args: &Report) -> Outcome {
    let sources = match find_project(&args.dir).and_then(|root| read(&root)) {
        Ok(sources) => sources,
        Err(error) => {
            say(format_args!("error: {error}"));
            return Outcome::CouldNotRun;
        }
    };
    let Some(today) = today() else { return Outcome::CouldNotRun };
    let loaded = load(&sources, Drafts::LeftOut, &mut Memory::default());
    let errors = count(&loaded.notes, Severity::Error);
    if errors > 0 {
        let errors = counted(errors, "error");
        say(format_args!("the book has {errors}; files that cannot be read are not counted"));
    }
    let months = args.months.unwrap_or(loaded.value.book.review_months);
    let report = report(&loaded.value, today, months);
    match args.format {
        ReportFormat::Human => give(&text(&report)),
        ReportFormat::Json => {
            let json = serde_json::to_string_pretty(&report);
            give(&format!("{}\n", json.expect("numbers and texts always serialise")));
        }
    }
    Outcome::Clean
}
