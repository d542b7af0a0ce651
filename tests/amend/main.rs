//! One value of a file is written anew: exactly so, and nothing else changes.

mod cases;
mod files;
mod groups;
mod guides;
mod journal;
mod killed;
mod lists;
mod random;
mod settings;

use std::sync::Arc;

use twohats::amend::{Change, Place, Refusal, Signs, Value, amend};
use twohats::edit::apply;
use twohats::load::File;
use twohats::model::Kind;
use twohats::source::Source;

const SCENARIO: File = File::Content(Kind::Scenario);
const TEMPLATE: File = File::Content(Kind::Template);
const GUIDE: File = File::Content(Kind::Guide);

/// What becomes of the bytes of a file.
fn changed(disk: &str, file: File, changes: &[Change], signs: Signs) -> Result<String, Refusal> {
    let source = Arc::new(Source::new("content/a.yaml", disk));
    let amended = amend(&source, file, changes, signs)?;
    let edits: Vec<_> = amended.edits.iter().collect();
    let after = apply(disk, &edits).expect("the edits are of this file");
    assert_eq!(Source::new("a", &after).text(), amended.source.text(), "{changes:?}");
    Ok(after)
}

/// What becomes of the bytes of a file that is changed without fault.
#[track_caller]
fn made(disk: &str, file: File, change: Change) -> String {
    match changed(disk, file, &[change], Signs::TakenOut) {
        Ok(after) => after,
        Err(refusal) => panic!("{refusal}\n{disk}"),
    }
}

fn set(place: &str, text: &str) -> Change {
    Change::Set(Place::from(place), text.to_owned())
}

fn insert(list: &str, at: usize, value: Value) -> Change {
    Change::Insert { list: Place::from(list), at, value }
}

fn remove(place: &str) -> Change {
    Change::Remove(Place::from(place))
}

fn shift(list: &str, from: usize, to: usize) -> Change {
    Change::Move { list: Place::from(list), from, to }
}

fn group(entries: &[(&str, &str)]) -> Value {
    let entry = |(name, text): &(&str, &str)| ((*name).to_owned(), Value::from(*text));
    Value::Map(entries.iter().map(entry).collect())
}
