//! What an editor needs to check and complete while one types: schemas, and where to find them.

use serde_json::{Map, Value, json};

use crate::load;
use crate::model::Kind;
use crate::schema::schema;

use super::File;

/// The schema of every kind of file.
#[must_use]
pub fn schemas() -> Vec<File> {
    let text = |file: load::File| format!("{:#}\n", schema(file.map()));
    load::File::ALL.map(|file| (file.path(), text(file))).into()
}

/// The schemas, and settings that tell Visual Studio Code of them.
#[must_use]
pub fn editor() -> Vec<File> {
    let kinds = Kind::ALL.into_iter().filter(|kind| kind.extension() == "yaml");
    let schemas: Map<String, Value> = kinds
        .map(|kind| {
            let path = load::File::Content(kind).path();
            let folder = format!("content/{}", kind.folder());
            (
                format!("./{path}"),
                json!([format!("{folder}/*.yaml"), format!("{folder}/**/*.yaml")]),
            )
        })
        .collect();
    let home = load::File::Home.path();
    let places = json!(["content/home.yaml", "content/*/home.yaml"]);
    let schemas: Map<String, Value> =
        schemas.into_iter().chain([(format!("./{home}"), places)]).collect();
    let settings = format!("{:#}\n", json!({"yaml.schemas": schemas}));
    [self::schemas(), vec![(".vscode/settings.json".to_owned(), settings)]].concat()
}

/// A file's text with the line before it that tells any editor where its schema is.
pub(super) fn with_schema(path: &str, text: &str) -> String {
    let Some((folder, name)) = path.rsplit_once('/') else {
        return format!("#:schema ./{}\n{text}", load::File::Book.path());
    };
    if (folder, name) == ("content", "home.yaml") {
        let schema = load::File::Home.path();
        return format!("# yaml-language-server: $schema=../{schema}\n{text}");
    }
    let is_its = |kind: &Kind| {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        folder.strip_prefix("content/") == Some(kind.folder()) && ending == Some("yaml")
    };
    let kind = Kind::ALL.into_iter().find(is_its);
    match kind {
        Some(kind) => {
            let schema = load::File::Content(kind).path();
            format!("# yaml-language-server: $schema=../../{schema}\n{text}")
        }
        None => text.to_owned(),
    }
}
