//! What the file of a page says. It must not know what becomes of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::amend::{body, values};
use crate::in_place::form;
use crate::load::File;
use crate::model::{Entry, direction};
use crate::render::Site;
use crate::source::Source;

use super::super::current::Current;

use super::super::mend;
use super::book::Editing;
use super::fault::{Told, refused};
use super::shown::{Shown, shown};
use super::translations::languages;

impl Editing {
    /// What the file of a page says, and where on the page.
    pub(in super::super) fn page(&mut self, current: &Current, address: &str) -> Told {
        let Shown { site, path, plan, page: shown, file: name } = shown(current, address)?;
        let (source, file) = self.file(name)?;
        let made_of = shown.source(plan.playbook());
        // A page that was made of another text would lead to other places in the file.
        let is_newest = made_of.is_some_and(|made_of| made_of.text() == source.text());
        let page = is_newest.then(|| site.traced(path.as_str())?.ok()).flatten();
        let mut told = told(&source, file, page, current)?;
        let language = &plan.playbook().book.language;
        told["lang"] = json!(language);
        told["dir"] = json!(direction(language));
        told["undo"] = json!(self.journal()?.can_undo(name));
        let is_original =
            |entry: &&Arc<Entry>| entry.head.language.is_none() && plan.folder().is_root();
        let entry = shown.entry();
        let original = entry.filter(is_original);
        told["languages"] = json!(original.map(|entry| languages(site, entry)).unwrap_or_default());
        let is_translation = |entry: &&Arc<Entry>| entry.head.language.is_some();
        told["original"] = match entry.filter(is_translation) {
            Some(entry) => self.original(site, entry)?,
            None => Value::Null,
        };
        Ok(told)
    }

    /// What a file says that is no page of its own, as `book.toml`.
    pub(in super::super) fn settings(&mut self, current: &Current, name: &str) -> Told {
        let (source, file) = self.file(name)?;
        told(&source, file, None, current)
    }

    /// What the file says of which one is a translation.
    fn original(&mut self, site: &Site, translation: &Entry) -> Told {
        let playbook = site.plan().playbook();
        let key = (translation.kind(), translation.head.id.clone());
        let Some(original) = playbook.entries.get(&key) else { return Ok(Value::Null) };
        let (source, file) = self.file(original.head.source.path())?;
        let values = values(&source, file).map_err(|why| refused(&why))?;
        let texts = values.into_iter().filter_map(|one| Some((one.place.to_string(), one.text?)));
        let body =
            body(&source, file).map(|range| (String::new(), source.text()[range].to_owned()));
        let texts: BTreeMap<String, String> = texts.chain(body).collect();
        Ok(json!({ "file": source.path(), "lang": playbook.book.language, "texts": texts }))
    }
}

/// What is told of a file.
fn told(source: &Arc<Source>, file: File, page: Option<String>, current: &Current) -> Told {
    let form = form(source, file, page, &current.notes, mend::name);
    let mut told = json!(form.map_err(|why| refused(&why))?);
    told["book"] = json!(current.revision);
    Ok(told)
}
