//! `twohats check --links`: asks the web whether links still lead somewhere. Nothing else asks it.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::build::outside_links;
use crate::diagnostic::Diagnostic;
use crate::edit::{keep_note, kept_note};
use crate::links::{Heard, Kept, NAME, ask, asked_for, link_faults};
use crate::render::Site;

use super::outcome::Error;
use super::project::Project;
use super::screen::{counted, say};
use super::today::day;

/// How long a host is left alone between two questions.
const PAUSE: Duration = Duration::from_millis(500);

/// The most addresses of which nobody can say anything that are named.
const MOST_NAMES: usize = 10;

/// What is wrong with links that lead out of the book. Those that were asked for lately are not asked for again.
pub(super) fn links(project: &Project, site: &Site) -> Result<Vec<Diagnostic>, Error> {
    let today = day()?;
    let playbook = site.plan().playbook();
    let outside = outside_links(site, &project.sources);
    let addresses = asked_for(&outside, playbook);
    let mut kept = Kept::read(kept_note(&project.root, NAME).as_deref(), today);
    let unknown = addresses.iter().filter(|(link, _)| kept.heard(link).is_none());
    let unknown: BTreeMap<&str, _> = unknown.map(|(link, to)| (link.as_str(), to)).collect();
    if !unknown.is_empty() {
        say(format_args!("asking for {}", counted(unknown.len(), "link")));
    }
    for (link, heard) in ask(&unknown, PAUSE) {
        kept.note(link, heard, today);
    }
    if !unknown.is_empty() {
        keep_note(&project.root, NAME, &kept.text())?;
    }
    let heard = |link: &str| addresses.get(link).and_then(|_| kept.heard(link));
    let unheard = addresses.keys().filter_map(|link| match heard(link) {
        Some(Heard::Unknown(why)) => Some(format!("unknown: {link}: {why}")),
        _ => None,
    });
    let unheard: Vec<String> = unheard.collect();
    unheard.iter().take(MOST_NAMES).for_each(say);
    if let Some(more @ 1..) = unheard.len().checked_sub(MOST_NAMES) {
        say(format_args!("and {more} more of which nobody can say anything now"));
    }
    say(format_args!(
        "looked at {} out of the book, of which {} {} known from before",
        counted(addresses.len(), "link"),
        addresses.len() - unknown.len(),
        if addresses.len() - unknown.len() == 1 { "was" } else { "were" }
    ));
    Ok(link_faults(&outside, playbook, |link| heard(link).cloned()))
}
