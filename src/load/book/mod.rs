//! The settings of a book: the keys of `book.toml`, and how they are read.

mod about;
mod host;
mod languages;
mod look;
mod meant_tag;
mod named;
mod roles;
mod rules;
mod site_parts;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::rules::git_conflict::git_conflicts;
use crate::diagnostic::rules::missing_field::{self, missing_field};
use crate::diagnostic::{Noted, RuleLevels};
use crate::markdown::{Html, composed, slug};
use crate::model::{Book, Link, Mentions, Pair, is_outside};
use crate::schema::{
    Alike, Anything, Group, Key, Keys, Languages, Map, Named, OneOf, Rules, Texts,
};
use crate::source::{PROJECT_FILE, Source, Span, Spanned};
use crate::tree::{Text, parse_toml};

use super::extra::extra;

use named::topic_titles;

pub(crate) use about::{SITE_URL_FORM, site_url};

pub(super) static KEYS: Map = Map::new(
    "book.toml",
    "The settings of a playbook.",
    &[&[
        BOOK.any(),
        TOPICS.any(),
        LANGUAGES.any(),
        LOOK.any(),
        ROLES.any(),
        MARKDOWN.any(),
        TEMPLATES.any(),
        RULES.any(),
        LINKS.any(),
        PUBLISH.any(),
        SEARCH.any(),
        SOURCES.any(),
        SITE.any(),
        MENU.any(),
        OWNERS.any(),
        REVIEWERS.any(),
        REDIRECTS.any(),
        HOST.any(),
        EXTRA.any(),
    ]],
);

const BOOK: Key<Group> =
    Key::group("book", &about::KEYS, "What the playbook is.", "[book]\ntitle = \"Our playbook\"")
        .needed()
        .help("add a line `[book]`, and below it a line like `title = \"Our playbook\"`");

const TOPICS: Key<Named> = Key::new(
    "topics",
    "The topics that content may name, with their titles. Without it, any topic may be named.",
    "[topics]\ndelivery = \"Delivery\"\npeople = \"People\"",
);

const LANGUAGES: Key<Languages> = Key::languages(
    "languages",
    &languages::KEYS,
    "The languages that the playbook is there in, the first one too. Translations stand in `content/de/` and so on.",
    "[languages.en]\nname = \"English\"\n\n[languages.de]\nname = \"Deutsch\"",
);

const LOOK: Key<Group> = Key::group(
    "look",
    &look::KEYS,
    look::ABOUT,
    "[look]\nleader = \"#00594c\"\nmanager = \"#a33b1f\"\naccent = \"#7a1f5c\"",
);

const ROLES: Key<Group> = Key::group(
    "roles",
    &roles::KEYS,
    roles::ABOUT,
    "[roles]\nleader = { name = \"guide\", verb = \"guide\" }\nmanager = { name = \"planner\", verb = \"plan\" }",
);

const MARKDOWN_ABOUT: &str = "How Markdown is read.";

const MARKDOWN: Key<Group> =
    Key::group("markdown", &MARKDOWN_KEYS, MARKDOWN_ABOUT, "[markdown]\nhtml = \"escape\"");

const TEMPLATES_ABOUT: &str = "What is to be known of all templates.";

const TEMPLATES: Key<Group> = Key::group(
    "templates",
    &TEMPLATES_KEYS,
    TEMPLATES_ABOUT,
    "[templates]\nretired = [\"old-sheet\"]",
);

const RULES: Key<Rules> = Key::new(
    "rules",
    "How bad a rule is in this book. Those that would leave out what somebody wrote cannot be lowered.",
    "[rules]\nunused-template = \"error\"\nlong-script = \"off\"",
);

const LINKS_ABOUT: &str = "What is to be known of all links.";

const LINKS: Key<Group> =
    Key::group("links", &LINKS_KEYS, LINKS_ABOUT, "[links]\nignore = [\"/archive/*\"]");

const PUBLISH_ABOUT: &str = "What is to be known of files that are carried along.";

const PUBLISH: Key<Group> =
    Key::group("publish", &PUBLISH_KEYS, PUBLISH_ABOUT, "[publish]\nalso = [\"downloads/*\"]");

const SEARCH_ABOUT: &str = "What is to be known of what readers search for.";

const SEARCH: Key<Group> = Key::group(
    "search",
    &SEARCH_KEYS,
    SEARCH_ABOUT,
    "[search]\nsame = [[\"1on1\", \"one-to-one\"], [\"holiday\", \"vacation\"]]",
);

const SOURCES_ABOUT: &str = "What is to be known of the files that the book is read from.";

const SOURCES: Key<Group> =
    Key::group("sources", &SOURCES_KEYS, SOURCES_ABOUT, "[sources]\nallow = [\"../pictures\"]");

const SITE: Key<Group> =
    Key::group("site", &site_parts::KEYS, site_parts::ABOUT, "[site]\nfinder = false");

