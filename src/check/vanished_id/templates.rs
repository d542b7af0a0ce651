//! The ids of templates and their fields, under which readers keep their answers.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::rules::vanished_id::{Vanished, vanished_field, vanished_template};
use crate::diagnostic::{Diagnostic, Names, Severity};
use crate::model::{Entry, Field, FieldKind, Kind, OneField, Playbook, Published, Template};
use crate::source::{Span, Spanned};

/// Compares what is there with what was published. Files with faults of their own are left out: what is
/// missing in them may be what could not be read.
pub(super) fn check(playbook: &Playbook, published: &Published, notes: &mut Vec<Diagnostic>) {
    let errors = notes.iter().filter(|note| note.severity() == Severity::Error);
    let faulty: BTreeSet<String> =
        errors.map(|note| note.span.source().path().to_owned()).collect();
    let templates = Templates::of(playbook, published);
    let is_faulty = faulty.iter().any(|path| Kind::Template.has_source(path));
    let retired = playbook.book.retired.iter().map(|one| one.value.as_str());
    let retired: BTreeSet<&str> = retired.collect();
    for (id, old) in &published.ids.templates {
        for name in [id].into_iter().chain(&old.was) {
            match templates.find(name) {
                Some((entry, _)) if faulty.contains(entry.head.source.path()) => {}
                Some((entry, template)) if name == id => {
                    let retired = template.retired.iter().map(|one| one.value.as_str()).collect();
                    let now = Now { entry, template, retired };
                    now.compare("", &old.fields, &template.fields, notes);
                }
                Some(_) => {}
                None if is_faulty || retired.contains(name.as_str()) => {}
                None => notes.push(no_template(&templates, (playbook, published), name)),
            }
        }
    }
}

/// The templates of a book, by what they are called and were called.
struct Templates<'p> {
    playbook: &'p Playbook,
    was: BTreeMap<&'p str, (&'p Entry, &'p Template)>,
    /// The ids that were not published before, one of which may have taken the place of one that is gone.
    new: Names,
}

impl<'p> Templates<'p> {
    fn of(playbook: &'p Playbook, published: &Published) -> Self {
        let all = playbook.entries.values().filter_map(|entry| Some((&**entry, entry.template()?)));
        let mut was = BTreeMap::new();
        for (entry, template) in all {
            for name in &template.was {
                was.entry(name.value.as_str()).or_insert((entry, template));
            }
        }
        let ids = playbook.ids(Kind::Template).into_iter();
        let new = ids.filter(|id| !published.ids.templates.contains_key(*id));
        Self { playbook, was, new: Names::of(new) }
    }

    /// The template that is called so, or was.
    fn find(&self, id: &str) -> Option<(&'p Entry, &'p Template)> {
        let of = |entry: &'p Entry| Some((entry, entry.template()?));
        let now = self.playbook.get(Kind::Template, id).and_then(of);
        now.or_else(|| self.was.get(id).copied())
    }

    /// The one that very likely took the place of one that is gone.
    fn heir(&self, id: &str) -> Option<(&'p Entry, &'p Template)> {
        let only = if let [only] = self.new.all() { Some(only.as_str()) } else { None };
        self.find(self.new.nearest(id).or(only)?)
    }
}

fn no_template(
    templates: &Templates<'_>,
    (playbook, published): (&Playbook, &Published),
    id: &str,
) -> Diagnostic {
    let retired: Vec<&str> =
        playbook.book.retired.iter().map(|one| one.value.as_str()).chain([id]).collect();
    let retired = format!("retired = {retired:?}");
    match templates.heir(id) {
        Some((entry, template)) => {
            let was = was(&template.was, id);
            let path = entry.head.source.path();
            vanished_template(entry.head.span(), id, Some((path, &was)), &retired)
        }
        None => {
            let at = published.source.text().find(&format!("\"{id}\"")).unwrap_or_default();
            let span = Span::new(&published.source, at..at + id.len() + 2);
            vanished_template(span, id, None, &retired)
        }
    }
}

/// A template as it is now.
struct Now<'p> {
    entry: &'p Entry,
    template: &'p Template,
    retired: BTreeSet<&'p str>,
}

