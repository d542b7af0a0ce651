//! The ids under which readers' answers are kept, as a site publishes them in `template-ids.json`.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::source::Source;

use super::{Book, Field, Id, Kind, Playbook};

/// What the list says that it is.
pub const FORMAT: &str = "twohats-template-ids";
/// Which form of the list this program writes.
pub const VERSION: u32 = 1;

/// The whole list. What it does not know is left alone, so that later versions can say more.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TemplateIds {
    /// Always `FORMAT`.
    pub format: String,
    /// The form of the list, from 1.
    pub version: u32,
    /// What copies are known by; no list has it that is older than this key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub book: Option<OneBook>,
    /// Every template, by its id.
    pub templates: BTreeMap<Id, OneTemplate>,
}

/// What the copies of a book are known by.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OneBook {
    /// Its id, when it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// Its title as an id, when that is what they are known by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Id>,
    /// What they were known by before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<Id>,
}

/// The ids of one template, in the order of its fields.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OneTemplate {
    /// The ids that the template had before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<Id>,
    /// In the order in which they stand in the template.
    pub fields: Vec<OneField>,
}

/// A field that holds an answer, or a column of a table.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OneField {
    /// What answers are kept under.
    pub id: Id,
    /// The ids that it had before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<Id>,
    /// Those of a table; any other field has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<OneField>,
}

/// A list that was published, and where it was read.
#[derive(Clone, Debug)]
pub struct Published {
    /// What the list says.
    pub ids: TemplateIds,
    /// The file that holds it.
    pub source: Arc<Source>,
}

impl TemplateIds {
    /// The ids of all templates that are published.
    #[must_use]
    pub fn of(playbook: &Playbook) -> Self {
        let templates = playbook.published(Kind::Template).into_iter().filter_map(|entry| {
            let template = entry.template()?;
            let was = template.was.iter().map(|was| was.value.clone()).collect();
            let one = OneTemplate { was, fields: fields(&template.fields) };
            Some((entry.head.id.to_string(), one))
        });
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            book: Some(OneBook::of(&playbook.book)),
            templates: templates.collect(),
        }
    }
}

impl OneBook {
    fn of(book: &Book) -> Self {
        Self {
            id: book.id.clone(),
            title: book.id.is_none().then(|| book.name.clone()),
            was: book.was.iter().map(|was| was.value.clone()).collect(),
        }
    }
}

fn fields(fields: &[Field]) -> Vec<OneField> {
    let answered = fields.iter().filter(|field| field.holds_an_answer());
    let one = |field: &Field| OneField {
        id: field.id.value.clone(),
        was: field.was.iter().map(|was| was.value.clone()).collect(),
        columns: self::fields(field.columns()),
    };
    answered.map(one).collect()
}

impl OneField {
    /// Every id that its answers may be kept under.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        [&self.id].into_iter().chain(&self.was)
    }
}