const MENU: Key<Named> = Key::new(
    "menu",
    "Links that stand in the menu behind its rooms: what each is called, and an address of the web or a page as a path from `content/`.",
    "[menu]\n\"Staff handbook\" = \"https://intranet.example.org/handbook\"",
);

const OWNERS: Key<Named> = Key::new(
    "owners",
    "Who answers for what lies in a folder of `content/`, or carries a topic. A page that names its own `owner` has that one.",
    "[owners]\n\"guidance/hiring\" = \"People team\"\nwellbeing = \"Occupational health\"",
);

const REVIEWERS: Key<Named> = Key::new(
    "reviewers",
    "Who reads it before it is changed, in the same way.",
    "[reviewers]\ntemplates = \"Works council\"",
);

const REDIRECTS: Key<Named> = Key::new(
    "redirects",
    "Old addresses, each with the page that has taken its place. `twohats mv` writes them.",
    "[redirects]\n\"scenarios/scope.html\" = \"scenarios/scope-creep.html\"",
);

const HOST: Key<Group> = Key::group("host", &host::KEYS, host::ABOUT, "[host]\nkind = \"netlify\"");

const EXTRA: Key<Anything> = Key::new(
    "extra",
    "Notes of your own, which only layouts of a theme are given, in `site.extra`.",
    "[extra]\nowner = \"People team\"",
);

static MARKDOWN_KEYS: Map = Map::new("[markdown]", MARKDOWN_ABOUT, &[&[HTML.any()]]);

const HTML: Key<OneOf<Html>> = Key::word(
    "html",
    "Raw HTML in Markdown: made safe, shown as text, or left as it is. On the pages of sheets nothing is loaded from elsewhere even then.",
    "html = \"escape\"",
);

static TEMPLATES_KEYS: Map = Map::new("[templates]", TEMPLATES_ABOUT, &[&[RETIRED.any()]]);

const RETIRED: Key<Texts> =
    Key::new("retired", "Templates that are gone for good.", "retired = [\"old-sheet\"]");

static LINKS_KEYS: Map = Map::new("[links]", LINKS_ABOUT, &[&[IGNORE.any()]]);

const IGNORE: Key<Texts> = Key::new(
    "ignore",
    "Links that are not followed, and not asked for by `check --links`, as patterns in which `*` stands for anything.",
    "ignore = [\"/archive/*\"]",
);

static PUBLISH_KEYS: Map = Map::new("[publish]", PUBLISH_ABOUT, &[&[ALSO.any()]]);

const ALSO: Key<Texts> = Key::new(
    "also",
    "Files in `content/` that are published though no page names them, as patterns in which `*` stands for anything.",
    "also = [\"downloads/*\"]",
);

static SEARCH_KEYS: Map = Map::new("[search]", SEARCH_ABOUT, &[&[SAME.any()]]);

const SAME: Key<Alike> = Key::new(
    "same",
    "Words and phrases that mean the same to who searches, a list for each meaning. Common ones come with English and German.",
    "same = [[\"1on1\", \"one-to-one\"], [\"holiday\", \"vacation\"]]",
);

static SOURCES_KEYS: Map = Map::new("[sources]", SOURCES_ABOUT, &[&[ALLOW.any()]]);

const ALLOW: Key<Texts> = Key::new(
    "allow",
    "Folders outside the project to which links of the file system may lead, as ways from `book.toml`. All other links that lead out are not followed.",
    "allow = [\"../pictures\"]",
);

/// Reads the settings. What is missing or wrong is noted, and a default stands in for it, so that the
/// rest of the book can be read as well.
pub(super) fn book(source: Option<&Arc<Source>>) -> Noted<Book> {
    let mut book = Book {
        title: String::from("Playbook"),
        id: None,
        was: Vec::new(),
        known_at: None,
        name: String::new(),
        description: String::new(),
        language: String::from("en"),
        languages: Vec::new(),
        tags: Vec::new(),
        original: None,
        site_url: None,
        theme: None,
        look: None,
        roles: Pair::default(),
        extra: None,
        topics: BTreeMap::new(),
        retired: Vec::new(),
        redirects: Vec::new(),
        host: None,
        headers: false,
        frames: None,
        has_manifest: true,
        html: Html::Clean,
        levels: RuleLevels::default(),
        ignored_links: Vec::new(),
        also_published: Vec::new(),
        allowed_folders: Vec::new(),
        same: Vec::new(),
        switched_off: BTreeSet::new(),
        menu: Vec::new(),
        mentions: Mentions::default(),
        owners: Vec::new(),
        reviewers: Vec::new(),
        contact: None,
        edit_url: None,
        says_months: false,
        review_months: about::FEW_MONTHS,
        output: String::from("public"),
    };
    let Some(source) = source else {
        let nowhere = Span::new(&Arc::new(Source::new(PROJECT_FILE, "")), 0..0);
        let help = "make a file `book.toml` with the lines `[book]` and `title = \"Our playbook\"`";
        let note = missing_field(nowhere, "project", PROJECT_FILE, String::new(), help);
        return Noted::new(book, vec![note]);
    };
    let conflicts = source.conflicts();
    if !conflicts.is_empty() {
        // What hangs on the settings, such as its languages, is no fault of the content.
        let first = Arc::new(source.first_version(&conflicts));
        let book = self::book(Some(&first)).value;
        return Noted::new(book, git_conflicts(source, &conflicts));
    }
    let Noted { value: root, mut notes } = parse_toml(source);
    let broken: Vec<usize> = notes.iter().map(|note| note.span.line_and_column().0).collect();
    let faults = notes.len();
    Keys::read(&root, &KEYS, String::new(), &mut notes, |keys| {
        read(keys, &mut book);
        Some(())
    });
    if !broken.is_empty() {
        let mut rest = notes.split_off(faults);
        // What is missing may be what could not be read, and what stands on such a line is not what was meant.
        rest.retain(|note| {
            let (line, _) = note.span.line_and_column();
            !note.is_of(&missing_field::RULE) && !broken.contains(&line)
        });
        notes.extend(rest);
    }
    book.name = slug(&book.title);
    Noted::new(book, notes)
}

