//! The keys that every kind of content has.

use std::sync::Arc;

use crate::diagnostic::rules::stale_translation::{no_mark, no_translation};
use crate::markdown::slug;
use crate::model::{Change, Head, Reference};
use crate::schema::{Anything, Date, Groups, Key, Keys, Line, Map, Number, Text, Texts, YesNo};
use crate::source::{Day, Spanned};

use super::entry_reader::EntryReader;
use super::extra::extra;
use super::stray_mark;

/// The title, which every file needs.
pub const TITLE: Key<Text> = Key::new(
    "title",
    "What the page is called, in lists and at its top. A situation is best named as somebody in it would say it.",
    "title: The work keeps growing and the deadline has not moved",
)
.needed();

/// A scenario needs it, and says so with an example of its own.
pub(super) const SUMMARY: Key<Line> = Key::new(
    "summary",
    "One or two sentences that stand under the title and in lists.",
    "summary: What is done, what is open, and who has it next.",
);

/// What the page is about.
pub const TOPICS: Key<Texts> = Key::new(
    "topics",
    "What the page is about. When `book.toml` has a list `[topics]`, only those may be named.",
    "topics: [delivery, people]",
);

const ALSO: Key<Texts> = Key::new(
    "also",
    "Other words that people search for.",
    "also:\n  - scope creep\n  - moving goalposts",
);

const ORDER: Key<Number> = Key::new(
    "order",
    "The place among the others of its kind: lower comes first. Pages without it follow by title.",
    "order: 1",
);

const REVIEWED: Key<Date> = Key::new(
    "reviewed",
    "When somebody last read the whole page and found it true.",
    "reviewed: 2026-06",
);

const OWNER: Key<Text> = Key::new(
    "owner",
    "Who answers for the page: an office, a team or a person, as readers are told. `[owners]` in `book.toml` says it of whole folders and topics.",
    "owner: Office of the chief nurse",
);

const REVIEWERS: Key<Texts> = Key::new(
    "reviewers",
    "Who reads the page before it is changed.",
    "reviewers: [Works council, Data protection officer]",
);

const CHANGED: Key<Groups> = Key::groups(
    "changed",
    &CHANGE_KEYS,
    "What was changed that readers should know of, each with its date. It stands on the page, on “What is new” and in the feed.",
    "changed:\n  - date: 2026-06-30\n    what: The number of the helpline is new.",
);

static CHANGE_KEYS: Map =
    Map::new("change", "Something that was changed.", &[&[DATE.any(), WHAT.any()]]);

const DATE: Key<Date> =
    Key::new("date", "The day or the month of the change.", "date: 2026-06-30").needed();

const WHAT: Key<Line> =
    Key::new("what", "What is different, in a line.", "what: The number of the helpline is new.")
        .needed();

/// Whether the page is still being written.
pub const DRAFT: Key<YesNo> = Key::new(
    "draft",
    "`yes` while you are still writing: `twohats serve` shows the page with a mark, `twohats build` leaves it out.",
    "draft: yes",
);

pub(super) const EXTRA: Key<Anything> = Key::new(
    "extra",
    "Notes of your own, which only layouts of a theme are given, in `page.extra`. The only place where any key may stand.",
    "extra:\n  ticket: HR-1204",
);

/// What the original of a translation said.
pub const ORIGINAL: Key<Texts> = Key::new(
    "original",
    "In a translation, what the original said when it was translated: the parts of the page, each with six signs that change with its words. `twohats translate` writes it, and `check` tells which part has changed since.",
    "original:\n  - title 3fa9c1\n  - leader-say 0b77e2",
);

/// Keys that come last.
pub(super) const FOOT: &[Key] = &[
    ALSO.any(),
    ORDER.any(),
    REVIEWED.any(),
    OWNER.any(),
    REVIEWERS.any(),
    CHANGED.any(),
    DRAFT.any(),
    EXTRA.any(),
    ORIGINAL.any(),
];

pub(super) fn head(reader: &mut EntryReader<'_>, keys: &mut Keys<'_, '_>) -> Option<Head> {
    reader.title = title(reader, keys);
    let summary = reader.line(keys, &SUMMARY);
    let topics = keys.texts(&TOPICS).into_iter();
    let topics = topics.map(|topic| Reference::new(slug(&topic.text), topic.span));
    reader.mentions.topics = topics.filter(|topic| !topic.value.is_empty()).collect();
    reader.mentions.topics.shrink_to_fit();
    let also = keys.texts(&ALSO).into_iter().map(|words| words.text).collect();
    let order = keys.number(&ORDER);
    let reviewed = keys.date(&REVIEWED);
    let owner = keys.text(&OWNER).map(|owner| owner.text);
    let reviewers = keys.texts(&REVIEWERS).into_iter().map(|who| who.text).collect();
    let changed = changed(reader, keys);
    let draft = keys.yes(&DRAFT).unwrap_or_default();
    reader.mentions.draft = draft;
    let extra = keys.raw(&EXTRA).map(extra);
    let original = original(reader, keys);
    let path = reader.path;
    Some(Head {
        id: path.stem.id(),
        source: Arc::clone(reader.source),
        stem: path.stem.clone(),
        language: path.language.clone(),
        title: reader.title.clone()?,
        summary,
        also,
        order,
        reviewed,
        owner,
        reviewers,
        changed,
        draft,
        original,
        extra,
    })
}

/// What was changed, the newest first.
fn changed(reader: &mut EntryReader<'_>, keys: &mut Keys<'_, '_>) -> Vec<Change> {
    let mut changes = keys.groups(&CHANGED, |change| {
        let date = change.date(&DATE);
        let what = reader.line(change, &WHAT);
        Some(Change { date: date?, what: what? })
    });
    changes.sort_by(|one, other| {
        let day = |change: &Change| Day::last_of(&change.date.value);
        day(other).cmp(&day(one))
    });
    changes
}

/// The parts of the original that a translation names, with their marks.
fn original(reader: &EntryReader<'_>, keys: &mut Keys<'_, '_>) -> Vec<Spanned<(String, String)>> {
    let texts = keys.texts(&ORIGINAL);
    if let Some(first) = texts.first().filter(|_| !reader.is_translation()) {
        keys.note(no_translation(first.span.clone()));
    }
    let parts = texts.into_iter().filter_map(|text| {
        let parted =
            text.text.rsplit_once(' ').map(|(part, mark)| (part.to_owned(), mark.to_owned()));
        if parted.is_none() {
            keys.note(no_mark(text.span.clone(), &text.text));
        }
        Some(Spanned::new(parted?, text.span))
    });
    parts.collect()
}

/// What the page is called: a text that is no Markdown.
fn title(reader: &EntryReader<'_>, keys: &mut Keys<'_, '_>) -> Option<Spanned<String>> {
    let is_given = keys.raw(&TITLE).is_some_and(|title| !title.is_empty());
    // The heading of a guide stands in for it.
    if let Some(heading) = reader.title.as_ref().filter(|_| !is_given) {
        return Some(heading.clone());
    }
    let title = keys.text(&TITLE)?;
    let key = keys.path(TITLE.name);
    stray_mark::note_in_title(&title, key, keys.notes());
    Some(Spanned::new(title.text, title.span))
}
