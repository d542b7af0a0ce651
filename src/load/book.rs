//! The keys of `book.toml`.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::rules::RULES;
use crate::diagnostic::rules::missing_field::{self, missing_field};
use crate::diagnostic::rules::unknown_field::unknown_field;
use crate::diagnostic::rules::unknown_value::{malformed, too_lenient, unknown_value};
use crate::diagnostic::{Diagnostic, Level, Levels, Noted};
use crate::markdown::{Html, slug};
use crate::model::{Book, Language, Redirect, is_tag};
use crate::source::{PROJECT_FILE, Source, Span, Spanned};
use crate::tree::{Fields, Key, Text, Value, parse_toml};

/// After how many months a page is to be reviewed again when the book does not say.
const REVIEW_MONTHS: u32 = 12;

/// The most months that a book can say.
const MOST_MONTHS: i64 = 120;

/// The keys of `[book]` that have only one form.
const ABOUT: [&str; 6] =
    ["description", "language", "output", "theme", "site_url", "review_months"];

/// Reads the settings. What is missing or wrong is noted, and a default stands in for it, so that the
/// rest of the book can be read as well.
pub fn book(source: Option<&Arc<Source>>) -> Noted<Book> {
    let mut book = Book {
        title: String::from("Playbook"),
        id: None,
        name: String::new(),
        description: String::new(),
        language: String::from("en"),
        languages: Vec::new(),
        tags: Vec::new(),
        original: None,
        site_url: None,
        theme: None,
        topics: BTreeMap::new(),
        retired: Vec::new(),
        redirects: Vec::new(),
        html: Html::Clean,
        levels: Levels::default(),
        ignored_links: Vec::new(),
        review_months: REVIEW_MONTHS,
        output: String::from("public"),
    };
    let Some(source) = source else {
        let nowhere = Span::new(&Arc::new(Source::new(PROJECT_FILE, "")), 0..0);
        let help = "make a file `book.toml` with the lines `[book]` and `title = \"Our playbook\"`";
        let note = missing_field(nowhere, "project", PROJECT_FILE, String::new(), help);
        return Noted::new(book, vec![note]);
    };
    let Noted { value: root, mut notes } = parse_toml(source);
    let is_broken = !notes.is_empty();
    Fields::read(&root, "book.toml", String::new(), &mut notes, |fields| {
        read(fields, &mut book);
        Some(())
    });
    if is_broken {
        // What is missing may be what could not be read.
        notes.retain(|note| note.rule.name != missing_field::RULE.name);
    }
    book.name = slug(&book.title);
    Noted::new(book, notes)
}

fn read(fields: &mut Fields<'_, '_>, book: &mut Book) {
    if fields.raw("book").is_none() {
        let help = "add a line `[book]`, and below it a line like `title = \"Our playbook\"`";
        let help = match fields.raw("title") {
            Some(_) => "put a line `[book]` above this one",
            None => help,
        };
        fields.missing("book", help);
        // They are the keys of `[book]` that stands nowhere.
        for key in ABOUT {
            fields.raw(key);
        }
    }
    fields.group("book", "[book]", |fields| {
        about(fields, book);
        Some(())
    });
    if let Some(topics) = fields.group("topics", "[topics]", |topics| Some(topic_titles(topics))) {
        book.topics = topics;
    }
    let languages =
        fields.group("languages", "[languages]", |languages| Some(self::languages(languages)));
    for (language, span) in languages.into_iter().flatten() {
        if language.tag != book.language {
            book.tags.push(Spanned::new(language.tag.clone(), span));
        }
        book.languages.push(language);
    }
    let modes = [("clean", Html::Clean), ("escape", Html::Escape), ("trust", Html::Trust)];
    let html = fields.group("markdown", "[markdown]", |markdown| markdown.word("html", &modes));
    if let Some(html) = html {
        book.html = html.value;
    }
    if let Some(levels) = fields.group("rules", "[rules]", |rules| Some(levels(rules))) {
        book.levels = levels;
    }
    let ignored = fields.group("links", "[links]", |links| Some(links.texts("ignore")));
    book.ignored_links = ignored.into_iter().flatten().map(|text| text.text).collect();
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
    if let Some(id) = fields.text("id") {
        let fits = slug(&id.text);
        if fits == id.text {
            book.id = Some(fits);
        } else {
            let help = format!(
                "write small letters, digits and hyphens, as in `{}`",
                if fits.is_empty() { "our-playbook" } else { &fits }
            );
            let path = fields.path("id");
            fields.note(malformed(id.span, &id.text, "an id", path, &help));
        }
    }
    let description = fields.text("description");
    set(&mut book.description, description);
    let language = fields.text("language");
    book.tags.extend(language.iter().map(|tag| Spanned::new(tag.text.clone(), tag.span.clone())));
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
    review_months(fields, book);
    book.theme = fields.text("theme").map(|text| Spanned::new(text.text, text.span));
    book.site_url =
        fields.text("site_url").and_then(|url| match site_url(&url, fields.path("site_url")) {
            Ok(url) => Some(url),
            Err(note) => {
                fields.note(*note);
                None
            }
        });
}

