//! Translations of a page: which there are, and that one begins, or is right again. It must not know how one is laid over
//! its original.

use std::time::SystemTime;

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::edit::is_there;
use crate::model::{Entry, Folder};
use crate::render::Site;
use crate::scaffold::{Blank, translated};
use crate::translate::{Refusal, translate};

use super::super::current::Current;
use super::book::Editing;
use super::fault::{Fault, Told, against, read};
use super::pages::first;

/// A page in another language.
#[derive(Serialize)]
pub(super) struct Language<'s> {
    tag: &'s str,
    /// What the language calls itself.
    name: &'s str,
    path: String,
    /// Whether the page is translated into it.
    there: bool,
}

/// A translation to begin.
#[derive(Deserialize)]
struct Begin {
    /// The file of the original.
    file: String,
    language: String,
}

/// A translation that says what its original says now.
#[derive(Deserialize)]
struct Right {
    file: String,
}

/// The languages into which the book is translated, for a page of its own language.
pub(super) fn languages<'s>(site: &'s Site, original: &Entry) -> Vec<Language<'s>> {
    let translated = site.plan().playbook().translations.iter();
    let languages = translated.map(|translation| {
        let tag = translation.language.tag.as_str();
        let key = (original.kind(), original.head.id.clone());
        let path = Folder::of(tag).whole(&original.page());
        Language {
            tag,
            name: &translation.language.name,
            path: format!("/{path}"),
            there: translation.entries.contains_key(&key),
        }
    });
    languages.collect()
}

impl Editing {
    /// Begins a translation with the title of its original.
    pub(in super::super) fn translate(&mut self, current: &Current, asked: &[u8]) -> Told {
        let Begin { file, language } = read(asked)?;
        self.file(&file)?;
        let unfit = || Fault::Unfit("this page cannot be translated into that language".to_owned());
        let site = current.site.as_deref().ok_or_else(unfit)?;
        let playbook = site.plan().playbook();
        let mut entries = playbook.entries.values();
        let entry = entries.find(|entry| entry.head.source.path() == file).ok_or_else(unfit)?;
        let languages = languages(site, entry);
        let language = languages.iter().find(|one| one.tag == language).ok_or_else(unfit)?;
        let title = &entry.head.title.value;
        let Blank { path, text } = translated(&file, language.tag, title).ok_or_else(unfit)?;
        if !is_there(&self.reader.root().join(&path)) {
            self.journal()?.make(&path, text.as_bytes(), SystemTime::now()).map_err(against)?;
        }
        Ok(json!({ "file": path, "path": language.path }))
    }

    /// Notes that a translation says what its original says now.
    pub(in super::super) fn right(&mut self, asked: &[u8]) -> Told {
        let Right { file } = read(asked)?;
        self.reader.read().map_err(against)?;
        let edits = translate(self.reader.sources(), &[file]).map_err(|why| match why {
            Refusal::Faults(faults) => {
                let what = first(&faults).unwrap_or_default();
                Fault::Against(format!("mend what is wrong in the book first: {what}"))
            }
            Refusal::NoTranslation(file) => Fault::Unfit(format!("`{file}` is no translation")),
        })?;
        self.journal()?.write(&edits, SystemTime::now()).map_err(against)?;
        Ok(json!({ "message": "it says what its original says now" }))
    }
}
