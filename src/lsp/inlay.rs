//! What is shown between the words of a text: who names its page, how long it takes to say a script.

use std::ops::Range;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::diagnostic::plural;
use crate::load::seconds_to_say;
use crate::source::Source;

use super::client::Inlay;
use super::lookup::entry_of;
use super::project::{Project, Read};
use super::thing::Thing;

/// The most files that are named.
const MOST: usize = 8;

/// What is shown in a part of a text.
pub(super) fn inlay(
    project: &Project,
    read: &Read,
    source: &Arc<Source>,
    (part, wanted): (Range<usize>, Inlay),
) -> Value {
    let Some(entry) = entry_of(&read.playbook, source.path()) else { return json!([]) };
    let mut hints = Vec::new();
    let mut show = |offset: usize, words: String, more: String| {
        if part.contains(&offset) || offset == part.end {
            let end = project.range(source, offset..offset)["end"].clone();
            hints.push(
                json!({"position": end, "label": words, "tooltip": more, "paddingLeft": true}),
            );
        }
    };
    let end_of_line = |at: usize| {
        let rest = &source.text()[at..];
        at + rest.find('\n').unwrap_or(rest.len())
    };
    if wanted.named_by && entry.head.language.is_none() {
        let thing = Thing::Entry(entry.kind(), entry.head.id.to_string());
        let spans = thing.named(read);
        let mut files: Vec<&str> = spans.iter().map(|span| span.source().path()).collect();
        files.sort_unstable();
        files.dedup();
        let count = files.len();
        let words = match count {
            0 => "named nowhere".to_owned(),
            _ => format!("named in {count} {}", plural(count, "file")),
        };
        files.truncate(MOST);
        show(end_of_line(entry.head.title.span.range().end), words, files.join("\n"));
    }
    if let Some(scenario) = entry.scenario().filter(|_| wanted.seconds) {
        for (_, response) in scenario.responses.each() {
            let say = &response.say;
            let range = say.span().range();
            if say.is_empty() || say.span().source().path() != source.path() {
                continue;
            }
            let above = source.text()[..range.start].trim_end();
            // Below a `|`, behind the line of the key; behind a text that stands in that line, there.
            let at = if above.ends_with(['|', '>', '-']) {
                above.len()
            } else {
                end_of_line(range.start)
            };
            show(at, format!("{} s to say", seconds_to_say(say)), String::new());
        }
    }
    json!(hints)
}
