//! `dangling-reference`: every id that names another thing names one that is there and published.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::diagnostic::rules::dangling_reference::{
    dangling_reference, name_of_several, names_itself, nothing_of_its_kind, reference_to_draft,
};
use crate::diagnostic::{Diagnostic, Names};
use crate::markdown::slug;
use crate::model::{EntryKey, Kind, Mentions, Playbook, Reference, SitePath, Slug, TOOLS};
use crate::source::Span;

/// Everything that can be named. Its order is nobody's concern.
struct Index<'a>(HashMap<(Kind, &'a str), Named<'a>>);

struct Named<'a> {
    key: &'a EntryKey,
    is_left_out: bool,
    /// Whether another published page names it.
    is_mentioned: bool,
}

impl Named<'_> {
    /// A file names it.
    fn mention(
        &mut self,
        by: &Mentions,
        (kind, reference): (Kind, &Reference),
        notes: &mut Vec<Diagnostic>,
    ) {
        if by.draft {
            return;
        }
        self.is_mentioned = true;
        if self.is_left_out {
            notes.push(reference_to_draft(reference.span.clone(), kind.name(), &reference.value));
        }
    }
}

impl<'a> Index<'a> {
    fn new(playbook: &'a Playbook) -> Self {
        // No id leads to a page of the owner's own: it is on no shelf.
        let entries = playbook.entries.iter().filter(|(_, entry)| !entry.head.stem.is_own());
        let entries = entries.map(|(key @ (kind, id), entry)| {
            let is_left_out = playbook.leaves_out(entry);
            ((*kind, id.as_str()), Named { key, is_left_out, is_mentioned: false })
        });
        Self(entries.collect())
    }

    /// What no other published page names.
    fn unnamed(&self) -> BTreeSet<EntryKey> {
        let unnamed = self.0.values().filter(|named| !named.is_mentioned);
        unnamed.map(|named| named.key.clone()).collect()
    }
}

/// The places that name something which is not there. They are told of together, since each says who else does.
#[derive(Default)]
struct Missing<'a>(BTreeMap<(Kind, &'a str), Vec<&'a Span>>);

/// Checks every reference of the book, and gives what nothing refers to.
pub(super) fn references(playbook: &Playbook, notes: &mut Vec<Diagnostic>) -> BTreeSet<EntryKey> {
    let mut index = Index::new(playbook);
    let mut missing = Missing::default();
    for mentions in playbook.mentions() {
        check(playbook, &mut index, mentions, &mut missing, notes);
    }
    missing.tell(playbook, notes);
    topics(playbook, notes);
    index.unnamed()
}

fn check<'a>(
    playbook: &'a Playbook,
    index: &mut Index<'a>,
    mentions: &'a Mentions,
    missing: &mut Missing<'a>,
    notes: &mut Vec<Diagnostic>,
) {
    for (kind, reference) in &mentions.references {
        let span = || reference.span.clone();
        if mentions.is_of(*kind, &reference.value) {
            notes.push(names_itself(span(), kind.name()));
            continue;
        }
        if let Some(named) = index.0.get_mut(&(*kind, reference.value.as_str())) {
            named.mention(mentions, (*kind, reference), notes);
            continue;
        }
        // A guide is named without its folder where no other has its name.
        let id = match playbook.called(*kind, &reference.value) {
            [] => &*reference.value,
            [one] if mentions.is_of(*kind, one.as_str()) => {
                notes.push(names_itself(span(), kind.name()));
                continue;
            }
            [one] => one.as_str(),
            several => {
                notes.push(name_of_several(span(), kind.name(), &reference.value, &ids(several)));
                continue;
            }
        };
        match index.0.get_mut(&(*kind, id)) {
            Some(named) => named.mention(mentions, (*kind, reference), notes),
            None if playbook.broken.has(*kind, &reference.value) => {}
            None => {
                let places = missing.0.entry((*kind, &reference.value));
                places.or_default().push(&reference.span);
            }
        }
    }
}

fn ids(all: &[Slug]) -> Vec<String> {
    all.iter().map(Slug::to_string).collect()
}

