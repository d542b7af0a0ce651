//! What a book has that a schema can offer: ids with their titles, and words behind certain keys. It must not know how
//! they were found.

use std::collections::BTreeMap;

use serde_json::{Map as Object, Value, json};

use crate::model::Kind;

use super::key::{Key, Shape};

/// What a schema offers of a book. Everything else stays as good as it was: an id may be that of a page which is yet to
/// be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The ids of each kind, with titles.
    pub ids: BTreeMap<Kind, Vec<Offer>>,
    /// What is offered behind keys of texts, by the name of the key.
    pub texts: BTreeMap<&'static str, Vec<Offer>>,
}

/// Something that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is written.
    pub word: String,
    /// What it stands for, as readers see it.
    pub about: String,
}

impl Known {
    /// Where a schema says what is offered behind a key, if anything is.
    pub(super) fn offered(&self, key: &Key) -> Option<Value> {
        let (name, offers) = match key.shape {
            Shape::Ids(kind) => (kind.name(), self.ids.get(&kind)),
            Shape::Texts => (key.name, self.texts.get(key.name)),
            _ => return None,
        };
        offers.filter(|offers| !offers.is_empty())?;
        Some(json!({"$ref": reference(name)}))
    }

    /// What a schema refers to: each list stands in it once.
    pub(super) fn definitions(&self, schema: &Value) -> Object<String, Value> {
        let text = schema.to_string();
        let ids = self.ids.iter().map(|(kind, offers)| (kind.name(), offers));
        let all = ids.chain(self.texts.iter().map(|(name, offers)| (*name, offers)));
        let used = all.filter(|(name, _)| text.contains(&format!("\"{}\"", reference(name))));
        let definition = |offers: &[Offer]| {
            let words: Vec<&str> = offers.iter().map(|offer| &*offer.word).collect();
            let abouts: Vec<&str> = offers.iter().map(|offer| &*offer.about).collect();
            json!({"enum": words, "enumDescriptions": abouts})
        };
        used.map(|(name, offers)| (name.to_owned(), definition(offers))).collect()
    }
}

fn reference(name: &str) -> String {
    format!("#/definitions/{name}")
}
