//! What `book.toml` says.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::RuleLevels;
use crate::markdown::Html;
use crate::source::{Span, Spanned};

use super::address::decode;
use super::paths::{HEADERS, REDIRECTS};
use super::{
    Assigned, Extra, Folder, Host, Id, Language, Look, Mentions, Pair, RoleForms, SitePart,
    SitePath, in_language,
};

/// The settings of a playbook.
#[derive(Clone, Debug)]
pub struct Book {
    /// What the playbook is called.
    pub title: String,
    /// The title as an id, that of the original in all languages.
    pub name: Id,
    /// What copies on a reader's device are known by, so that they outlive another title and another address.
    pub id: Option<Id>,
    /// What else copies may be known by: ids and titles that the book had before, as ids.
    pub was: Vec<Spanned<Id>>,
    /// Where it says what copies are known by: its `id`, else its `title`.
    pub known_at: Option<Span>,
    /// Plain text; may be empty.
    pub description: String,
    /// A language tag, `en` when nothing is said.
    pub language: String,
    /// What is said of languages, the book's own among them, in their order.
    pub languages: Vec<Language>,
    /// The tags of its own language and of its translations, as they were written.
    pub tags: Vec<Spanned<String>>,
    /// In the book of a translation: the language of all that is not translated.
    pub original: Option<String>,
    /// Where the site is published, ending in `/`.
    pub site_url: Option<String>,
    /// The folder in `themes/` that lies over the default theme.
    pub theme: Option<Spanned<Id>>,
    /// What the owner says of the look, where anything is said.
    pub look: Option<Look>,
    /// What the two hats are called in its own language, as far as that is said.
    pub roles: Pair<RoleForms>,
    /// The topics by id, with their titles. Empty: every topic that is used is one.
    pub topics: BTreeMap<Id, String>,
    /// Templates that are meant to be gone.
    pub retired: Vec<Spanned<Id>>,
    /// Old addresses, and what took their place.
    pub redirects: Vec<Redirect>,
    /// The host that is told of them.
    pub host: Option<Host>,
    /// Whether a host is told what to say beside each file.
    pub headers: bool,
    /// Other sites that may show pages in a frame, as a policy names them: whole addresses without a path, a space between.
    pub frames: Option<String>,
    /// Whether the list of all files is published with them.
    pub has_manifest: bool,
    /// What is done with raw HTML in prose.
    pub html: Html,
    /// How bad the rules are in this book.
    pub levels: RuleLevels,
    /// Links that are not followed, as patterns in which `*` stands for anything.
    pub ignored_links: Vec<String>,
    /// Files that are published though no page names them, as patterns of the same kind.
    pub also_published: Vec<Spanned<String>>,
    /// Folders outside the project to which links of the file system may lead, as ways from its root.
    pub allowed_folders: Vec<Spanned<String>>,
    /// Words and phrases that mean the same to who searches, a group for each meaning.
    pub same: Vec<Vec<String>>,
    /// Parts of the site that there are not to be.
    pub switched_off: BTreeSet<SitePart>,
    /// Links that the menu has besides, in their order.
    pub menu: Vec<MenuLink>,
    /// The files and pages that the menu, the look and the foot of pages name.
    pub mentions: Mentions,
    /// Who answers for folders and topics.
    pub owners: Vec<Assigned>,
    /// Who reads what lies in them before it is changed.
    pub reviewers: Vec<Assigned>,
    /// Where readers write to: an address of the web or of mail.
    pub contact: Option<String>,
    /// Where a file can be changed, with `{path}` where its path goes.
    pub edit_url: Option<String>,
    /// Whether the book itself says how long a review holds.
    pub says_months: bool,
    /// Notes of the owner's, for layouts of a theme.
    pub extra: Option<Extra>,
    /// After how many months a page is to be reviewed again.
    pub review_months: u32,
    /// The folder that the site is written to, from the project's root.
    pub output: String,
}

/// A link that the menu has besides its rooms.
#[derive(Clone, Debug)]
pub struct MenuLink {
    /// What it is called.
    pub title: String,
    /// Where it leads: an address of the web, or a page as a path from `content/`.
    pub to: Spanned<String>,
}

/// An old address.
#[derive(Clone, Debug)]
pub struct Redirect {
    /// The path in the site that a page had.
    pub from: Spanned<String>,
    /// The path of the page that took its place, as a link from the site's root.
    pub to: Spanned<String>,
}