/// Checks that the book has every topic that its files carry, where it says which there are.
fn topics(playbook: &Playbook, notes: &mut Vec<Diagnostic>) {
    let topics = &playbook.book.topics;
    if topics.is_empty() {
        return;
    }
    let known = Names::of(topics.keys().map(String::as_str));
    let carried = playbook.mentions().flat_map(|mentions| &mentions.topics);
    let unknown = carried.filter(|topic| !topics.contains_key(&topic.value));
    notes.extend(
        unknown.map(|topic| dangling_reference(topic.span.clone(), "topic", &topic.value, &known)),
    );
}

/// Checks that the book has every folder and every topic for which it says who answers.
pub(super) fn assigned(playbook: &Playbook, notes: &mut Vec<Diagnostic>) {
    let book = &playbook.book;
    let mut assigned = book.owners.iter().chain(&book.reviewers).peekable();
    if assigned.peek().is_none() {
        return;
    }
    let mut known: BTreeSet<String> = book.topics.keys().cloned().collect();
    for entry in playbook.entries.values() {
        known.extend(entry.page().folders().map(str::to_owned));
        known.extend(entry.mentions.topics.iter().map(|topic| topic.value.clone()));
    }
    let names = Names::of(known.iter().map(String::as_str));
    let unknown = assigned.filter(|one| !known.contains(&one.of.value));
    notes.extend(unknown.map(|one| {
        dangling_reference(one.of.span.clone(), "folder or topic", &one.of.value, &names)
    }));
}

/// Checks that every page is there that a query must find. Whether it is found is asked of the index, which takes
/// longer.
pub(super) fn queries(playbook: &Playbook, notes: &mut Vec<Diagnostic>) {
    let addresses = || playbook.entries.values().map(|entry| entry.head.stem.as_str());
    let mut names = None;
    for (page, _) in &playbook.queries {
        let span = page.span.clone();
        match playbook.at(&page.value) {
            Some(entry) if playbook.leaves_out(entry) => {
                notes.push(reference_to_draft(span, "page", &page.value));
            }
            Some(_) => {}
            None if playbook.broken.has_at(&page.value) => {}
            None if TOOLS
                .iter()
                .any(|tool| tool.stem() == page.value && playbook.book.has_part(tool)) => {}
            None => {
                let names = names.get_or_insert_with(|| Names::of(addresses()));
                notes.push(dangling_reference(span, "page", &page.value, names));
            }
        }
    }
}

/// How many other places a diagnostic names.
const MOST: usize = 3;

impl Missing<'_> {
    fn tell(&self, playbook: &Playbook, notes: &mut Vec<Diagnostic>) {
        let mut all: BTreeMap<Kind, Names> = BTreeMap::new();
        for ((kind, id), places) in &self.0 {
            let ids = all.entry(*kind).or_insert_with(|| Names::of(playbook.ids(*kind)));
            // `delivery-plan.yaml` and `Delivery plan` are very likely `delivery-plan`.
            let path = SitePath::made((*id).to_owned());
            let is_file = path.ending() == kind.extension();
            let meant = slug(if is_file { path.short_name() } else { path.name() });
            let meant = playbook.get(*kind, &meant).is_some().then_some(meant);
            for place in places {
                let span = Span::clone(place);
                let note = if ids.all().is_empty() {
                    let file = format!("content/{}/{id}.{}", kind.folder(), kind.extension());
                    nothing_of_its_kind(span, kind.name(), id, &file)
                } else {
                    dangling_reference(span, kind.name(), id, ids)
                };
                let meant = meant.as_ref().map(|meant| format!("did you mean `{meant}`?"));
                notes.push(note.maybe_help(meant).and_help(&others(place, places)));
            }
        }
    }
}

/// Who else names it, as in `content/scenarios/a.yaml:7 names it too`; empty when nobody does.
fn others(here: &Span, places: &[&Span]) -> String {
    let others = places.iter().filter(|place| !std::ptr::eq(**place, here));
    let named: Vec<String> = others
        .take(MOST)
        .map(|place| format!("`{}:{}`", place.source().path(), place.line_and_column().0))
        .collect();
    let more = places.len() - 1 - named.len();
    match &named[..] {
        [] => String::new(),
        [one] => format!("{one} names it too"),
        few if more == 0 => format!("{} name it too", few.join(", ")),
        few => format!("{} and {more} more name it too", few.join(", ")),
    }
}
