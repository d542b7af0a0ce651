//! The languages of a playbook: the keys of each, and how they are read.

use crate::diagnostic::rules::unknown_value::malformed;
use crate::model::{Language, is_tag};
use crate::schema::{Group, Key, Keys, Lines, Map, Named, Text};
use crate::source::Span;

use super::look::Reader;
use super::meant_tag::meant_tag;
use super::named::topic_titles;
use super::roles;

pub(super) static KEYS: Map = Map::new(
    "language",
    "A language of the playbook.",
    &[&[NAME.any(), TITLE.any(), DESCRIPTION.any(), TOPICS.any(), ROLES.any(), FOOTER.any()]],
);

const NAME: Key<Text> =
    Key::new("name", "What the language calls itself.", "name = \"Deutsch\"").needed();

const TITLE: Key<Text> =
    Key::new("title", "The playbook's title in this language.", "title = \"Unser Playbook\"");

const DESCRIPTION: Key<Text> = Key::new(
    "description",
    "What the playbook is about, in this language.",
    "description = \"Schwierige Lagen bei der Arbeit, aus zwei Rollen gesehen.\"",
);

const TOPICS: Key<Named> = Key::new(
    "topics",
    "The titles of topics in this language.",
    "topics = { delivery = \"Lieferung\" }",
);

const ROLES: Key<Group> = Key::group(
    "roles",
    &roles::KEYS,
    "What the two hats are called in this language.",
    "roles = { leader = { name = \"Begleitung\", verb = \"begleiten\" } }",
);

const FOOTER: Key<Lines> = Key::new(
    "footer",
    "The lines at the foot of every page in this language, in the place of those of `[look]`.",
    "footer = [\"[Impressum](https://example.org/impressum)\"]",
);

/// Each language by its tag, in their order.
pub(super) fn read(keys: &mut Keys<'_, '_>, reader: &mut Reader<'_>) -> Vec<(Language, Span)> {
    let mut languages = Vec::new();
    for (key, node) in keys.rest() {
        let path = keys.path(&key.name);
        if !is_tag(&key.name) {
            let help = "write the language's tag, as in `[languages.de]` or `[languages.pt-BR]`";
            let help = meant_tag(&key.name).unwrap_or_else(|| help.to_owned());
            let span = key.span.clone();
            keys.note(malformed(span, &key.name, "a language", path, &help));
            continue;
        }
        let language = Keys::read(node, &KEYS, path, keys.notes(), |keys| {
            let mut text = |key| keys.text(key).map(|text| text.text);
            let (name, title, description) = (text(&NAME), text(&TITLE), text(&DESCRIPTION));
            let topics = keys.own(&TOPICS, topic_titles).unwrap_or_default();
            let roles = keys.group(&ROLES, |keys| Some(roles::read(keys))).unwrap_or_default();
            let footer = reader.lines(keys, &FOOTER);
            let tag = key.name.clone();
            Some(Language { tag, name: name?, title, description, topics, roles, footer })
        });
        languages.extend(language.map(|language| (language, key.span.clone())));
    }
    languages
}