fn read(keys: &mut Keys<'_, '_>, book: &mut Book) {
    match keys.raw(&BOOK) {
        Some(book) if book.is_empty() => {
            keys.missing(&[BOOK.name], "write a line like `title = \"Our playbook\"` below it");
        }
        // They are the keys of `[book]` that stands nowhere.
        None if keys.let_stand(about::KEYS.all()) => {
            keys.missing(&[BOOK.name], "put a line `[book]` above this one");
        }
        Some(_) | None => {}
    }
    keys.group(&BOOK, |keys| {
        about::read(keys, book);
        Some(())
    });
    if let Some(topics) = keys.own(&TOPICS, topic_titles) {
        book.topics = topics;
    }
    book.roles = keys.group(&ROLES, |keys| Some(roles::read(keys))).unwrap_or_default();
    let mut reader = look::Reader::new(&book.title);
    book.look = keys.group(&LOOK, |keys| Some(reader.look(keys)));
    let languages = keys.own(&LANGUAGES, |keys| languages::read(keys, &mut reader));
    let languages = languages.unwrap_or_default();
    if languages.iter().any(|(language, _)| !language.footer.is_empty()) {
        book.look.get_or_insert_default().has_footer = true;
    }
    book.mentions = reader.mentions;
    for (language, span) in languages {
        if language.tag != book.language {
            book.tags.push(Spanned::new(language.tag.clone(), span));
        } else if let Some(look) = book.look.as_mut().filter(|_| !language.footer.is_empty()) {
            look.footer.clone_from(&language.footer);
        }
        book.languages.push(language);
    }
    if let Some(html) = keys.group(&MARKDOWN, |markdown| markdown.word(&HTML)) {
        book.html = html;
    }
    if let Some(levels) = keys.own(&RULES, rules::levels) {
        book.levels = levels;
    }
    let ignored = keys.group(&LINKS, |links| Some(links.texts(&IGNORE)));
    book.ignored_links = ignored.into_iter().flatten().map(|text| text.text).collect();
    let also = keys.group(&PUBLISH, |publish| Some(publish.texts(&ALSO)));
    let also = also.into_iter().flatten();
    book.also_published = also.map(|text| Spanned::new(text.text, text.span)).collect();
    let same = keys.group(&SEARCH, |search| Some(search.alike(&SAME)));
    let texts = |group: Vec<Text>| group.into_iter().map(|text| text.text).collect();
    book.same = same.into_iter().flatten().map(texts).collect();
    let allowed = keys.group(&SOURCES, |sources| Some(sources.texts(&ALLOW)));
    let allowed = allowed.into_iter().flatten();
    book.allowed_folders = allowed.map(|text| Spanned::new(text.text, text.span)).collect();
    let retired = keys.group(&TEMPLATES, |templates| Some(templates.texts(&RETIRED)));
    let retired = retired.into_iter().flatten();
    book.retired =
        retired.map(|text| Spanned::new(composed(&text.text).into_owned(), text.span)).collect();
    book.redirects = keys.own(&REDIRECTS, named::redirects).unwrap_or_default();
    book.switched_off =
        keys.group(&SITE, |site| Some(site_parts::switched_off(site))).unwrap_or_default();
    book.menu = keys.own(&MENU, named::menu).unwrap_or_default();
    let inside = book.menu.iter().filter(|link| !is_outside(&link.to.value));
    let inside =
        inside.map(|link| Link { target: link.to.value.clone(), span: link.to.span.clone() });
    book.mentions.links.extend(inside);
    book.owners = keys.own(&OWNERS, named::assigned).unwrap_or_default();
    book.reviewers = keys.own(&REVIEWERS, named::assigned).unwrap_or_default();
    keys.group(&HOST, |host| {
        host::read(host, book);
        Some(())
    });
    book.extra = keys.raw(&EXTRA).map(extra);
}
