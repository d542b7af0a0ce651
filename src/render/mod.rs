//! A page of the plan as bytes: a pure function, the same for a build and for the preview.
//!
//! It must not know where the bytes go.

mod body;
mod card;
mod cards;
mod edition;
mod engine;
mod entries;
mod finder;
mod fingerprint;
mod frame;
mod languages;
mod layout_fault;
mod menu;
mod pages;
mod practice;
mod print;
mod sheet;
mod sitemap;
mod template;
mod template_ids;
mod view;

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::model::{Entry, SitePath};
use crate::plan::{Page, Plan};

use edition::Edition;

pub use engine::Engine;

/// A planned site whose layouts are ready.
pub struct Site {
    original: Edition,
    /// The same pages in other languages, each in a folder of its own.
    translations: Vec<Edition>,
}

impl Site {
    /// The site in the book's own language and in the others.
    #[must_use]
    pub fn new(original: Plan, translations: Vec<Plan>, engine: &Engine) -> Self {
        let edition = |plan| Edition::new(plan, Engine::clone(engine));
        let translations = translations.into_iter().map(edition).collect();
        Self { original: edition(original), translations }
    }

    /// The paths of all files of the site. Those of the index are known when it is made, which this does.
    #[must_use]
    pub fn paths(&self) -> Vec<SitePath> {
        let paths = self
            .editions()
            .flat_map(|edition| edition.plan.pages().keys().cloned().chain(edition.index_paths()));
        paths.collect()
    }

    /// Whether the site has a file of this path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        let edition = self.edition(path);
        let is_of_index = |path: SitePath| edition.index_at(&path).is_some();
        edition.plan.pages().contains_key(path)
            || edition.plan.folder().inside(path).is_some_and(is_of_index)
    }

    /// The site in the book's own language.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.original.plan
    }

    /// The site in every language, the book's own first.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.editions().map(|edition| &edition.plan)
    }

    fn editions(&self) -> impl Iterator<Item = &Edition> {
        [&self.original].into_iter().chain(&self.translations)
    }

    /// The edition that has, or would have, a path.
    fn edition(&self, path: &str) -> &Edition {
        let mut translations = self.translations.iter();
        let found = translations.find(|edition| edition.plan.folder().holds(path));
        found.unwrap_or(&self.original)
    }

    /// The bytes of one file, or `None` when the site has no such path.
    ///
    /// # Errors
    /// When a layout of the project's theme asks for something that is not there.
    pub fn render(&self, path: &str) -> Option<Result<Cow<'_, [u8]>, Box<Diagnostic>>> {
        let edition = self.edition(path);
        let plan = &edition.plan;
        let inside = plan.folder().inside(path)?;
        let Some(page) = plan.pages().get(path) else {
            let script = edition.index_file(self, &inside)?;
            return Some(script.map(|script| Cow::Owned(script.into_bytes())));
        };
        let scene = edition.scene(self, &inside, page);
        let text = match page {
            Page::Asset(bytes) => return Some(Ok(Cow::Borrowed(bytes))),
            Page::Sheet(entry, template, format) => {
                let plan = self.of(plan, entry);
                return Some(Ok(Cow::Owned(sheet::sheet(plan, entry, template, *format))));
            }
            Page::Card(of) => {
                return Some(Ok(Cow::Owned(card::card(&scene, of.as_deref()))));
            }
            Page::Sitemap(url) => Ok(sitemap::sitemap(self, url)),
            Page::TemplateIds => Ok(template_ids::template_ids(plan)),
            Page::Home => edition.layout("home.html", &pages::home(&scene)),
            Page::List(kind, part) => {
                edition.layout("list.html", &pages::list(&scene, *kind, part))
            }
            Page::Topic(topic, part) => {
                edition.layout("list.html", &pages::topic(&scene, topic, part))
            }
            Page::Finder(part) => edition.layout("finder.html", &finder::finder(&scene, part)),
            Page::Print(kind) => print::print(edition, &scene, *kind)
                .and_then(|context| edition.layout("print.html", &context)),
            Page::Drill(of) => edition.layout("drill.html", &practice::drill(&scene, of)),
            Page::RoleCards(part) => {
                edition.layout("cards.html", &practice::cards(&scene, part.as_ref()))
            }
            Page::Copies => edition.layout("copies.html", &pages::copies(&scene)),
            Page::Search => edition.layout("search.html", &pages::search(&scene)),
            Page::Redirect(to) => edition.layout("redirect.html", &pages::redirect(&scene, to)),
            Page::NotFound => edition.layout("not-found.html", &pages::not_found(&scene)),
            Page::Entry(entry, _) => edition.entry(&scene, entry),
        };
        Some(text.map(|text| Cow::Owned(text.into_bytes())))
    }

    /// The search as it stands on every page, in the book's own language.
    ///
    /// # Errors
    /// When the layout of it asks for something that is not there.
    pub fn search_panel(&self) -> Result<String, Box<Diagnostic>> {
        self.original.panel(self)
    }

    /// The plan in whose language an entry of a plan is written.
    fn of<'s>(&'s self, plan: &'s Plan, entry: &Entry) -> &'s Plan {
        if plan.is_untranslated(entry) { self.plan() } else { plan }
    }
}
