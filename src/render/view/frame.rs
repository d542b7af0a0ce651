//! What every layout is given: `site`, `page` and `here`.

use serde::Serialize;
use tera::Value;

use crate::model::Extra;

use super::{Html, Words};

/// Facts about the whole playbook, in `site`.
#[derive(Serialize)]
pub(crate) struct SiteView {
    /// By which copies on a reader's device are known wherever the site lies, or null: then it is `name` and
    /// where it lies.
    pub id: Option<String>,
    /// The title as an id.
    pub name: String,
    /// What copies were known by before: ids and titles, as ids.
    pub was: Vec<String>,
    pub title: String,
    /// Plain text; may be empty.
    pub description: Words,
    /// A language tag such as `en`, for `<html lang>`, and which way it is written: `ltr` or `rtl`.
    pub language: String,
    pub direction: &'static str,
    /// Where the site is published, ending in `/`, or null.
    pub url: Option<String>,
    /// What `book.toml` has below `extra`, every value as text, or null.
    pub extra: Option<Extra>,
    /// The program's name and version, for `<meta name="generator">`.
    pub generator: String,
}

/// How the body of a page stands, in `here`. It is the block `main`, and stands among others on pages for paper too:
/// there it has no frame, so nothing in `page` leads on or back.
#[derive(Serialize)]
pub(crate) struct HereView {
    /// Whether it is on its own page: what is of use there only, or waits for a script, is left out among others.
    pub alone: bool,
    /// What goes before every id in it and every `name` of a control, so that each stands once; empty when alone.
    pub at: String,
    /// The elements of its headings: `h1` is that of the title, and `h2` among others.
    pub h1: &'static str,
    pub h2: &'static str,
    pub h3: &'static str,
}

/// Facts that every page has, in `page`.
#[derive(Default, Serialize)]
pub(crate) struct PageView {
    /// `home`, `list`, `scenario`, `template`, `guide`, `comparison`, `check`, `topic`, `finder`, `drill`,
    /// `cards`, `print`, `copies`, `news`, `search`, `redirect` or `not-found`.
    pub kind: &'static str,
    /// What it may load, run and send: a `Content-Security-Policy`.
    pub policy: &'static str,
    pub title: String,
    /// One plain sentence or two for `<meta name="description">`.
    pub description: String,
    /// The page's full address, or null without a `site_url`.
    pub canonical: Option<String>,
    /// The full address of the picture that other sites show beside a link, or null without a `site_url`.
    pub card: Option<String>,
    /// From this page to the site's root: empty, or `../` once or more. Assets are at
    /// `{{ page.root }}assets/...`.
    pub root: String,
    /// From this page to the first of its language: empty, or `../` once or more. It is `root` in the book's own.
    pub base: String,
    /// This page in every language of the book; empty when there is one language.
    pub languages: Vec<LanguageLink>,
    /// The rooms of the site, one a kind; that of guidance lists its pages while it is open.
    pub menu: Vec<MenuGroup>,
    /// Where a group finds what it needs, and the page of all copies, or null.
    pub group: Option<Link>,
    pub copies: Option<Link>,
    /// Where it is told what was changed, and the same for programs, or null.
    pub news: Option<Link>,
    pub feed: Option<Link>,
    /// Links that the book puts into the menu besides.
    pub links: Vec<Link>,
    /// Whether they are so few and so short that a wide screen has room for them in a line.
    pub few_links: bool,
    /// Pages of the owner's own.
    pub pages: Vec<Link>,
    /// From home to the parent of this page; empty on the home page.
    pub breadcrumbs: Vec<Link>,
    /// What is on this page, for jump links; may be empty.
    pub contents: Vec<Heading>,
    /// The owner's lines at the foot of every page, inline HTML; may be empty.
    pub footer: Vec<Html>,
    /// What the page's file has below `extra`, every value as text, or null.
    pub extra: Option<Extra>,
    /// Not published yet; only the preview has such a page.
    pub draft: bool,
    /// Who answers for an entry and what is to be known of its upkeep; null where nothing is.
    pub upkeep: Option<UpkeepView>,
    /// The neighbours within the same list.
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

/// Who answers for a page.
#[derive(Serialize)]
pub(crate) struct UpkeepView {
    /// Plain text, or null.
    pub owner: Option<Words>,
    /// Plain text, or null.
    pub reviewers: Option<Words>,
    /// The last day on which its review still holds, in digits; null where readers are not told.
    pub due: Option<String>,
    /// Where readers write to, and where its file can be changed; null without, and among others.
    pub contact: Option<String>,
    pub edit: Option<String>,
    /// What was changed, the newest first.
    pub changed: Vec<ChangeView>,
}

/// Something that was changed on a page.
#[derive(Serialize)]
pub(crate) struct ChangeView {
    pub date: String,
    /// Inline HTML.
    pub what: Html,
}

/// A room of the site. `items` is filled only while `open`, and where pages are read one after the other.
#[derive(Serialize)]
pub(crate) struct MenuGroup {
    /// `scenarios`, `templates`, `guidance`, `comparisons`, `checks`.
    pub kind: &'static str,
    pub title: String,
    pub href: String,
    /// This very page is the group's list page.
    pub current: bool,
    /// This page is in the group.
    pub open: bool,
    /// Each a `MenuItem`.
    pub items: Vec<Value>,
}

#[derive(Serialize)]
pub(crate) struct MenuItem {
    pub title: Words,
    pub href: String,
    pub current: bool,
    pub draft: bool,
    /// How many chapters it lies in.
    pub level: usize,
}

/// A page in one of the languages of the book.
#[derive(Serialize)]
pub(crate) struct LanguageLink {
    pub tag: String,
    pub direction: &'static str,
    /// What the language calls itself.
    pub name: String,
    pub href: String,
    /// The full address, or null without a `site_url` and where the page is not translated.
    pub url: Option<String>,
    /// It is the language of this very page.
    pub current: bool,
}

/// What the page of an entry that is not translated shows in its main part, in `original`; null on all others.
#[derive(Serialize)]
pub(crate) struct OriginalView {
    pub language: String,
    pub direction: &'static str,
    /// What stands in the main part of the original's page.
    pub html: Html,
}

#[derive(Clone, Serialize)]
pub(crate) struct Link {
    pub title: Words,
    pub href: String,
}

#[derive(Clone, Serialize)]
pub(crate) struct Heading {
    /// The `id` of the section or heading: link to `#{{ id }}`.
    pub id: String,
    pub title: String,
    /// 2 to 6, as in `<h2>`.
    pub level: u8,
}
