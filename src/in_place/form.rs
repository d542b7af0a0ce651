//! All fields of a file in their order, and what is told with them. It must not know how a field looks.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use crate::amend::{Refusal, Step, body, values};
use crate::diagnostic::{Diagnostic, mended};
use crate::edit::{Edit, mark};
use crate::load::File;
use crate::render::traces;
use crate::schema::Shape;
use crate::source::{Source, Span};

use super::field::Field;

/// A file as its author writes it.
#[derive(Serialize)]
pub struct Form {
    /// The path of the file from the project's root.
    pub file: String,
    /// What it is, as on the command line.
    pub kind: &'static str,
    /// The mark of all that stands in it.
    pub hash: String,
    /// In the order of the file: groups before their keys, lists before their items; what is not there where it would be.
    fields: Vec<Field>,
    /// What is wrong with the file.
    faults: Vec<Fault>,
    /// The page with signs round every text of the file.
    page: Option<String>,
}

/// Something that is wrong with the file.
#[derive(Serialize)]
struct Fault {
    rule: &'static str,
    severity: &'static str,
    /// The field that it is about.
    key: Option<String>,
    line: usize,
    message: String,
    help: Option<String>,
    mend: Option<Mend>,
}

/// What would mend it.
#[derive(Serialize)]
struct Mend {
    name: String,
    label: String,
}

/// Lists a file of this kind. `page` is the page that was made of it, traced; `notes` are all that are told of the book, and
/// `name` says by which name a fix is asked for.
///
/// # Errors
/// When the file cannot be read.
pub fn form(
    source: &Arc<Source>,
    file: File,
    page: Option<String>,
    notes: &[Diagnostic],
    name: impl Fn(&Edit) -> String,
) -> Result<Form, Refusal> {
    let mut fields = Vec::new();
    let mut shapes: BTreeMap<String, Shape> = BTreeMap::new();
    for listed in values(source, file)? {
        let list = listed.place.parent().filter(|(_, step)| matches!(step, Step::Item(_)));
        let list = list.and_then(|(list, _)| shapes.get(&list.to_string()).copied());
        shapes.insert(listed.place.to_string(), listed.shape);
        fields.push(Field::new(listed, list.as_ref()));
    }
    fields.extend(body(source, file).map(|range| Field::body(Span::new(source, range))));
    let places = Places::of(&fields);
    for at in page.iter().flat_map(|page| traces(page)) {
        if let Some(found) = places.at(at) {
            fields[found].mark = Some(at);
        }
    }
    let known: HashSet<&str> = fields.iter().map(|field| field.key.as_str()).collect();
    let notes = notes.iter().filter(|note| note.span.source().path() == source.path());
    let faults = notes.map(|note| {
        let near = || places.at(note.span.range().start).map(|found| fields[found].key.as_str());
        let named = known.get(note.key.as_str()).copied().filter(|key| !key.is_empty());
        let fix = note.fix.as_ref();
        Fault {
            rule: note.rule.name,
            severity: note.severity().name(),
            key: named.or_else(near).map(str::to_owned),
            line: note.span.line_and_column().0,
            message: note.message.clone(),
            help: note.help.clone(),
            mend: fix.map(|fix| Mend { name: name(fix), label: mended(fix) }),
        }
    });
    let faults = faults.collect();
    let (path, kind) = (source.path().to_owned(), file.name());
    Ok(Form { file: path, kind, hash: mark(source.text().as_bytes()), fields, faults, page })
}

/// Where the texts of a file begin and end, and which fields they are; in the order of the file. No text is in another.
struct Places(Vec<(Range<usize>, usize)>);

impl Places {
    fn of(fields: &[Field]) -> Self {
        let texts = fields.iter().enumerate().filter(|(_, field)| field.text.is_some());
        let places = texts.filter_map(|(at, field)| Some((field.span.as_ref()?.range(), at)));
        let mut places: Vec<_> = places.collect();
        places.sort_by_key(|(range, _)| range.start);
        Self(places)
    }

    /// The field whose text holds a byte of the file, or ends just before it.
    fn at(&self, byte: usize) -> Option<usize> {
        let behind = self.0.partition_point(|(range, _)| range.start <= byte);
        let (range, field) = self.0.get(behind.checked_sub(1)?)?;
        (byte <= range.end).then_some(*field)
    }
}
