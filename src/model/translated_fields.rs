//! The fields of a translated template: their words are its own, their ids, types and functions are the
//! original's, found by their place, so that readers' answers go with them from language to language.

use std::collections::BTreeSet;

use crate::diagnostic::plural;
use crate::source::Span;

use super::field::{Example, Field, FieldKind, Item};
use super::overlay::{Difference, Overlay};

/// Lays the words of translated fields over those of the original.
pub(super) fn fields(over: &mut Overlay<'_>, words: &mut [Field], own: &[Field]) {
    if own.is_empty() {
        return words.iter_mut().for_each(|words| {
            let own = words.left_out();
            words.borrowed.push("label");
            field(over, words, &own);
        });
    }
    if let Some(difference) = number(words, own) {
        return over.differences.push(difference);
    }
    let original = words.to_vec();
    for (words, own) in words.iter_mut().zip(own) {
        field(over, words, own);
    }
    filters(words, &original);
}

/// Lets every option of the same template in several languages know its words in the others, so that an
/// answer is known in all of them.
pub fn share_options(templates: &mut [&mut Vec<Field>]) {
    let words = |items: &mut Vec<Item>| items.iter().map(|item| item.value.clone()).collect();
    let all: Vec<Vec<Vec<String>>> =
        templates.iter_mut().map(|fields| lists(fields).into_iter().map(words).collect()).collect();
    for fields in templates {
        for (list, items) in lists(fields).into_iter().enumerate() {
            for (at, item) in items.iter_mut().enumerate() {
                let same = all.iter().filter_map(|lists| lists.get(list)?.get(at));
                let others: BTreeSet<&String> = same.filter(|one| **one != item.value).collect();
                item.also = others.into_iter().cloned().collect();
            }
        }
    }
}

/// Every list of options, in the order of the fields.
fn lists(fields: &mut [Field]) -> Vec<&mut Vec<Item>> {
    let lists = fields.iter_mut().flat_map(|field| match &mut field.kind {
        FieldKind::Choice { options: items }
        | FieldKind::Choices { options: items }
        | FieldKind::Ticks { items } => vec![items],
        FieldKind::Table { columns, .. } => lists(columns),
        FieldKind::Text { .. }
        | FieldKind::Long
        | FieldKind::Number { .. }
        | FieldKind::Date
        | FieldKind::Tick
        | FieldKind::Rating { .. }
        | FieldKind::Person
        | FieldKind::Computed(_)
        | FieldKind::Heading
        | FieldKind::Note(_) => Vec::new(),
    });
    lists.collect()
}

/// Whether there are more fields, or fewer.
fn number(words: &[Field], own: &[Field]) -> Option<Difference> {
    let place = |fields: &[Field], other: &[Field]| -> Option<Span> {
        Some(fields.get(other.len()).or(fields.last())?.id.span.clone())
    };
    let differs = words.len() != own.len();
    let (here, there) = place(own, words).zip(place(words, own)).filter(|_| differs)?;
    Some(Difference {
        here,
        there,
        is: counted(own.len(), "field"),
        was: counted(words.len(), "field"),
    })
}

