//! What an editor needs to check and complete while one types: schemas, and where to find them.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::load::{self, SCHEMA_LINE, TITLE, TOPICS, is_translation};
use crate::model::{Kind, Playbook, SitePath};
use crate::schema::{Known, Offer, Written, schema};

use super::File;

/// What tells Visual Studio Code of the schemas.
pub const SETTINGS: &str = ".vscode/settings.json";
/// What tells Visual Studio Code of what reads the schemas.
pub const EXTENSIONS: &str = ".vscode/extensions.json";

/// What reads schemas for YAML, and for TOML. Our own extension knows more, and is not named: whoever took its name on the
/// marketplace before us would be recommended to every author.
const READERS: [&str; 2] = ["redhat.vscode-yaml", "tamasfe.even-better-toml"];

/// What a book has that its schemas can offer.
#[must_use]
pub fn known(playbook: &Playbook) -> Known {
    let mut known = Known::default();
    let mut topics: BTreeMap<&str, &str> = BTreeMap::new();
    for ((kind, id), entry) in &playbook.entries {
        known.ids.entry(*kind).or_default().push(offer(id.as_str(), &entry.head.title.value));
        topics.extend(entry.mentions.topics.iter().map(|topic| (&*topic.value, "")));
    }
    topics.extend(playbook.book.topics.iter().map(|(topic, title)| (&**topic, &**title)));
    let topics = topics.into_iter().map(|(word, about)| offer(word, about)).collect();
    known.texts.insert(TOPICS.name, topics);
    known
}

fn offer(word: &str, about: &str) -> Offer {
    Offer { word: word.to_owned(), about: about.to_owned() }
}

/// Where those schemas lie that `schemas` makes.
#[must_use]
pub fn schema_paths() -> Vec<String> {
    let yaml = load::File::ALL.into_iter().filter(|file| file.is_yaml());
    let over = yaml.map(load::File::path_translated);
    load::File::ALL.into_iter().map(load::File::path).chain(over).collect()
}

/// The schema of every kind of file, and of the translations of those that are YAML. What a translation says is words, so
/// it is offered nothing.
#[must_use]
pub fn schemas(known: &Known) -> Vec<File> {
    let nothing = Known::default();
    let text = |file: load::File, written| {
        let known = if written == Written::Whole { known } else { &nothing };
        format!("{:#}\n", schema(file.map(), written, known))
    };
    let whole = load::File::ALL.map(|file| (file.path(), text(file, Written::Whole)));
    let yaml = load::File::ALL.into_iter().filter(|file| file.is_yaml());
    let over = yaml.map(|file| (file.path_translated(), text(file, Written::Over(TITLE.name))));
    whole.into_iter().chain(over).collect()
}

/// The schemas, and what tells Visual Studio Code of them.
#[must_use]
pub fn editor(known: &Known) -> Vec<File> {
    let schemas: Map<String, Value> =
        load::File::ALL.into_iter().filter(|file| file.is_yaml()).flat_map(places).collect();
    // Paragraphs are long lines in many files, and nobody scrolls to read one.
    // What may stand where a word could be text is offered while one types, and no words that merely stand elsewhere in the
    // file: those would be put into sentences.
    let yaml = json!({
        "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
        "editor.wordBasedSuggestions": "off",
        "editor.wordWrap": "on",
    });
    let settings = json!({"yaml.schemas": schemas, "[yaml]": yaml});
    let of_editor = [(SETTINGS, settings), (EXTENSIONS, json!({"recommendations": READERS}))];
    let of_editor = of_editor.map(|(path, text)| (path.to_owned(), format!("{text:#}\n")));
    [self::schemas(known), of_editor.into()].concat()
}

/// The schemas of a kind of file, each with where such files lie.
fn places(file: load::File) -> [(String, Value); 2] {
    let inside = |folder: &str| match file {
        load::File::Content(kind) => {
            let folder = format!("{folder}/{}", kind.folder());
            json!([format!("{folder}/*.yaml"), format!("{folder}/**/*.yaml")])
        }
        load::File::Home | load::File::Book => json!([format!("{folder}/home.yaml")]),
    };
    [
        (format!("./{}", file.path()), inside("content")),
        (format!("./{}", file.path_translated()), inside("content/*")),
    ]
}

/// A file's text with the line before it that tells any editor where its schema is.
pub(super) fn with_schema(path: &str, text: &str) -> String {
    let Some(inside) = path.strip_prefix("content/") else {
        return format!("#:schema ./{}\n{text}", load::File::Book.path());
    };
    let is_translation = is_translation(path);
    let inside = inside.split_once('/').filter(|_| is_translation).map_or(inside, |(_, rest)| rest);
    let file = match inside.split_once('/') {
        None if inside == "home.yaml" => Some(load::File::Home),
        None => None,
        Some((folder, _)) => Kind::of_folder(folder).map(load::File::Content),
    };
    let here = SitePath::made(path.to_owned());
    let Some(file) = file.filter(|file| file.is_yaml() && here.ending() == "yaml") else {
        return text.to_owned();
    };
    let schema = if is_translation { file.path_translated() } else { file.path() };
    let way = here.href(&SitePath::made(schema));
    format!("{SCHEMA_LINE}{way}\n{text}")
}
