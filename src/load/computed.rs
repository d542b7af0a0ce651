//! A computed field: its keys, one function of a closed list, and how they are read.

use crate::diagnostic::rules::wrong_type::wrong_type;
use crate::markdown::composed;
use crate::model::{Computed, Function, Id};
use crate::schema::{FieldId, Group, Key, Keys, Named};
use crate::source::Spanned;
use crate::tree::{Text, Value};

/// The keys of a computed field.
pub(super) const KEYS: &[Key] =
    &[COUNT.any(), SUM.any(), PERCENT.any(), TICKED.any(), DAYS_AFTER.any(), WHERE.any()];

/// Those that say how it is worked out.
pub(super) const FUNCTIONS: &[&str] =
    &[COUNT.name, SUM.name, PERCENT.name, TICKED.name, DAYS_AFTER.name];

/// What to do where a function is named and nothing else.
const NAME_A_FIELD: &str = "name a field, or a table's column as in `requests.cost-in-days`";

const COUNT: Key<FieldId> =
    Key::new("count", "How many rows of a table are filled.", "count: requests").help(NAME_A_FIELD);

pub(super) const SUM: Key<FieldId> =
    Key::new("sum", "The sum of a column, or a number.", "sum: requests.cost-in-days")
        .help(NAME_A_FIELD);

const PERCENT: Key<Group> = Key::group(
    "percent",
    &percent::KEYS,
    "One number as a part of another.",
    "percent: {of: done, in: planned}",
);

pub(super) const TICKED: Key<FieldId> =
    Key::new("ticked", "How many lines of a list are ticked.", "ticked: before-each-review")
        .help(NAME_A_FIELD);

const DAYS_AFTER: Key<Group> = Key::group(
    "days_after",
    &days_after::KEYS,
    "A day so many days after another.",
    "days_after: {date: start, days: 7}",
);

pub(super) const WHERE: Key<Named> =
    Key::new("where", "Only rows whose columns have these values.", "where: {decision: In}");

/// One number as a part of another.
mod percent {
    use crate::schema::{FieldId, Key, Map};

    pub(super) static KEYS: Map =
        Map::new("percent", "One number as a part of another.", &[&[OF.any(), IN.any()]]);

    pub(crate) const OF: Key<FieldId> =
        Key::new("of", "The field that holds the part.", "of: done").needed();

    pub(crate) const IN: Key<FieldId> =
        Key::new("in", "The field that holds the whole.", "in: planned").needed();
}

/// A day so many days after another.
pub(super) mod days_after {
    use crate::schema::{FieldId, Key, Map, Number};

    pub(super) static KEYS: Map =
        Map::new("days_after", "A day so many days after another.", &[&[DATE.any(), DAYS.any()]]);

    pub(crate) const DATE: Key<FieldId> =
        Key::new("date", "The date field to count from.", "date: start").needed();

    pub(crate) const DAYS: Key<Number> =
        Key::new("days", "How many days later.", "days: 7").needed();
}

/// Reads the function of a computed field, and its filter.
pub(super) fn computed(keys: &mut Keys<'_, '_>) -> Option<Computed> {
    let names: Vec<String> = FUNCTIONS.iter().map(|name| format!("`{name}`")).collect();
    let found = keys.one_of(&format!("say how it is worked out: {}", names.join(", ")));
    let filter = filter(keys);
    let function = match found?.0 {
        name if name == COUNT.name => Function::Count(id(keys, &COUNT.needed())?),
        name if name == SUM.name => Function::Sum(id(keys, &SUM.needed())?),
        name if name == TICKED.name => Function::Ticked(id(keys, &TICKED.needed())?),
        name if name == PERCENT.name => keys.group(&PERCENT.needed(), |keys| {
            let (of, within) = (id(keys, &percent::OF), id(keys, &percent::IN));
            Some(Function::Percent { of: of?, within: within? })
        })?,
        _ => keys.group(&DAYS_AFTER.needed(), |keys| {
            let date = id(keys, &days_after::DATE);
            let days = keys.number(&days_after::DAYS);
            Some(Function::DaysAfter { date: date?, days: days? })
        })?,
    };
    Some(Computed { function, filter })
}

fn spanned(text: Text) -> Spanned<String> {
    Spanned::new(composed(&text.text).into_owned(), text.span)
}

fn id(keys: &mut Keys<'_, '_>, key: &Key<FieldId>) -> Option<Spanned<Id>> {
    keys.text(key).map(spanned)
}

fn filter(keys: &mut Keys<'_, '_>) -> Vec<(Spanned<Id>, Spanned<String>)> {
    let filter = keys.own(&WHERE, |columns| {
        let mut pairs = Vec::new();
        for (key, node) in columns.rest() {
            match &node.value {
                Value::Text(text) => pairs.push((
                    Spanned::new(composed(&key.name).into_owned(), key.span.clone()),
                    spanned(text.clone()),
                )),
                Value::List(_) | Value::Map(_) => {
                    let path = columns.path(&key.name);
                    let help = "write one value of that column";
                    let (span, shape) = (node.span.clone(), node.shape());
                    columns.note(wrong_type(span, &key.name, "a text", shape, path, help));
                }
            }
        }
        pairs
    });
    filter.unwrap_or_default()
}
