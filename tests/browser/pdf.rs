//! A PDF as lopdf reads it: its words, and its form before and after somebody fills it in. What should be in it
//! this file must not know.

use std::collections::BTreeMap;
use std::path::Path;

use lopdf::{Dictionary, Document, Object, Result, decode_text_string, text_string};

use testkit::outcome::{Outcome, because};

/// What is written on its pages.
pub fn words(path: &Path) -> Outcome<String> {
    let read = || {
        let document = Document::load(path)?;
        let pages: Vec<u32> = document.get_pages().into_keys().collect();
        document.extract_text(&pages)
    };
    read().map_err(because("the words of a PDF"))
}

/// What was printed, as its reader sees it.
pub struct Book {
    /// The words of each sheet.
    pub sheets: Vec<String>,
    /// The titles of all bookmarks.
    pub bookmarks: Vec<String>,
}

impl Book {
    pub fn read(path: &Path) -> Outcome<Self> {
        let read = || {
            let document = Document::load(path)?;
            let sheets = document.get_pages().into_keys();
            let sheets = sheets.map(|sheet| document.extract_text(&[sheet]));
            let bookmarks = document.get_toc()?.toc.into_iter().map(|entry| entry.title);
            Ok(Self { sheets: sheets.collect::<Result<_>>()?, bookmarks: bookmarks.collect() })
        };
        read().map_err(|error: lopdf::Error| format!("a printed book: {error}"))
    }
}

pub struct Form {
    /// The type of each field, such as `Tx`, by its whole name.
    pub kinds: BTreeMap<String, String>,
    /// The texts that are not found again after they were written into their fields.
    pub lost: Vec<String>,
}

impl Form {
    pub fn read(path: &Path) -> Outcome<Self> {
        let read = || {
            let mut document = Document::load(path)?;
            let kinds = fields(&document, b"FT")?.into_iter();
            let kinds = kinds.map(|(name, kind)| {
                Ok((name, String::from_utf8_lossy(kind.as_name()?).into_owned()))
            });
            let kinds = kinds.collect::<Result<BTreeMap<_, _>>>()?;
            let texts = kinds.keys().filter(|name| kinds[*name] == "Tx");
            let texts: BTreeMap<_, _> =
                texts.map(|name| (name.clone(), format!("in {name}"))).collect();
            fill(&mut document, &texts)?;
            let mut filled = Vec::new();
            document.save_to(&mut filled)?;
            let found = fields(&Document::load_mem(&filled)?, b"V")?;
            let is_lost = |name: &&String| {
                let value = found.get(*name).and_then(|value| decode_text_string(value).ok());
                value.as_ref() != texts.get(*name)
            };
            let lost = texts.keys().filter(is_lost).cloned().collect();
            Ok(Self { kinds, lost })
        };
        read().map_err(|error: lopdf::Error| format!("the form of a PDF: {error}"))
    }
}

/// What the form says under a key of each field that has it, from the form's own list downwards.
fn fields(document: &Document, key: &[u8]) -> Result<BTreeMap<String, Object>> {
    let form = document.catalog()?.get_deref(b"AcroForm", document)?.as_dict()?;
    let top = form.get_deref(b"Fields", document)?.as_array()?;
    let mut ahead: Vec<_> = top.iter().map(|field| (String::new(), field)).collect();
    let mut found = BTreeMap::new();
    while let Some((above, field)) = ahead.pop() {
        let field = document.dereference(field)?.1.as_dict()?;
        // What has no name is a place on a page for the field above it.
        let Ok(name) = field.get(b"T") else { continue };
        let name = below(&above, &decode_text_string(name)?);
        if let Ok(kids) = field.get_deref(b"Kids", document) {
            ahead.extend(kids.as_array()?.iter().map(|kid| (name.clone(), kid)));
        }
        if let Ok(value) = field.get(key) {
            found.insert(name, value.clone());
        }
    }
    Ok(found)
}

/// Writes texts where readers do: at the fields' places on the pages.
fn fill(document: &mut Document, texts: &BTreeMap<String, String>) -> Result<()> {
    for page in document.get_pages().into_values() {
        let places = document.get_page_annotations(page)?.into_iter();
        let names = places.map(|place| whole_name(document, place)).collect::<Result<Vec<_>>>()?;
        for (place, name) in document.get_page_annotations_mut(page)?.into_iter().zip(names) {
            if let Some(text) = texts.get(&name) {
                place.set("V", text_string(text));
            }
        }
    }
    Ok(())
}

/// The name of a place's field with those of what holds it.
fn whole_name(document: &Document, place: &Dictionary) -> Result<String> {
    let above = match place.get_deref(b"Parent", document) {
        Ok(parent) => whole_name(document, parent.as_dict()?)?,
        Err(_) => String::new(),
    };
    match place.get(b"T") {
        Ok(name) => Ok(below(&above, &decode_text_string(name)?)),
        Err(_) => Ok(above),
    }
}

fn below(above: &str, name: &str) -> String {
    if above.is_empty() { name.to_owned() } else { format!("{above}.{name}") }
}
