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
            Shape::NamedGroups(&LANGUAGE),
            "The languages that there are, by their tags, the playbook’s own among them. A translation lies in the folder of its language: `content/de/scenarios/scope-creep.yaml`. Each has what it calls itself as `name`, and as far as they are translated the playbook’s `title`, `description` and `topics`.",
            "[languages.de]\nname = \"Deutsch\"\ntitle = \"Unser Playbook\"\ntopics = { delivery = \"Lieferung\" }",
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

static LANGUAGE: Map = Map {
    name: "language",
    about: "What is said of a language.",
    keys: &[&[
        needed("name", Shape::Text, "What it calls itself.", "name = \"Deutsch\""),
        optional("title", Shape::Text, "The playbook’s title.", "title = \"Unser Playbook\""),
        optional(
            "description",
            Shape::Text,
            "One or two sentences for the home page and for search engines.",
            "description = \"Was man sagt und tut, wenn es schwierig wird.\"",
        ),
        optional(
            "topics",
            Shape::Named,
            "The titles of topics.",
            "topics = { delivery = \"Lieferung\" }",
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
            "language",
            Shape::Text,
            "The language of the texts, as a tag.",
            "language = \"en\"",
        ),
        optional(
            "site_url",
            Shape::Text,
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
            Shape::Text,
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
