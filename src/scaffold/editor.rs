//! What an editor needs to check and complete while one types: schemas, and where to find them.

use serde_json::{Map, Value, json};

use crate::load;
use crate::model::Kind;
use crate::schema::schema;

use super::File;

/// What tells Visual Studio Code of the schemas.
pub const SETTINGS: &str = ".vscode/settings.json";
/// What tells Visual Studio Code of what reads the schemas.
pub const EXTENSIONS: &str = ".vscode/extensions.json";

/// What reads schemas for YAML, and for TOML.
const READERS: [&str; 2] = ["redhat.vscode-yaml", "tamasfe.even-better-toml"];

/// The schema of every kind of file.
#[must_use]
pub fn schemas() -> Vec<File> {
    let text = |file: load::File| format!("{:#}\n", schema(file.map()));
    load::File::ALL.map(|file| (file.path(), text(file))).into()
}

/// The schemas, and what tells Visual Studio Code of them.
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
    let settings = json!({"yaml.schemas": schemas});
    let of_editor = [(SETTINGS, settings), (EXTENSIONS, json!({"recommendations": READERS}))];
    let of_editor = of_editor.map(|(path, text)| (path.to_owned(), format!("{text:#}\n")));
    [self::schemas(), of_editor.into()].concat()
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
