//! One field of a template, or one column of a table: the keys that all of them have, and how they are read.

use crate::markdown::slug;
use crate::model::{Field, FieldKind};
use crate::schema::{Key, Keys, Line, Map, Text, Texts, YesNo};
use crate::source::Spanned;
use crate::tree;

use super::entry_reader::EntryReader;
use super::example::example;
use super::old_ids::old_ids;

/// One type of field.
#[derive(Debug)]
pub struct FieldType {
    /// Its keys: the first is the type with the label, then come its own, then an example, then what all have.
    pub map: Map,
    /// Whether a column of a table may be one.
    pub in_tables: bool,
    /// Whether the next copy starts with the answer: what is said about people and work goes on, what was found this
    /// time does not.
    pub goes_on: bool,
    /// What it is called in other tools.
    pub elsewhere: &'static [&'static str],
    /// Reads what is its own. The text is the label.
    pub read: Read,
}

type Read = fn(&mut EntryReader<'_>, &mut Keys<'_, '_>, &tree::Text) -> Option<FieldKind>;

/// What a field can be where it stands.
pub(super) struct Among {
    pub types: &'static [FieldType],
    /// Whether it is a column of a table.
    pub is_column: bool,
}

impl Among {
    fn types(&self) -> impl Iterator<Item = &'static FieldType> {
        self.types.iter().filter(|one| one.in_tables || !self.is_column)
    }
}

/// What every type may have.
pub(super) const COMMON: &[Key] = &[HINT.any(), NEEDED.any(), CARRY.any(), ID.any(), WAS.any()];

const HINT: Key<Line> = Key::new(
    "hint",
    "A short word of help under the label.",
    "hint: Two or three things, in the words of the person who asked.",
);

const NEEDED: Key<YesNo> = Key::new(
    "needed",
    "`yes` when “still empty” is worth a gentle word. It never stops anybody.",
    "needed: yes",
);

const CARRY: Key<YesNo> = Key::new(
    "carry",
    "Whether the next copy starts with this answer. Words, people, choices and tables do, the rest does not.",
    "carry: no",
);

const ID: Key<Text> = Key::new(
    "id",
    "The name under which answers are kept. Without it, it is made from the label: `Cost in days` is `cost-in-days`.",
    "id: cost",
);

const WAS: Key<Texts> = Key::new(
    "was",
    "The ids that the field had before, so that answers which readers keep are found. `twohats check` tells when it is needed.",
    "was: days",
);

/// The key that is a field's type, with the label behind it.
pub(super) const fn label(
    name: &'static str,
    about: &'static str,
    example: &'static str,
) -> Key<Text> {
    Key::new(name, about, example).needed().help(LABEL_HELP)
}

/// What to do about a type without a label.
pub(super) const LABEL_HELP: &str =
    "write the field's label after its type, as in `- text: Release`";

impl FieldType {
    /// The key that a field of this type starts with.
    #[must_use]
    pub fn label(&self) -> &'static Key {
        &self.map.keys[0][0]
    }
}

/// Reads a field. `number` is its place among the others, from 1: headings and notes are called by it.
pub(super) fn field(
    reader: &mut EntryReader<'_>,
    keys: &mut Keys<'_, '_>,
    among: &Among,
    number: usize,
) -> Option<Field> {
    let field = whole_field(reader, keys, among, number);
    if field.is_none() {
        keys.let_stand(besides_labels(among));
    }
    field
}

/// Which keys may stand in a field depends on its type. When it cannot be read, none of them is a fault of its own.
fn besides_labels(among: &Among) -> impl Iterator<Item = &'static Key> {
    among.types.iter().flat_map(|one| one.map.all().skip(1))
}

fn whole_field(
    reader: &mut EntryReader<'_>,
    keys: &mut Keys<'_, '_>,
    among: &Among,
    number: usize,
) -> Option<Field> {
    let one = field_type(keys, among)?;
    keys.declare(&one.map);
    let name = one.map.name;
    let label = keys.text(&label(name, one.map.about, one.label().example))?;
    let id = keys.text(&ID).map(|id| Spanned::new(slug(&id.text), id.span));
    let was = old_ids(keys, &WAS);
    let hint = reader.line(keys, &HINT);
    let needed = keys.yes(&NEEDED).unwrap_or_default();
    // A row goes on as a whole.
    let carry = keys.yes(&CARRY).unwrap_or(among.is_column || one.goes_on);
    let kind = (one.read)(reader, keys, &label)?;
    debug_assert_eq!(kind.name(), name, "a type is called as its key");
    let example = example(keys, &kind);
    let by_label = || {
        let is_silent = matches!(kind, FieldKind::Heading | FieldKind::Note(_));
        let id = if is_silent { String::new() } else { slug(&label.text) };
        Spanned::new(id, label.span.clone())
    };
    let mut id = id.unwrap_or_else(by_label);
    if id.value.is_empty() {
        // A label without a letter or digit gives no id of its own.
        id.value = format!("{name}-{number}");
    }
    let label = Spanned::new(label.text.trim().to_owned(), label.span);
    Some(Field { id, was, label, hint, example, needed, carry, kind, borrowed: Vec::new() })
}

/// The type with which a field starts.
fn field_type(keys: &mut Keys<'_, '_>, among: &Among) -> Option<&'static FieldType> {
    let types = || among.types();
    let names: Vec<&'static str> = types().map(|one| one.map.name).collect();
    if let Some((name, _)) = keys.first_of(&names) {
        return types().find(|one| one.map.name == name);
    }
    keys.let_stand(besides_labels(among));
    let called_elsewhere = |word: &str| {
        let word = word.to_lowercase();
        Some(types().find(|one| one.elsewhere.contains(&word.as_str()))?.map.name)
    };
    if keys.none_of(&names, called_elsewhere).is_none() {
        let help = format!(
            "start it with its type and its label, as in `- text: Release`; the types are {}",
            names.join(", ")
        );
        keys.missing(&names, &help);
    }
    None
}
