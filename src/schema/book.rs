//! The keys of `book.toml`.

use super::shape::{Map, Shape, needed, optional};

pub static BOOK: Map = Map {
    name: "book.toml",
    about: "The settings of a playbook.",
    keys: &[&[
        needed(
            "book",
            Shape::Group(&ABOUT),
            "What the playbook is.",
            "[book]\ntitle = \"Our playbook\"",
        ),
        optional(
            "topics",
            Shape::Named,
            "The topics that content may name, with their titles. Without it, any topic may be named.",
            "[topics]\ndelivery = \"Delivery\"\npeople = \"People\"",
        ),
        optional(
            "languages",
            Shape::Languages(&LANGUAGE),
            "The languages that the playbook is there in, the first one too. Translations stand in `content/de/` and so on.",
            "[languages.en]\nname = \"English\"\n\n[languages.de]\nname = \"Deutsch\"",
        ),
        optional(
            "markdown",
            Shape::Group(&MARKDOWN),
            "How Markdown is read.",
            "[markdown]\nhtml = \"escape\"",
        ),
        optional(
            "templates",
            Shape::Group(&TEMPLATES),
            "What is to be known of all templates.",
            "[templates]\nretired = [\"old-sheet\"]",
        ),
        optional(
            "rules",
            Shape::Rules,
            "How bad a rule is in this book. Those that would leave out what somebody wrote cannot be lowered.",
            "[rules]\nunused-template = \"error\"\nlong-script = \"off\"",
        ),
        optional(
            "links",
            Shape::Group(&LINKS),
            "What is to be known of all links.",
            "[links]\nignore = [\"/archive/*\"]",
        ),
        optional(
            "redirects",
            Shape::Named,
            "Old addresses, each with the page that has taken its place. `twohats mv` writes them.",
            "[redirects]\n\"scenarios/scope.html\" = \"scenarios/scope-creep.html\"",
        ),
        optional(
            "extra",
            Shape::Anything,
            "Notes of your own, which Twohats never reads.",
            "[extra]\nowner = \"People team\"",
        ),
    ]],
    one_of: &[],
};

static ABOUT: Map = Map {
    name: "[book]",
    about: "What the playbook is.",
    keys: &[&[
        needed("title", Shape::Text, "The playbook’s title.", "title = \"Our playbook\""),
        optional(
            "description",
            Shape::Text,
            "One or two sentences for the home page and for search engines.",
            "description = \"What to say and do when work gets difficult.\"",
        ),
        optional(
            "id",
            Shape::Form(
                r"^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$",
                "small letters, digits and hyphens, as in `our-playbook`",
            ),
            "The name under which readers’ copies are kept. Without it, it is made from the title; set it before you change the title.",
            "id = \"our-playbook\"",
        ),
        optional(
            "review_months",
            Shape::Number(Some((1, 120))),
            "After how many months a page is to be read again; 12 when nothing is said.",
            "review_months = 6",
        ),
        optional(
            "language",
            Shape::Text,
            "The language of the texts, as a tag.",
            "language = \"en\"",
        ),
        optional(
            "site_url",
            Shape::Form(
                "^https?://[\\p{L}\\p{N}][^?# \"<]*$",
                "the whole address, as in `https://playbook.example.org/`",
            ),
            "Where the playbook will be published. Makes a sitemap, full addresses, and pictures beside links.",
            "site_url = \"https://playbook.example.org/\"",
        ),
        optional(
            "theme",
            Shape::Text,
            "The folder in `themes/` that lies over the default look.",
            "theme = \"ours\"",
        ),
        optional(
            "output",
            Shape::Form(FOLDER, "a folder in the project, as in `public`"),
            "The folder that the site is written to.",
            "output = \"public\"",
        ),
    ]],
    one_of: &[],
};

static MARKDOWN: Map = Map {
    name: "[markdown]",
    about: "How Markdown is read.",
    keys: &[&[optional(
        "html",
        Shape::Word(&["clean", "escape", "trust"]),
        "Raw HTML in Markdown: made safe, shown as text, or left as it is.",
        "html = \"escape\"",
    )]],
    one_of: &[],
};

static LINKS: Map = Map {
    name: "[links]",
    about: "What is to be known of all links.",
    keys: &[&[optional(
        "ignore",
        Shape::Texts,
        "Links that are not followed, as patterns in which `*` stands for anything.",
        "ignore = [\"/archive/*\"]",
    )]],
    one_of: &[],
};

/// A folder in the project: no part of the path is empty, `.` or `..`.
const FOLDER: &str =
    r"^(?:[^/\\:]*[^/\\:.][^/\\:]*|\.{3,})(?:/(?:[^/\\:]*[^/\\:.][^/\\:]*|\.{3,}))*$";

static TEMPLATES: Map = Map {
    name: "[templates]",
    about: "What is to be known of all templates.",
    keys: &[&[optional(
        "retired",
        Shape::Texts,
        "Templates that are gone for good.",
        "retired = [\"old-sheet\"]",
    )]],
    one_of: &[],
};

static LANGUAGE: Map = Map {
    name: "languages",
    about: "A language of the playbook.",
    keys: &[&[
        needed("name", Shape::Text, "What the language calls itself.", "name = \"Deutsch\""),
        optional(
            "title",
            Shape::Text,
            "The playbook's title in this language.",
            "title = \"Unser Playbook\"",
        ),
        optional(
            "description",
            Shape::Text,
            "What the playbook is about, in this language.",
            "description = \"Schwierige Lagen bei der Arbeit, aus zwei Rollen gesehen.\"",
        ),
        optional(
            "topics",
            Shape::Named,
            "The titles of topics in this language.",
            "topics = { delivery = \"Lieferung\" }",
        ),
    ]],
    one_of: &[],
};
