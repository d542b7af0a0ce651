//! A report for people.

use std::fmt::Write;

use crate::model::SitePath;

use super::{Freshness, Owner, Report, Topic};

/// The most pages that one list names.
const MOST: usize = 12;

/// The report as text, in lines of tables and short lists.
#[must_use]
pub fn text(report: &Report) -> String {
    let mut text = String::from("Pages\n");
    for kind in &report.kinds {
        let drafts = match kind.drafts {
            0 => String::new(),
            1 => "and 1 draft".to_owned(),
            many => format!("and {many} drafts"),
        };
        line(&mut text, &format!("  {:<14}{:>6}   {drafts}", kind.kind, kind.published));
    }
    topics(&mut text, &report.topics);
    freshness(&mut text, &report.freshness);
    owners(&mut text, &report.owners);
    list(&mut text, "No other page leads to these", &report.orphans);
    let reading = &report.reading;
    let _ = write!(
        text,
        "\nReading time\n  {} words, about {} minutes at {} words a minute\n",
        reading.words, reading.minutes, reading.words_per_minute
    );
    let mut longest: Vec<_> = report.pages.iter().collect();
    longest.sort_by_key(|page| std::cmp::Reverse(page.words));
    for page in longest.iter().take(5) {
        line(&mut text, &format!("  {:>4} min  {}", page.minutes, page.page));
    }
    text
}

fn topics(text: &mut String, topics: &[Topic]) {
    let shown =
        |topic: &Topic| if topic.topic.is_empty() { "(none)" } else { &topic.topic }.to_owned();
    let names = topics.iter().map(|topic| shown(topic).chars().count());
    let width = names.max().unwrap_or(0).max(10);
    text.push_str("\nTopics, and the hat that goes first in their scenarios\n");
    line(
        text,
        &format!(
            "  {:<width$}  {:>7} {:>8} {:>8} {:>10} {:>7}",
            "", "leader", "manager", "neither", "templates", "others"
        ),
    );
    for topic in topics {
        line(
            text,
            &format!(
                "  {:<width$}  {:>7} {:>8} {:>8} {:>10} {:>7}",
                shown(topic),
                topic.leader_first,
                topic.manager_first,
                topic.neither_first,
                topic.templates,
                topic.others
            ),
        );
    }
}

fn freshness(text: &mut String, freshness: &Freshness) {
    let _ = write!(
        text,
        "\nFreshness\n  {} reviewed in the last {} months, {} longer ago, {} never\n",
        freshness.fresh,
        freshness.months,
        freshness.old.len(),
        freshness.never.len()
    );
    list(text, "Reviewed longest ago", &freshness.old);
    list(text, "Never reviewed", &freshness.never);
}

fn owners(text: &mut String, owners: &[Owner]) {
    if owners.is_empty() {
        return;
    }
    text.push_str("\nWho answers for pages\n");
    for owner in owners {
        let name = if owner.owner.is_empty() { "(nobody)" } else { &owner.owner };
        let pages = if owner.pages == 1 { "page" } else { "pages" };
        let (old, never) = (owner.old.len(), owner.never.len());
        line(
            text,
            &format!(
                "  {name}: {} {pages}, {old} reviewed too long ago, {never} never",
                owner.pages
            ),
        );
        for page in owner.old.iter().take(MOST) {
            line(text, &format!("    {page}"));
        }
        if owner.old.len() > MOST {
            line(text, &format!("    and {} more", owner.old.len() - MOST));
        }
    }
}

fn list(text: &mut String, title: &str, pages: &[SitePath]) {
    if pages.is_empty() {
        return;
    }
    let _ = write!(text, "\n{title}\n");
    for page in pages.iter().take(MOST) {
        line(text, &format!("  {page}"));
    }
    if pages.len() > MOST {
        line(text, &format!("  and {} more (all of them: --format json)", pages.len() - MOST));
    }
}

fn line(text: &mut String, line: &str) {
    text.push_str(line.trim_end());
    text.push('\n');
}
