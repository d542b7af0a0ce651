//! What the playbook is: the keys of `[book]`, and how they are read.

use crate::diagnostic::rules::outdated_program::outdated_program;
use crate::diagnostic::rules::unknown_value::malformed;
use crate::markdown::slug;
use crate::model::{Book, is_tag};
use crate::schema::{Count, Form, Key, Keys, Map, Pattern, Range, Text, Texts};
use crate::source::Spanned;
use crate::tree;

use super::meant_tag::meant_tag;

pub(super) static KEYS: Map = Map::new(
    "[book]",
    "What the playbook is.",
    &[&[
        TITLE.any(),
        DESCRIPTION.any(),
        ID.any(),
        WAS.any(),
        REVIEW_MONTHS.any(),
        CONTACT.any(),
        EDIT_URL.any(),
        LANGUAGE.any(),
        SITE_URL.any(),
        THEME.any(),
        OUTPUT.any(),
        REQUIRES.any(),
    ]],
);

/// After how many months a page is to be reviewed again when the book does not say.
pub(super) const FEW_MONTHS: u32 = 12;

const MONTHS: Range = Range {
    least: 1,
    most: 120,
    of: "months",
    help: "to hear nothing of it, write `overdue-review = \"off\"` below a line `[rules]`",
};

const ID_FORM: Pattern = Pattern {
    regex: r"^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$",
    words: "small letters, digits and hyphens, as in `our-playbook`",
};

/// What the address of a site is, in words.
pub(crate) const SITE_URL_FORM: &str = "the whole address, as in `https://playbook.example.org/`";

const ADDRESS: Pattern =
    Pattern { regex: "^https?://[\\p{L}\\p{N}][^?# \"<]*$", words: SITE_URL_FORM };

const REACHED: Pattern = Pattern {
    regex: "^(?:https?://[\\p{L}\\p{N}][^ \"<]*|[^@ \"<>:/?#]+@[^@ \"<>:/?#]+)$",
    words: "an address of mail, as in `playbook@example.org`, or a whole one of the web, as in `https://example.org/tell-us`",
};

const EDITED: Pattern = Pattern {
    regex: "^https?://[\\p{L}\\p{N}][^ \"<]*$",
    words: "the whole address, as in `https://git.example.org/playbook/edit/main/{path}`",
};

const TAG: Pattern = Pattern {
    regex: "^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$",
    words: "the tag of a language, as in `en` or `pt-BR`",
};

/// No part of the path is empty, `.` or `..`.
const FOLDER: Pattern = Pattern {
    regex: r"^(?:[^/\\:]*[^/\\:.][^/\\:]*|\.{3,})(?:/(?:[^/\\:]*[^/\\:.][^/\\:]*|\.{3,}))*$",
    words: "a folder in the project, as in `public`",
};

const VERSION: Pattern = Pattern {
    regex: r"^[0-9]{1,9}(?:\.[0-9]{1,9}){0,2}$",
    words: "a version, as in `0.2` or `1.4.2`",
};

const TITLE: Key<Text> =
    Key::new("title", "The playbook’s title.", "title = \"Our playbook\"").needed();

const DESCRIPTION: Key<Text> = Key::new(
    "description",
    "One or two sentences for the home page and for search engines.",
    "description = \"What to say and do when work gets difficult.\"",
);

const ID: Key<Form> = Key::form(
    "id",
    ID_FORM,
    "The name under which readers’ copies are kept. Without it, it is made from the title; set it before you change the title.",
    "id = \"our-playbook\"",
);

const WAS: Key<Texts> = Key::new(
    "was",
    "The ids that the playbook had before, and its titles from before it had one. Copies that readers keep under them are found again.",
    "was = [\"our-first-id\"]",
);

const REVIEW_MONTHS: Key<Count> = Key::count(
    "review_months",
    MONTHS,
    "After how many months a page is to be read again; 12 when nothing is said.",
    "review_months = 6",
);

const CONTACT: Key<Form> = Key::form(
    "contact",
    REACHED,
    "Where readers say what is wrong or missing: an address of mail, or of a page for it. The foot of every page leads there.",
    "contact = \"playbook@example.org\"",
);

const EDIT_URL: Key<Form> = Key::form(
    "edit_url",
    EDITED,
    "Where a page’s file can be changed, with `{path}` where the path of the file goes. The foot of every page leads there.",
    "edit_url = \"https://git.example.org/playbook/edit/main/{path}\"",
);

const LANGUAGE: Key<Form> =
    Key::form("language", TAG, "The language of the texts, as a tag.", "language = \"en\"");

const SITE_URL: Key<Form> = Key::form(
    "site_url",
    ADDRESS,
    "Where the playbook will be published. Makes a sitemap, full addresses, and pictures beside links.",
    "site_url = \"https://playbook.example.org/\"",
);

const THEME: Key<Text> = Key::new(
    "theme",
    "The folder in `themes/` that lies over the default look.",
    "theme = \"ours\"",
);

const OUTPUT: Key<Form> =
    Key::form("output", FOLDER, "The folder that the site is written to.", "output = \"public\"");

const REQUIRES: Key<Form> = Key::form(
    "requires",
    VERSION,
    "The first version of Twohats that knows all that the book says. An older one tells whoever runs it, and does nothing.",
    "requires = \"0.1\"",
);

