//! The file of the first page: its keys, and how they are read.

use std::sync::Arc;

use crate::diagnostic::rules::git_conflict::git_conflicts;
use crate::diagnostic::rules::missing_field;
use crate::diagnostic::{Diagnostic, Noted};
use crate::markdown::composed;
use crate::model::{
    Before, Counterpart, Grouped, Home, HomeGroup, HomeText, Id, Kind, Mentions, Moment, Reference,
};
use crate::schema::{Group, Groups, Ids, Key, Keys, Map, Named, OneOf, Text, Texts};
use crate::source::{Source, Spanned};
use crate::tree::{self, parse_yaml};

use super::placeholder;

pub(super) static KEYS: Map = Map::new(
    "first page",
    "The first page, where a book writes its own. What is left out is made of the rest of the book.",
    &[&[
        TITLE.any(),
        SUMMARY.any(),
        SAYINGS.any(),
        MOMENT.any(),
        GROUPS.any(),
        BEFORE.any(),
        SHEETS.any(),
    ]],
);

const TITLE: Key<Text> = Key::new(
    "title",
    "What it asks above the field for a reader’s own words.",
    "title: What is happening?",
);

const SUMMARY: Key<Text> = Key::new(
    "summary",
    "What the book gives, in one or two sentences. Without it, they are the `description` of `book.toml`.",
    "summary: Find your situation, and read what a leader says beside what a manager says.",
);

const SAYINGS: Key<Named> = Key::new(
    "sayings",
    "What people say when they come here: the file’s name of a situation, and the words that lead to it. Three have room.",
    "sayings:\n  scope-creep: they keep adding things\n  process-rollout: nobody uses the new way",
);

const MOMENT: Key<Group> = Key::group(
    "moment",
    &MOMENT_KEYS,
    "The book in one look: one situation, and a sentence of each hat.",
    "moment:\n  scenario: scope-creep\n  leader: What has to work on the first morning?\n  manager: These four items are what we open with.",
);

static MOMENT_KEYS: Map = Map::new(
    "moment",
    "One situation, and a sentence of each hat.",
    &[&[SCENARIO.any(), LEADER.any(), MANAGER.any()]],
);

const SCENARIO: Key<Text> =
    Key::new("scenario", "The situation, by its file’s name.", "scenario: scope-creep").needed();

const LEADER: Key<Text> = Key::new(
    "leader",
    "A sentence that the leader says there.",
    "leader: What has to work on the first morning?",
)
.needed();

const MANAGER: Key<Text> = Key::new(
    "manager",
    "A sentence that the manager says there.",
    "manager: These four items are what we open with.",
)
.needed();

const GROUPS: Key<Groups> = Key::groups(
    "groups",
    &GROUP_KEYS,
    "The groups of situations, in their order, on the first page and in lists. Situations in none of them come last.",
    "groups:\n  - with: person\n    title: With one of your people\n  - with: team",
);

static GROUP_KEYS: Map = Map::new(
    "group",
    "Situations that stand together: all that are with somebody, or those that are named.",
    &[&[WITH.any(), SCENARIOS.any(), GROUP_TITLE.any()]],
)
.one_of(&[WITH.name, SCENARIOS.name]);

const WITH: Key<OneOf<Counterpart>> =
    Key::word("with", "All situations that are with somebody.", "with: person");

const SCENARIOS: Key<Ids> = Key::ids(
    "scenarios",
    Kind::Scenario,
    "These situations, whomever they are with.",
    "scenarios: [scope-creep, process-rollout]",
);

const GROUP_TITLE: Key<Text> =
    Key::new("title", "What the group is called.", "title: With one of your people");

const BEFORE: Key<Group> = Key::group(
    "before",
    &BEFORE_KEYS,
    "What to do just before a hard talk.",
    "before:\n  steps:\n    - Which hat first? The road at the top says it.\n    - Read the first sentence aloud.",
);

static BEFORE_KEYS: Map = Map::new(
    "before",
    "What to do just before a hard talk.",
    &[&[BEFORE_TITLE.any(), STEPS.any(), GUIDE.any()]],
);

const BEFORE_TITLE: Key<Text> =
    Key::new("title", "What this part is called.", "title: Ten minutes before a hard talk");

const STEPS: Key<Texts> = Key::new(
    "steps",
    "What to do, a step a line. The first sentence of each stands out.",
    "steps:\n  - Which hat first? The road at the top says it.\n  - Read the first sentence aloud.",
);

const GUIDE: Key<Text> =
    Key::new("guide", "The guide that says more, by its file’s name.", "guide: start-here");

const SHEETS: Key<Ids> = Key::ids(
    "sheets",
    Kind::Template,
    "The sheets to have at hand; six have room. Without it, they are those that most situations name.",
    "sheets: [change-log]",
);