impl Now<'_> {
    /// Compares fields, or the columns of `table`, which is empty or ends in a full stop.
    fn compare(&self, table: &str, old: &[OneField], new: &[Field], notes: &mut Vec<Diagnostic>) {
        let fields = Fields::of(old, new);
        let mut place = 0;
        for field in old {
            for id in field.ids() {
                let whole = format!("{table}{id}");
                if fields.holder(id).is_none() && !self.retired.contains(whole.as_str()) {
                    notes.push(self.vanished(&whole, id, fields.heir(&field.id, place)));
                }
            }
            place = fields.place(&field.id).map_or(place, |place| place + 1);
            let Some(now) = field.ids().find_map(|id| fields.holder(id)) else { continue };
            // What is no table any more keeps the old rows as text.
            if let FieldKind::Table { columns, .. } = &now.kind {
                self.compare(&format!("{}.", now.id.value), &field.columns, columns, notes);
            }
        }
    }

    fn vanished(&self, whole: &str, id: &str, heir: Option<&Field>) -> Diagnostic {
        let retired = &self.template.retired;
        let retired: Vec<&str> =
            retired.iter().map(|one| one.value.as_str()).chain([whole]).collect();
        let span = heir.map_or_else(|| self.entry.head.span(), |heir| heir.id.span.clone());
        vanished_field(
            span,
            &Vanished {
                template: self.entry.head.id.as_str(),
                id: whole,
                heir: heir.map(|heir| heir.label.value.as_str()),
                was: &was(heir.map_or(&[], |heir| heir.was.as_slice()), id),
                retired: &format!("retired: [{}]", retired.join(", ")),
            },
        )
    }
}

/// The line that adds an old id to those that are there.
fn was(there: &[Spanned<String>], id: &str) -> String {
    let all: Vec<&str> = there.iter().map(|one| one.value.as_str()).chain([id]).collect();
    match all[..] {
        [one] => format!("was: {one}"),
        _ => format!("was: [{}]", all.join(", ")),
    }
}

/// The fields of a template, or the columns of a table, as they are now.
struct Fields<'f> {
    answered: Vec<&'f Field>,
    /// Where each stands, by its id.
    places: BTreeMap<&'f str, usize>,
    /// Where the one stands that has the answers of an id.
    holders: BTreeMap<&'f str, usize>,
    /// Those that were not there before.
    new: BTreeSet<usize>,
    new_ids: Names,
}

impl<'f> Fields<'f> {
    fn of(old: &[OneField], fields: &'f [Field]) -> Self {
        let answered = fields.iter().filter(|field| field.holds_an_answer());
        let answered: Vec<&Field> = answered.collect();
        let old: BTreeSet<&str> = old.iter().map(|one| one.id.as_str()).collect();
        let (mut places, mut holders) = (BTreeMap::new(), BTreeMap::new());
        let mut new = BTreeSet::new();
        for (at, field) in answered.iter().enumerate() {
            let was = field.was.iter().map(|was| was.value.as_str());
            places.entry(field.id.value.as_str()).or_insert(at);
            for id in [field.id.value.as_str()].into_iter().chain(was.clone()) {
                holders.entry(id).or_insert(at);
            }
            if !old.contains(field.id.value.as_str()) && !was.clone().any(|was| old.contains(was)) {
                new.insert(at);
            }
        }
        let new_ids = Names::of(new.iter().map(|at| answered[*at].id.value.as_str()));
        Self { answered, places, holders, new, new_ids }
    }

    /// The field that has the answers of an id now.
    fn holder(&self, id: &str) -> Option<&'f Field> {
        self.holders.get(id).map(|at| self.answered[*at])
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The new field that most likely replaced an old one: one of nearly the same id, the one that stands in its
    /// `place`, or the only one that is new.
    fn heir(&self, id: &str, place: usize) -> Option<&'f Field> {
        let near = self.new_ids.nearest(id).and_then(|near| self.place(near));
        let in_its_place = self.new.contains(&place).then_some(place);
        let only = || self.new.first().copied().filter(|_| self.new.len() == 1);
        let heir = near.filter(|at| self.new.contains(at)).or(in_its_place).or_else(only);
        heir.map(|at| self.answered[at])
    }
}
