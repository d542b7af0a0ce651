//! The keys of `book.toml`.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::rules::missing_field::missing_field;
use crate::diagnostic::rules::unknown_value::malformed;
use crate::diagnostic::{Diagnostic, Noted};
use crate::markdown::{Html, slug};
use crate::model::{Book, Redirect};
use crate::source::{PROJECT_FILE, Source, Span, Spanned};
use crate::tree::{Fields, Key, Text, Value, parse_toml};

/// Reads the settings. What is missing or wrong is noted, and a default stands in for it, so that the
/// rest of the book can be read as well.
pub fn book(source: Option<&Arc<Source>>) -> Noted<Book> {
    let mut book = Book {
        title: String::from("Playbook"),
        description: String::new(),
        language: String::from("en"),
        site_url: None,
        theme: None,
        topics: BTreeMap::new(),
        retired: Vec::new(),
        redirects: Vec::new(),
        html: Html::Clean,
        output: String::from("public"),
    };
    let Some(source) = source else {
        let nowhere = Span::new(&Arc::new(Source::new(PROJECT_FILE, "")), 0..0);
        let help = "make a file `book.toml` with the lines `[book]` and `title = \"Our playbook\"`";
        let note = missing_field(nowhere, "project", PROJECT_FILE, String::new(), help);
        return Noted::new(book, vec![note]);
    };
    let Noted { value: root, mut notes } = parse_toml(source);
    Fields::read(&root, "book.toml", String::new(), &mut notes, |fields| {
        read(fields, &mut book);
        Some(())
    });
    Noted::new(book, notes)
}

fn read(fields: &mut Fields<'_, '_>, book: &mut Book) {
    fields.need("book", "add a line `[book]`, and below it a line like `title = \"Our playbook\"`");
    fields.group("book", "[book]", |fields| {
        about(fields, book);
        Some(())
    });
    if let Some(topics) = fields.group("topics", "[topics]", |topics| Some(named(topics, TOPIC))) {
        let titles = topics.into_iter().map(|(key, title)| (slug(&key.name), title.text));
        book.topics = titles.collect();
    }
    let modes = [("clean", Html::Clean), ("escape", Html::Escape), ("trust", Html::Trust)];
    let html = fields.group("markdown", "[markdown]", |markdown| markdown.word("html", &modes));
    if let Some(html) = html {
        book.html = html.value;
    }
    let retired =
        fields.group("templates", "templates", |templates| Some(templates.texts("retired")));
    let retired = retired.into_iter().flatten();
    book.retired = retired.map(|text| Spanned::new(text.text, text.span)).collect();
    let redirects =
        fields.group("redirects", "[redirects]", |redirects| Some(named(redirects, REDIRECT)));
    book.redirects = redirects
        .into_iter()
        .flatten()
        .map(|(key, to)| Redirect {
            from: Spanned::new(key.name, key.span),
            to: Spanned::new(to.text, to.span),
        })
        .collect();
    fields.raw("extra");
}

fn about(fields: &mut Fields<'_, '_>, book: &mut Book) {
    let title = fields.need_text("title", "add a line like `title = \"Our playbook\"`");
    set(&mut book.title, title);
    let description = fields.text("description");
    set(&mut book.description, description);
    let language = fields.text("language");
    set(&mut book.language, language);
    if let Some(output) = fields.text("output") {
        let parts: Vec<&str> = output.text.split('/').collect();
        let is_inside = parts.iter().all(|part| !matches!(*part, "" | "." | ".."))
            && !output.text.contains(['\\', ':']);
        if is_inside {
            book.output = output.text;
        } else {
            let help =
                "name a folder in the project, as in `public`; `--output` can name any other";
            let path = fields.path("output");
            fields.note(malformed(
                output.span,
                &output.text,
                "a folder in the project",
                path,
                help,
            ));
        }
    }
    book.theme = fields.text("theme").map(|text| Spanned::new(text.text, text.span));
    book.site_url =
        fields.text("site_url").and_then(|url| match site_url(&url, fields.path("site_url")) {
            Ok(url) => Some(url),
            Err(note) => {
                fields.note(note);
                None
            }
        });
}

fn set(value: &mut String, found: Option<Text>) {
    if let Some(found) = found {
        *value = found.text;
    }
}

/// What stands behind a name of the author's own, and how to write it.
type Meant = (&'static str, &'static str);

const TOPIC: Meant =
    ("a topic with a title", "write the topic's title, as in `delivery = \"Delivery\"`");
const REDIRECT: Meant = (
    "an old address with a new one",
    "write both addresses, as in `\"scenarios/old.html\" = \"scenarios/new.html\"`",
);

/// Names of the author's own, each with a text.
fn named(fields: &mut Fields<'_, '_>, (meant, help): Meant) -> Vec<(Key, Text)> {
    let mut found = Vec::new();
    for (key, node) in fields.rest() {
        if let Value::Text(text) = &node.value {
            found.push((key.clone(), text.clone()));
        } else {
            let path = fields.path(&key.name);
            fields.note(malformed(node.span.clone(), &key.name, meant, path, help));
        }
    }
    found
}

fn site_url(url: &Text, path: String) -> Result<String, Diagnostic> {
    let host = url.text.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"));
    let known = host.is_some_and(|(_, host)| host.starts_with(char::is_alphanumeric));
    if !known || url.text.contains(['?', '#', ' ', '"', '<']) {
        let help = "write the whole address, as in `https://playbook.example.org/`";
        return Err(malformed(url.span.clone(), &url.text, "an address of a site", path, help));
    }
    Ok(format!("{}/", url.text.trim_end_matches('/')))
}