fn field(over: &mut Overlay<'_>, words: &mut Field, own: &Field) {
    let original = words.clone();
    over.count(1, usize::from(!words.borrowed.contains(&"label")));
    let Field { label, hint, example, borrowed, kind, id: _, was: _, needed: _, carry: _ } = words;
    label.clone_from(&own.label);
    over.maybe(hint, own.hint.as_ref());
    let mut borrow = Borrow { over, borrowed };
    match (&mut *kind, &own.kind) {
        (FieldKind::Number { unit }, FieldKind::Number { unit: own }) => {
            borrow.maybe("unit", unit, own.as_ref());
        }
        (FieldKind::Rating { low, high }, FieldKind::Rating { low: own_low, high: own_high }) => {
            borrow.maybe("low", low, own_low.as_ref());
            borrow.maybe("high", high, own_high.as_ref());
        }
        (FieldKind::Note(words), FieldKind::Note(own)) => borrow.over.one(words, Some(own)),
        (FieldKind::Table { columns, rows: _ }, FieldKind::Table { columns: own, rows: _ }) => {
            fields(borrow.over, columns, own);
        }
        (FieldKind::Choice { options: words }, FieldKind::Choice { options: items })
        | (FieldKind::Choices { options: words }, FieldKind::Choices { options: items })
        | (FieldKind::Ticks { items: words }, FieldKind::Ticks { items }) => {
            let (is, was) = (counted(items.len(), "option"), counted(words.len(), "option"));
            if is != was && !items.is_empty() {
                borrow.over.differences.push(difference(own, &original, is, was));
            }
            let told = borrow.over.cut.len();
            borrow.over.list(words, items);
            // That there are fewer options is told as a difference.
            borrow.over.cut.truncate(told);
        }
        (FieldKind::Text { max: _ }, FieldKind::Text { max: _ })
        | (FieldKind::Long, FieldKind::Long)
        | (FieldKind::Date, FieldKind::Date)
        | (FieldKind::Tick, FieldKind::Tick)
        | (FieldKind::Person, FieldKind::Person)
        | (FieldKind::Computed(_), FieldKind::Computed(_))
        | (FieldKind::Heading, FieldKind::Heading) => {}
        (
            words @ (FieldKind::Text { .. }
            | FieldKind::Long
            | FieldKind::Number { .. }
            | FieldKind::Date
            | FieldKind::Choice { .. }
            | FieldKind::Choices { .. }
            | FieldKind::Tick
            | FieldKind::Ticks { .. }
            | FieldKind::Rating { .. }
            | FieldKind::Person
            | FieldKind::Table { .. }
            | FieldKind::Computed(_)
            | FieldKind::Heading
            | FieldKind::Note(_)),
            kind,
        ) => {
            let [is, was] = [kind.name(), words.name()].map(|name| format!("a field `{name}`"));
            borrow.over.differences.push(difference(own, &original, is, was));
        }
    }
    if kind.holds_words() {
        borrow.maybe("example", example, own.example.as_ref());
    } else {
        // A number, a date or a tick is the same in all languages, and an option is said by its place.
        *example = own.example.clone().or(example.take());
    }
    if own.example.is_none() {
        chosen(words, &original);
    }
}

fn difference(own: &Field, original: &Field, is: String, was: String) -> Difference {
    Difference { here: own.id.span.clone(), there: original.id.span.clone(), is, was }
}

/// Words that are taken from the original and are no prose: the field remembers which.
struct Borrow<'a, 'o> {
    over: &'a mut Overlay<'o>,
    borrowed: &'a mut Vec<&'static str>,
}

impl Borrow<'_, '_> {
    fn maybe<T: Clone>(&mut self, key: &'static str, words: &mut Option<T>, own: Option<&T>) {
        if words.is_some() {
            self.over.count(1, usize::from(own.is_some()));
            if own.is_none() {
                self.borrowed.push(key);
            }
        }
        if own.is_some() {
            *words = own.cloned();
        }
    }
}

/// An example says options in the words that they have here.
fn chosen(field: &mut Field, original: &Field) {
    let Field { example, kind, .. } = field;
    match example {
        Some(Example::One(text)) => *text = same(text, &original.kind, kind),
        Some(Example::Several(texts)) => {
            for text in texts {
                *text = same(text, &original.kind, kind);
            }
        }
        Some(Example::Rows(rows)) => {
            let FieldKind::Table { columns, .. } = kind else { return };
            for row in rows {
                let columns = original.columns().iter().zip(&*columns);
                for (cell, (was, is)) in row.iter_mut().zip(columns) {
                    *cell = same(cell, &was.kind, &is.kind);
                }
            }
        }
        None => {}
    }
}

/// A filter names options in the words that they have here.
fn filters(fields: &mut [Field], original: &[Field]) {
    let tables: Vec<(String, Vec<Field>)> =
        fields.iter().map(|field| (field.id.value.clone(), field.columns().to_vec())).collect();
    for field in fields {
        let FieldKind::Computed(computed) = &mut field.kind else { continue };
        let Some(of) = computed.function.of() else { continue };
        let table = of.split('.').next().unwrap_or_default();
        let at = tables.iter().position(|(id, _)| id == table);
        let Some((was, is)) = at.map(|at| (original[at].columns(), &tables[at].1)) else {
            continue;
        };
        for (column, value) in &mut computed.filter {
            let pair = was.iter().zip(is).find(|(was, _)| was.id.value == column.value);
            if let Some((was, is)) = pair {
                value.value = same(&value.value, &was.kind, &is.kind);
            }
        }
    }
}

/// An option in other words; any other text as it is.
fn same(text: &str, was: &FieldKind, is: &FieldKind) -> String {
    let at = was.items().and_then(|items| items.iter().position(|item| item.value == text));
    let item = at.zip(is.items()).and_then(|(at, items)| items.get(at));
    item.map_or_else(|| text.to_owned(), |item: &Item| item.value.clone())
}

/// `1 field`, `2 fields`.
fn counted(number: usize, word: &str) -> String {
    format!("{number} {}", plural(number, word))
}