fn set(value: &mut String, found: Option<Text>) {
    if let Some(found) = found {
        *value = found.text;
    }
}

/// Each language by its tag, in their order.
fn languages(fields: &mut Fields<'_, '_>) -> Vec<(Language, Span)> {
    let mut languages = Vec::new();
    for (key, node) in fields.rest() {
        let path = fields.path(&key.name);
        if !is_tag(&key.name) {
            let help = "write the language's tag, as in `[languages.de]` or `[languages.pt-BR]`";
            let span = key.span.clone();
            fields.note(malformed(span, &key.name, "a language", path, help));
            continue;
        }
        let language = Fields::read(node, "language", path, fields.notes(), |fields| {
            let name = fields.need_text(
                "name",
                "write what the language calls itself, as in `name = \"Deutsch\"`",
            );
            let mut text = |key| fields.text(key).map(|text| text.text);
            let (title, description) = (text("title"), text("description"));
            let topics = fields.group("topics", "topics", |topics| Some(topic_titles(topics)));
            let tag = key.name.clone();
            Some(Language {
                tag,
                name: name?.text,
                title,
                description,
                topics: topics.unwrap_or_default(),
            })
        });
        languages.extend(language.map(|language| (language, key.span.clone())));
    }
    languages
}

fn review_months(fields: &mut Fields<'_, '_>, book: &mut Book) {
    let Some(months) = fields.number("review_months") else { return };
    if (1..=MOST_MONTHS).contains(&months.value) {
        book.review_months = u32::try_from(months.value).unwrap_or(REVIEW_MONTHS);
        return;
    }
    let form = format!("a number of months from 1 to {MOST_MONTHS}");
    let help = "to hear nothing of it, write `overdue-review = \"off\"` below a line `[rules]`";
    let path = fields.path("review_months");
    fields.note(malformed(months.span, &months.value.to_string(), &form, path, help));
}

/// What the book says about rules.
fn levels(rules: &mut Fields<'_, '_>) -> Levels {
    let mut levels = Levels::default();
    for (key, node) in rules.rest() {
        let path = rules.path(&key.name);
        let Some(rule) = RULES.iter().find(|rule| rule.name == key.name) else {
            let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
            rules.note(unknown_field(key.span.clone(), "[rules]", &key.name, &names, path));
            continue;
        };
        let text = match &node.value {
            Value::Text(text) => text.text.as_str(),
            Value::List(_) | Value::Map(_) => node.shape(),
        };
        match Level::ALL.iter().find(|(name, _)| *name == text) {
            None => {
                let allowed = Level::ALL.map(|(name, _)| name);
                rules.note(unknown_value(node.span.clone(), rule.name, text, &allowed, path));
            }
            Some((_, level)) if rule.is_firm() && *level != Level::Error => {
                rules.note(too_lenient(node.span.clone(), rule.name, text, path));
            }
            Some((_, level)) => levels.set(rule, *level),
        }
    }
    levels
}

/// What stands behind a name of the author's own, and how to write it.
type Meant = (&'static str, &'static str);

const TOPIC: Meant =
    ("a topic with a title", "write the topic's title, as in `delivery = \"Delivery\"`");
const REDIRECT: Meant = (
    "an old address with a new one",
    "write both addresses, as in `\"scenarios/old.html\" = \"scenarios/new.html\"`",
);

/// Topics by their ids, each with its title.
fn topic_titles(topics: &mut Fields<'_, '_>) -> BTreeMap<String, String> {
    let titles = named(topics, TOPIC).into_iter();
    titles.map(|(key, title)| (slug(&key.name), title.text)).collect()
}

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

fn site_url(url: &Text, path: String) -> Result<String, Box<Diagnostic>> {
    let host = url.text.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"));
    let known = host.is_some_and(|(_, host)| host.starts_with(char::is_alphanumeric));
    if !known || url.text.contains(['?', '#', ' ', '"', '<']) {
        let help = "write the whole address, as in `https://playbook.example.org/`";
        let form = "an address of a site";
        return Err(Box::new(malformed(url.span.clone(), &url.text, form, path, help)));
    }
    Ok(format!("{}/", url.text.trim_end_matches('/')))
}
