//! What a template's layout is given: `template`.

use serde::Serialize;

use super::{Card, Html, Link};

/// A fillable document, in `template`.
#[derive(Serialize)]
pub struct TemplateView {
    pub id: String,
    pub summary: Option<Html>,
    /// Inline HTML: when to use it, or null.
    pub use_when: Option<Html>,
    pub time: Option<Html>,
    pub topics: Vec<Link>,
    /// It is about a named person: show the advice on keeping notes about people.
    pub sensitive: bool,
    /// `weekly` and so on, the author's word, or null.
    pub repeat: Option<String>,
    /// The ids that it had before: copies that readers keep under one of them are copies of this.
    pub was: Vec<String>,
    pub fields: Vec<FieldView>,
    /// The address of the blank sheet as a PDF to fill in.
    pub pdf: Option<String>,
    /// Section id `used-in`: scenarios that name this template.
    pub used_in: Vec<Card>,
    pub reviewed: Option<String>,
}

/// One field. `kind` says which of the other values are meant.
#[derive(Clone, Serialize)]
pub struct FieldView {
    /// `text`, `long`, `number`, `date`, `choice`, `choices`, `check`, `checks`, `rating`, `person`,
    /// `table`, `computed`, `heading` or `note`.
    pub kind: &'static str,
    /// The field's id in the template: the control's `name`, and `field-{{ id }}` its element id.
    /// A heading or a note has one as well.
    pub id: String,
    /// Plain text. For a `note` the text is in `note`.
    pub label: String,
    /// Block HTML of a `note`, else null.
    pub note: Option<Html>,
    /// Inline HTML or null.
    pub hint: Option<Html>,
    /// The example as plain text, or null. Lists are joined; a table's rows are in `example_rows`.
    pub example: Option<String>,
    pub example_rows: Vec<Vec<String>>,
    /// Whether "still empty" is worth a gentle word.
    pub needed: bool,
    /// Whether the next copy starts with this value.
    pub carry: bool,
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
pub struct OptionView {
    /// The element id's last part: unique within the field.
    pub id: String,
    /// Plain text, and the value that is kept.
    pub value: String,
    /// Inline HTML of the same words.
    pub label: Html,
}

/// What a `computed` field shows, as data for scripts and as words for paper.
#[derive(Clone, Serialize)]
pub struct ComputedView {
    pub function: &'static str,
    /// The field, or `table.column`, it is made from.
    pub of: String,
    /// `percent`: the whole.
    pub within: Option<String>,
    /// `days-after`: how many days.
    pub days: Option<i64>,
    /// Only rows whose columns have these values.
    pub filter: Vec<(String, String)>,
}