impl Redirect {
    /// The file of the site that a browser gets at the old address; `None` when no page can stand there.
    #[must_use]
    pub fn file(&self) -> Option<SitePath> {
        Self::file_at(&self.from.value)
    }

    /// The same for an address as it is written. Other programs have pages in folders of their own, whose address
    /// ends in `/` or has no ending.
    ///
    /// ```
    /// use twohats::model::{Redirect, SitePath};
    /// let file = Some(SitePath::of("docs/late/index.html"));
    /// assert_eq!(Redirect::file_at("docs/late/index.html"), file);
    /// assert_eq!(Redirect::file_at("docs/late/"), file);
    /// assert_eq!(Redirect::file_at("docs/late"), file);
    /// assert_eq!(Redirect::file_at("docs/late.php"), None);
    /// assert_eq!(Redirect::file_at("/docs/late.html"), None);
    /// ```
    #[must_use]
    pub fn file_at(address: &str) -> Option<SitePath> {
        if address.contains(['?', '#']) || address.contains(char::is_control) {
            return None;
        }
        let address = decode(address);
        let last = address.rsplit('/').next().unwrap_or_default();
        let file = match address.strip_suffix('/') {
            Some(folder) => SitePath::parse(&format!("{folder}/index.html")),
            None if !last.contains('.') => SitePath::parse(&format!("{address}/index.html")),
            None => SitePath::parse(&address),
        };
        file.filter(|file| file.is_page() && file.name() != ".html")
    }
}

impl Book {
    /// The languages that the book is translated into.
    pub fn translations(&self) -> impl Iterator<Item = &Language> {
        self.languages.iter().filter(|one| one.tag != self.language)
    }

    /// Whether the site is to have a page of this path, as far as its parts go.
    #[must_use]
    pub fn has_part(&self, path: &SitePath) -> bool {
        self.switched_off.is_empty()
            || !SitePart::of(path).is_some_and(|part| self.switched_off.contains(&part))
    }

    /// The same book in another language. What is not translated stays as it is.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> Self {
        let mut book = Self { original: Some(self.language.clone()), ..self.clone() };
        book.language.clone_from(&language.tag);
        book.title = language.title.clone().unwrap_or(book.title);
        book.description = language.description.clone().unwrap_or(book.description);
        if let Some(look) = book.look.as_mut().filter(|_| !language.footer.is_empty()) {
            look.footer.clone_from(&language.footer);
        }
        book
    }

    /// The files that are written for hosts, where the book asks for them.
    #[must_use]
    pub fn for_host(&self) -> Vec<SitePath> {
        let redirects = self.told_host().map(|_| REDIRECTS);
        redirects.into_iter().chain(self.headers.then_some(HEADERS)).collect()
    }

    /// The host that `_redirects` is written for.
    #[must_use]
    pub fn told_host(&self) -> Option<Host> {
        self.host.filter(|_| !self.redirects.is_empty())
    }

    /// The attributes of what a translation takes from its original; nothing in the original.
    #[must_use]
    pub fn original_marks(&self) -> String {
        self.original.as_ref().map_or_else(String::new, |tag| in_language(tag))
    }

    /// The folder of this language in `content/` and in the site.
    #[must_use]
    pub fn folder(&self) -> Folder {
        self.original.as_ref().map_or_else(Folder::default, |_| Folder::of(&self.language))
    }

    /// What is said of the language that this book is in.
    #[must_use]
    pub fn own_language(&self) -> Option<&Language> {
        self.languages.iter().find(|one| one.tag == self.language)
    }

    /// What the two hats are called in a language of the book, as far as that is said.
    #[must_use]
    pub fn roles_in(&self, tag: &str) -> Pair<RoleForms> {
        let mut languages = self.languages.iter();
        let said = languages.find(|language| language.tag == tag && language.names_roles());
        let said = said.map(|language| &language.roles);
        let own = (tag == self.language).then_some(&self.roles);
        said.or(own).cloned().unwrap_or_default()
    }

    /// The title of a topic: as set in `book.toml`, else made from its id.
    #[must_use]
    pub fn topic_title(&self, id: &str) -> String {
        let translated = self.own_language().and_then(|language| language.topics.get(id));
        translated.or_else(|| self.topics.get(id)).cloned().unwrap_or_else(|| {
            let words = id.replace(['-', '_'], " ");
            let mut letters = words.chars();
            letters
                .next()
                .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        })
    }
}
