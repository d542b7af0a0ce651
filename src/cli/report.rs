//! `twohats report`: how a playbook stands.

use crate::diagnostic::{Severity, count};
use crate::load::{Memory, load};
use crate::model::Drafts;
use crate::report::{About, calendar, csv, report, text};
use crate::source::shown_in_json;

use super::args::{HowPrinted, Report};
use super::outcome::{Error, Outcome};
use super::project::Project;
use super::screen::{counted, give, give_words, say};
use super::today::today;

pub(super) fn run(args: &Report) -> Result<Outcome, Error> {
    let Project { sources, .. } = Project::read(&args.dir)?;
    let today = today()?;
    let loaded = load(&sources, Drafts::LeftOut, &mut Memory::default());
    let errors = count(&loaded.notes, Severity::Error);
    if errors > 0 {
        let errors = counted(errors, "error");
        say(format_args!("the book has {errors}; files that cannot be read are not counted"));
    }
    let months = args.months.unwrap_or(loaded.value.book.review_months);
    let report = report(&loaded.value, today, months);
    match args.format {
        HowPrinted::Human => give_words(&text(&report)),
        HowPrinted::Json => {
            let json = serde_json::to_string_pretty(&report);
            let json = json.expect("numbers and texts always serialise");
            give(&format!("{}\n", shown_in_json(&json)));
        }
        HowPrinted::Csv => give(&csv(&report)),
        HowPrinted::Ics => {
            if report.pages.iter().all(|page| page.due.is_none()) {
                say(
                    "no page says when it was reviewed, so the calendar has no days: write `reviewed: 2026-06` on pages",
                );
            }
            let book = &loaded.value.book;
            let about = About {
                title: &book.title,
                id: book.id.as_deref().unwrap_or(&book.name),
                site_url: book.site_url.as_deref(),
                today,
            };
            give(&calendar(&report, about));
        }
    }
    Ok(Outcome::Clean)
}
