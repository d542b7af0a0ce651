//! What every layout is given: `site` and `page`.

use serde::Serialize;

/// Facts about the whole playbook, in `site`.
#[derive(Serialize)]
pub struct SiteView {
    /// By which copies on a reader's device are known wherever the site lies, or null: then it is `name` and
    /// where it lies.
    pub id: Option<String>,
    /// The title as an id.
    pub name: String,
    pub title: String,
    /// Plain text; may be empty.
    pub description: String,
    /// A language tag such as `en`, for `<html lang>`.
    pub language: String,
    /// Where the site is published, ending in `/`, or null.
    pub url: Option<String>,
    /// The program's name and version, for `<meta name="generator">`.
    pub generator: String,
}

/// Facts that every page has, in `page`.
#[derive(Serialize)]
pub struct PageView {
    /// `home`, `list`, `scenario`, `template`, `guide`, `comparison`, `check`, `topic`, `finder`, `drill`,
    /// `cards`, `print`, `copies`, `search`, `redirect` or `not-found`.
    pub kind: &'static str,
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
    /// The site's main menu; the entry of the current kind is open and lists its pages.
    pub menu: Vec<MenuGroup>,
    /// From home to the parent of this page; empty on the home page.
    pub breadcrumbs: Vec<Link>,
    /// What is on this page, for jump links; may be empty.
    pub contents: Vec<Heading>,
    /// Not published yet; only the preview has such a page.
    pub draft: bool,
    /// The neighbours within the same list.
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

/// An entry of the main menu. `items` is filled only while `open`.
#[derive(Serialize)]
pub struct MenuGroup {
    /// `scenarios`, `templates`, `guidance`, `comparisons`, `checks`.
    pub kind: &'static str,
    pub title: String,
    pub href: String,
    /// This very page is the group's list page.
    pub current: bool,
    /// This page is in the group.
    pub open: bool,
    pub items: Vec<MenuItem>,
}

#[derive(Serialize)]
pub struct MenuItem {
    pub title: String,
    pub href: String,
    pub current: bool,
    pub draft: bool,
}

#[derive(Clone, Serialize)]
pub struct Link {
    pub title: String,
    pub href: String,
}

#[derive(Clone, Serialize)]
pub struct Heading {
    /// The `id` of the section or heading: link to `#{{ id }}`.
    pub id: String,
    pub title: String,
    /// 2 to 6, as in `<h2>`.
    pub level: u8,
}