/// The first page as a book, or a translation of it, writes it.
pub(super) fn home(source: &Arc<Source>, is_translation: bool) -> Noted<Option<Home>> {
    let conflicts = source.conflicts();
    if !conflicts.is_empty() {
        return Noted::new(None, git_conflicts(source, &conflicts));
    }
    let Noted { value: root, mut notes } = parse_yaml(source);
    let root = root.filter(|root| !root.is_empty());
    let home = root.and_then(|root| {
        Keys::read(&root, &KEYS, String::new(), &mut notes, |keys| {
            placeholder::note(&root, keys.notes());
            Some(read(source, keys, is_translation))
        })
    });
    if is_translation {
        notes.retain(|note| !note.is_of(&missing_field::RULE) || is_hidden(note));
    }
    Noted::new(home, notes)
}

/// Whether the words that are missing are there, behind a `#`.
fn is_hidden(note: &Diagnostic) -> bool {
    note.span.source().text()[note.span.range()].starts_with('#')
}

fn read(source: &Arc<Source>, keys: &mut Keys<'_, '_>, is_translation: bool) -> Home {
    let mut mentions = Mentions::default();
    Home {
        source: Arc::clone(source),
        title: text(keys, &TITLE),
        summary: text(keys, &SUMMARY),
        sayings: keys.own(&SAYINGS, |keys| sayings(keys, &mut mentions)).unwrap_or_default(),
        moment: keys.group(&MOMENT, |keys| moment(keys, is_translation, &mut mentions)),
        groups: keys.groups(&GROUPS, |keys| group(keys, is_translation, &mut mentions)),
        before: keys.group(&BEFORE, |keys| Some(before(keys, &mut mentions))),
        sheets: ids(keys, &SHEETS, &mut mentions),
        mentions,
    }
}

fn text(keys: &mut Keys<'_, '_>, key: &Key<Text>) -> Option<HomeText> {
    keys.text(key).map(|text| HomeText::new(Spanned::new(text.text, text.span)))
}

/// The id of one thing of a kind.
fn id(keys: &mut Keys<'_, '_>, key: &Key<Text>, kind: Kind, mentions: &mut Mentions) -> Option<Id> {
    let text = keys.text(key)?;
    let id = composed(&text.text).into_owned();
    mentions.references.push((kind, Reference::new(id.clone(), text.span)));
    Some(id)
}

fn ids(keys: &mut Keys<'_, '_>, key: &Key<Ids>, mentions: &mut Mentions) -> Vec<Id> {
    let kind = key.of.0;
    let mut ids = Vec::new();
    for text in keys.texts(key) {
        let id = composed(&text.text).into_owned();
        ids.push(id.clone());
        mentions.references.push((kind, Reference::new(id, text.span)));
    }
    ids
}

fn sayings(keys: &mut Keys<'_, '_>, mentions: &mut Mentions) -> Vec<(Id, HomeText)> {
    let mut sayings = Vec::new();
    for (key, node) in keys.rest() {
        let path = keys.path(&key.name);
        if let Some(said) = tree::text(node, &key.name, || path.clone(), keys.notes()) {
            let id = composed(&key.name).into_owned();
            let reference = Reference::new(id.clone(), key.span.clone());
            mentions.references.push((Kind::Scenario, reference));
            sayings.push((id, HomeText::new(Spanned::new(said.text, said.span))));
        }
    }
    sayings
}

fn moment(
    keys: &mut Keys<'_, '_>,
    is_translation: bool,
    mentions: &mut Mentions,
) -> Option<Moment> {
    let scenario = id(keys, &SCENARIO, Kind::Scenario, mentions);
    let nothing = Spanned::new(String::new(), keys.span());
    let left_out = || is_translation.then(|| HomeText::new(nothing.clone()));
    let (leader, manager) = (text(keys, &LEADER), text(keys, &MANAGER));
    Some(Moment {
        scenario: scenario.or_else(|| is_translation.then(String::new))?,
        leader: leader.or_else(left_out)?,
        manager: manager.or_else(left_out)?,
    })
}

fn group(
    keys: &mut Keys<'_, '_>,
    is_translation: bool,
    mentions: &mut Mentions,
) -> Option<HomeGroup> {
    let found = keys.one_of("say which: `with: person`, or `scenarios:` and their files’ names");
    let title = text(keys, &GROUP_TITLE);
    let of = match found {
        Some((name, _)) if name == WITH.name => keys.word(&WITH).map(Grouped::With),
        Some(_) => Some(Grouped::Named(ids(keys, &SCENARIOS, mentions))),
        None => is_translation.then(|| Grouped::Named(Vec::new())),
    };
    Some(HomeGroup { title, of: of? })
}

fn before(keys: &mut Keys<'_, '_>, mentions: &mut Mentions) -> Before {
    let steps = keys.texts(&STEPS).into_iter();
    Before {
        title: text(keys, &BEFORE_TITLE),
        steps: steps.map(|text| HomeText::new(Spanned::new(text.text, text.span))).collect(),
        guide: id(keys, &GUIDE, Kind::Guide, mentions),
    }
}