pub(super) fn read(keys: &mut Keys<'_, '_>, book: &mut Book) {
    if let Some(needed) = keys.text(&REQUIRES) {
        let path = keys.path(REQUIRES.name);
        match version(&needed.text) {
            None => {
                let help = format!("write {}", VERSION.words);
                keys.note(malformed(needed.span, &needed.text, "a version", path, &help));
            }
            Some(later) if version(env!("CARGO_PKG_VERSION")).is_some_and(|own| own < later) => {
                keys.note(outdated_program(needed.span, &needed.text, path));
            }
            Some(_) => {}
        }
    }
    let title = keys.text(&TITLE);
    book.known_at = title.as_ref().map(|title| title.span.clone());
    set(&mut book.title, title);
    set(&mut book.description, keys.text(&DESCRIPTION));
    if let Some(id) = keys.text(&ID) {
        let fits = slug(&id.text);
        if fits == id.text {
            book.id = Some(fits);
            book.known_at = Some(id.span);
        } else {
            let example = if fits.is_empty() { "our-playbook" } else { &fits };
            let words = ID_FORM.words.replace("our-playbook", example);
            let path = keys.path(ID.name);
            keys.note(malformed(id.span, &id.text, "an id", path, &format!("write {words}")));
        }
    }
    let was = keys.texts(&WAS).into_iter();
    book.was = was.map(|text| Spanned::new(slug(&text.text), text.span)).collect();
    if let Some(months) = keys.count(&REVIEW_MONTHS) {
        book.review_months = months;
        book.says_months = true;
    }
    book.contact = formed(keys, &CONTACT, &REACHED, |text| is_web(text) || is_mail(text));
    book.edit_url = formed(keys, &EDIT_URL, &EDITED, is_web);
    let language = keys.text(&LANGUAGE).filter(|tag| {
        let is_one = is_tag(&tag.text);
        if !is_one {
            let help = meant_tag(&tag.text).unwrap_or_else(|| format!("write {}", TAG.words));
            let path = keys.path(LANGUAGE.name);
            keys.note(malformed(tag.span.clone(), &tag.text, "a language", path, &help));
        }
        is_one
    });
    book.tags.extend(language.iter().map(|tag| Spanned::new(tag.text.clone(), tag.span.clone())));
    set(&mut book.language, language);
    book.site_url = keys.text(&SITE_URL).and_then(|url| {
        let read = site_url(&url.text);
        if read.is_none() {
            let (path, help) = (keys.path(SITE_URL.name), format!("write {SITE_URL_FORM}"));
            keys.note(malformed(url.span, &url.text, "an address of a site", path, &help));
        }
        read
    });
    book.theme = keys.text(&THEME).map(|text| Spanned::new(text.text, text.span));
    if let Some(output) = keys.text(&OUTPUT) {
        let parts: Vec<&str> = output.text.split('/').collect();
        let is_inside = parts.iter().all(|part| !matches!(*part, "" | "." | ".."))
            && !output.text.contains(['\\', ':']);
        if is_inside {
            book.output = output.text;
        } else {
            let help = if output.text.contains('\\') && !output.text.contains(':') {
                format!(
                    "put `/` between folders: `output = \"{}\"`",
                    output.text.replace('\\', "/")
                )
            } else {
                String::from(
                    "name a folder in the project, as in `public`; `--output` can name any other",
                )
            };
            let path = keys.path(OUTPUT.name);
            let form = "a folder in the project";
            keys.note(malformed(output.span, &output.text, form, path, &help));
        }
    }
}

/// A text that has the form that its key asks for.
fn formed(
    keys: &mut Keys<'_, '_>,
    key: &Key<Form>,
    form: &Pattern,
    fits: impl Fn(&str) -> bool,
) -> Option<String> {
    let found = keys.text(key)?;
    if fits(&found.text) {
        return Some(found.text);
    }
    let (path, help) = (keys.path(key.name), format!("write {}", form.words));
    keys.note(malformed(found.span, &found.text, "an address", path, &help));
    None
}

fn is_web(text: &str) -> bool {
    let rest = ["http://", "https://"].iter().find_map(|scheme| text.strip_prefix(scheme));
    rest.is_some_and(|rest| {
        rest.starts_with(char::is_alphanumeric) && !text.contains([' ', '"', '<'])
    })
}

fn is_mail(text: &str) -> bool {
    let has_sign = text.contains([' ', '"', '<', '>', ':', '/', '?', '#']);
    let parts: Vec<&str> = text.split('@').collect();
    !has_sign && matches!(parts[..], [name, host] if !name.is_empty() && !host.is_empty())
}

/// The numbers of a version; those that are left out are none.
fn version(written: &str) -> Option<[u32; 3]> {
    let mut numbers = [0; 3];
    for (at, part) in written.split('.').enumerate() {
        let is_number =
            (1..=9).contains(&part.len()) && part.bytes().all(|one| one.is_ascii_digit());
        *numbers.get_mut(at)? = part.parse().ok().filter(|_| is_number)?;
    }
    Some(numbers)
}

fn set(value: &mut String, found: Option<tree::Text>) {
    if let Some(found) = found {
        *value = found.text;
    }
}

/// The address of a site, ending in `/`; `None` where the text is none.
pub(crate) fn site_url(text: &str) -> Option<String> {
    let host = text.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"));
    let known = host.is_some_and(|(_, host)| host.starts_with(char::is_alphanumeric));
    let is_whole = known && !text.contains(['?', '#', ' ', '"', '<']);
    is_whole.then(|| format!("{}/", text.trim_end_matches('/')))
}
