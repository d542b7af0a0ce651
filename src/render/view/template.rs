//! What a template's layout is given: `template`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::Slug;

use super::{Html, Link, Shelf, Words};

/// A fillable document, in `template`.
#[derive(Serialize)]
pub(crate) struct TemplateView {
    pub id: Slug,
    /// Changes with the ids, kinds and options of the fields: a copy that was made before knows by it.
    pub hash: String,
    pub summary: Option<Html>,
    /// Inline HTML: when to use it, or null.
    pub use_when: Option<Html>,
    pub time: Option<Html>,
    pub topics: Vec<Link>,
    /// It is about a named person: show the advice on keeping notes about people.
    pub sensitive: bool,
    /// Whether a filled copy may be handed on as a link.
    pub share: bool,
    /// `weekly` and so on, the author's word, or null.
    pub repeat: Option<String>,
    /// The ids that it had before: copies that readers keep under one of them are copies of this.
    pub was: Vec<String>,
    pub fields: Vec<FieldView>,
    /// The addresses of the blank sheet as a PDF and as a Word document to fill in.
    pub pdf: Option<String>,
    pub docx: Option<String>,
    /// The page's address as a QR code; null where the site has no `site_url`.
    pub code: Option<CodeView>,
    /// The page of all copies on the reader's device.
    pub copies: Link,
    /// Section id `used-in`: scenarios that name this template.
    pub used_in: Shelf,
    pub reviewed: Option<String>,
}

/// A QR code, as a path to stroke.
#[derive(Serialize)]
pub(crate) struct CodeView {
    /// In modules, with the margin that a camera needs.
    pub width: usize,
    /// Lines of one module's width; the first begins in the corner within the margin.
    pub path: String,
}

/// One field. `kind` says which of the other values are meant.
#[derive(Clone, Serialize)]
pub(crate) struct FieldView {
    /// `text`, `long`, `number`, `date`, `choice`, `choices`, `check`, `checks`, `rating`, `person`,
    /// `table`, `computed`, `heading` or `note`.
    pub kind: &'static str,
    /// The field's id in the template, and `field-{{ id }}` its element id; boxes to choose from have it as their `name`.
    /// A heading or a note has one as well.
    pub id: String,
    /// The ids it had before, for copies from then.
    pub was: Vec<String>,
    /// Plain text. For a `note` the text is in `note`.
    pub label: Words,
    /// Block HTML of a `note`, else null.
    pub note: Option<Html>,
    /// Inline HTML or null.
    pub hint: Option<Html>,
    /// The example as plain texts: several for `choices` and `checks`. A table's rows are in `example_rows`.
    pub examples: Vec<String>,
    pub example_rows: Vec<Vec<String>>,
    /// Whether "still empty" is worth a gentle word.
    pub needed: bool,
    /// Whether the next copy starts with this value.
    pub carry: bool,
    /// By key, the attributes of words that are not translated: `example`, `unit`, `low`, `high`.
    pub borrowed: BTreeMap<&'static str, Html>,
    /// `choice` and `choices`.
    pub options: Vec<OptionView>,
    /// `checks`: the items to tick.
    pub items: Vec<OptionView>,
    /// `number`: the unit shown after the box, or null.
    pub unit: Option<String>,
    /// `text`: the most characters meant, or null.
    pub max: Option<u32>,
    /// `rating`: words for 1 and for 5, or null.
    pub low: Option<String>,
    pub high: Option<String>,
    /// `table`: its columns (never of kind `table`), and the rows to start with.
    pub columns: Vec<FieldView>,
    pub rows: Vec<u32>,
    /// `computed`: `count`, `sum`, `percent`, `ticked` or `days-after`, or null; and its parts.
    pub computed: Option<ComputedView>,
}

/// An option or an item to tick.
#[derive(Clone, Serialize)]
pub(crate) struct OptionView {
    /// The element id's last part: unique within the field.
    pub id: String,
    /// Plain text, and the value that is kept.
    pub value: String,
    /// The same value in the other languages of the book, under which an answer may have been kept.
    pub also: Vec<String>,
    /// Inline HTML of the same words.
    pub label: Html,
}

/// What a `computed` field shows, as data for scripts and as words for paper.
#[derive(Clone, Serialize)]
pub(crate) struct ComputedView {
    pub function: &'static str,
    /// The field, or `table.column`, it is made from, and its label.
    pub of: String,
    pub of_label: String,
    /// `percent`: the whole, and its label.
    pub within: Option<String>,
    pub within_label: Option<String>,
    /// `days-after`: how many days.
    pub days: Option<i64>,
    /// Only rows whose columns have these values.
    pub filter: Vec<(String, String)>,
}
