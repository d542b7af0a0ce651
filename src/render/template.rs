//! A template and its fields as the layout is given them.

use crate::model::{Computed, Entry, Example, Field, FieldKind, Format, Function, Item, Template};

use super::address_code::address_code;
use super::body::Placement;
use super::fingerprint::fingerprint;
use super::languages;
use super::page_context::{PageContext, address};
use super::view::{CodeView, ComputedView, FieldView, OptionView, TemplateView};

pub(super) fn template(
    context: &PageContext<'_>,
    entry: &Entry,
    template: &Template,
) -> TemplateView {
    TemplateView {
        id: entry.head.id.clone(),
        hash: hash(&template.fields),
        summary: context.maybe_html(entry, entry.head.summary.as_ref()),
        use_when: context.maybe_html(entry, template.use_when.as_ref()),
        time: context.maybe_html(entry, template.time.as_ref()),
        topics: context.topic_links(entry),
        sensitive: template.sensitive,
        share: template.share,
        repeat: template.repeat.clone(),
        was: template.was.iter().map(|was| was.value.clone()).collect(),
        fields: Fields { context, entry, template }.all(&template.fields),
        pdf: context.sheet(entry, Format::Pdf),
        docx: context.sheet(entry, Format::Docx),
        code: code(context),
        copies: context.copies(),
        used_in: context.used_in(entry),
        reviewed: entry.head.reviewed().map(str::to_owned),
    }
}

/// The code of the page's own address; other pages have no room for it, and a site without an address has none.
fn code(context: &PageContext<'_>) -> Option<CodeView> {
    match context.placement {
        Placement::Alone => {
            let url = context.plan.site_url()?;
            address_code(&address(url, &languages::canonical(context)))
        }
        Placement::Among(_) => None,
    }
}

/// The template whose fields are shown, and where.
struct Fields<'a> {
    context: &'a PageContext<'a>,
    entry: &'a Entry,
    template: &'a Template,
}

impl Fields<'_> {
    fn all(&self, fields: &[Field]) -> Vec<FieldView> {
        fields.iter().map(|one| self.field(one)).collect()
    }

    fn field(&self, field: &Field) -> FieldView {
        let Self { context, entry, .. } = *self;
        let mut view = FieldView {
            kind: field.kind.name(),
            id: field.id.value.clone(),
            was: field.was.iter().map(|was| was.value.clone()).collect(),
            label: if field.borrowed.contains(&"label") {
                context.borrowed(&field.label.value)
            } else {
                context.words(&field.label)
            },
            note: None,
            hint: context.maybe_html(entry, field.hint.as_ref()),
            examples: Vec::new(),
            example_rows: Vec::new(),
            needed: field.needed,
            carry: field.carry,
            borrowed: context.borrowed_marks(&field.borrowed),
            options: Vec::new(),
            items: Vec::new(),
            unit: None,
            max: None,
            low: None,
            high: None,
            columns: Vec::new(),
            rows: Vec::new(),
            computed: None,
        };
        match &field.example {
            Some(Example::One(text)) => view.examples.push(text.clone()),
            Some(Example::Several(texts)) => view.examples.clone_from(texts),
            Some(Example::Rows(rows)) => view.example_rows.clone_from(rows),
            None => {}
        }
        match &field.kind {
            FieldKind::Text { max } => view.max = *max,
            FieldKind::Number { unit } => view.unit.clone_from(unit),
            FieldKind::Choice { options: items } | FieldKind::Choices { options: items } => {
                view.options = options(context, entry, items);
            }
            FieldKind::Ticks { items } => view.items = options(context, entry, items),
            FieldKind::Rating { low, high } => {
                view.low.clone_from(low);
                view.high.clone_from(high);
            }
            FieldKind::Table { columns, rows } => {
                view.columns = self.all(columns);
                view.rows = (1..=*rows).collect();
            }
            FieldKind::Computed(computed) => {
                view.computed = Some(computed_view(self.template, computed));
            }
            FieldKind::Note(note) => view.note = Some(context.html(entry, note)),
            FieldKind::Long
            | FieldKind::Date
            | FieldKind::Tick
            | FieldKind::Person
            | FieldKind::Heading => {}
        }
        view
    }
}

/// FNV-1a over what an answer depends on: the same on every machine and in every version.
fn hash(fields: &[Field]) -> String {
    fn write(fields: &[Field], shape: &mut String) {
        for field in fields {
            for part in [&field.id.value, field.kind.name(), &field.label.value] {
                shape.push_str(part);
                shape.push('\n');
            }
            write(field.columns(), shape);
            for item in field.kind.items().into_iter().flatten() {
                shape.push_str(&item.value);
                shape.push('\t');
            }
        }
    }
    let mut shape = String::new();
    write(fields, &mut shape);
    format!("{:016x}", fingerprint(&shape))
}

fn options(context: &PageContext<'_>, entry: &Entry, items: &[Item]) -> Vec<OptionView> {
    let options = items.iter().enumerate().map(|(at, item)| OptionView {
        id: (at + 1).to_string(),
        value: item.value.clone(),
        also: item.also.clone(),
        label: context.html(entry, &item.label),
    });
    options.collect()
}

fn computed_view(template: &Template, computed: &Computed) -> ComputedView {
    let label = |name: &str| template.label(name).to_owned();
    let (function, of, within, days) = match &computed.function {
        Function::Count(of) => ("count", of, None, None),
        Function::Sum(of) => ("sum", of, None, None),
        Function::Ticked(of) => ("ticked", of, None, None),
        Function::Percent { of, within } => ("percent", of, Some(within.value.clone()), None),
        Function::DaysAfter { date, days } => ("days-after", date, None, Some(*days)),
    };
    let filter =
        computed.filter.iter().map(|(column, value)| (column.value.clone(), value.value.clone()));
    ComputedView {
        function,
        of: of.value.clone(),
        of_label: label(&of.value),
        within_label: within.as_deref().map(label),
        within,
        days,
        filter: filter.collect(),
    }
}
