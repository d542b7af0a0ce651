//! A page of the plan as bytes: a pure function, the same for a build and for the preview.
//!
//! It must not know where the bytes go.

mod card;
mod cards;
mod engine;
mod entries;
mod finder;
mod frame;
mod languages;
mod pages;
mod print;
mod rehome;
mod scenario;
mod sheet;
mod sitemap;
mod template;
mod template_ids;
mod view;

use std::borrow::Cow;

use rayon::prelude::*;
use tera::Context;

use crate::check::check;
use crate::diagnostic::{Diagnostic, Noted, Severity, count, sort};
use crate::load::{Memory, load};
use crate::model::Key;
use crate::plan::{Page, Plan, plan};
use crate::source::Sources;
use crate::theme::theme;

use engine::Engine;
use frame::Scene;

/// A planned site whose layouts are ready.
pub struct Site {
    original: Edition,
    /// The same pages in other languages, each in a folder of its own.
    translations: Vec<Edition>,
}

/// The site in one language.
struct Edition {
    plan: Plan,
    engine: Engine,
}

impl Site {
    /// The whole way from what was read to a site that is ready to be rendered. The notes are all there are,
    /// in the order in which they are shown; the site is there when none of them is an error.
    #[must_use]
    pub fn make(sources: &Sources) -> Noted<Option<Self>> {
        Self::make_again(sources, &mut Memory::default())
    }

    /// The same, for sources of which some were read before.
    #[must_use]
    pub fn make_again(sources: &Sources, memory: &mut Memory) -> Noted<Option<Self>> {
        let loaded = load(sources, memory);
        let Noted { value: theme, notes: theme_notes } = theme(sources, &loaded.value.book);
        let Noted { value: checked, mut notes } = check(loaded);
        notes.extend(theme_notes);
        // Layouts are looked at also when the content has faults: all there is to mend is told at once.
        let engine = Engine::new(&theme).map_err(|fault| notes.push(*fault)).ok();
        sort(&mut notes);
        let is_whole = count(&notes, Severity::Error) == 0;
        let site = checked.zip(engine).filter(|_| is_whole).map(|(mut checked, engine)| {
            let translations = checked.take_editions().into_iter().map(|checked| {
                let theme = theme.in_language(&checked.playbook().book.language);
                Edition::new(plan(checked, theme), engine.clone())
            });
            let translations = translations.collect();
            Self { original: Edition::new(plan(checked, theme), engine), translations }
        });
        Noted::new(site, notes)
    }

    /// What is wrong with layouts, found by rendering every page: a layout may ask for something that only
    /// some pages have.
    #[must_use]
    pub fn layout_faults(&self) -> Vec<Diagnostic> {
        let paths: Vec<&str> = self.paths().collect();
        let faults = paths.par_iter().filter_map(|path| self.render(path)?.err());
        let mut faults: Vec<Diagnostic> = faults.map(|fault| *fault).collect();
        sort(&mut faults);
        faults
    }

    /// The paths of all files of the site, by language.
    pub fn paths(&self) -> impl ExactSizeIterator<Item = &str> {
        let paths = self.plans().flat_map(|plan| plan.pages().keys().map(String::as_str));
        paths.collect::<Vec<_>>().into_iter()
    }

    /// Whether the site has a file of this path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.edition(path).plan.pages().contains_key(path)
    }

    /// The site in the book's own language.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.original.plan
    }

    /// The site in every language, the book's own first.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        [&self.original].into_iter().chain(&self.translations).map(|edition| &edition.plan)
    }

    /// The edition that has, or would have, a path.
    fn edition(&self, path: &str) -> &Edition {
        let mut translations = self.translations.iter();
        let found = translations.find(|edition| path.starts_with(edition.plan.folder()));
        found.unwrap_or(&self.original)
    }

    /// The bytes of one file, or `None` when the site has no such path.
    ///
    /// # Errors
    /// When a layout of the project's theme asks for something that is not there.
    pub fn render(&self, path: &str) -> Option<Result<Cow<'_, [u8]>, Box<Diagnostic>>> {
        let edition = self.edition(path);
        let plan = &edition.plan;
        let page = plan.pages().get(path)?;
        let scene =
            Scene { site: self, plan, folder: plan.folder(), path: &path[plan.folder().len()..] };
        let text = match page {
            Page::Asset(bytes) => return Some(Ok(Cow::Borrowed(bytes))),
            Page::Sheet(key) => {
                return Some(Ok(Cow::Owned(sheet::sheet(self.plan_of(plan, key), key))));
            }
            Page::Card(of) => {
                return Some(Ok(Cow::Owned(card::card(&scene, of.as_ref()))));
            }
            Page::Sitemap => Ok(sitemap::sitemap(self)),
            Page::TemplateIds => Ok(template_ids::template_ids(plan)),
            Page::Home => edition.layout("home.html", &pages::home(&scene)),
            Page::List(kind, part) => {
                edition.layout("list.html", &pages::list(&scene, *kind, *part))
            }
            Page::Topic(topic, part) => {
                edition.layout("list.html", &pages::topic(&scene, topic, *part))
            }
            Page::Finder(part) => edition.layout("finder.html", &finder::finder(&scene, *part)),
            Page::Print(kind) => print::print(self, &scene, *kind)
                .and_then(|context| edition.layout("print.html", &context)),
            Page::Copies => edition.layout("copies.html", &pages::copies(&scene)),
            Page::NotFound => edition.layout("not-found.html", &pages::not_found(&scene)),
            Page::Entry(key) => self.entry(edition, &scene, key),
        };
        Some(text.map(|text| Cow::Owned(text.into_bytes())))
    }

    /// The page of an entry. Where it is not translated, the main part is the original's, seen from here.
    fn entry(
        &self,
        edition: &Edition,
        scene: &Scene<'_>,
        key: &Key,
    ) -> Result<String, Box<Diagnostic>> {
        let (layout, mut context) = entries::entry(scene, key);
        if edition.plan.is_untranslated(key) {
            let original = Scene { plan: self.plan(), ..*scene };
            let (layout, context_there) = entries::entry(&original, key);
            let page = self.original.layout(layout, &context_there)?;
            context.insert("original", &print::original(&original, &page));
        }
        edition.layout(layout, &context)
    }

    /// The plan in whose language an entry is written.
    fn plan_of<'s>(&'s self, plan: &'s Plan, key: &Key) -> &'s Plan {
        if plan.is_untranslated(key) { self.plan() } else { plan }
    }
}

impl Edition {
    fn new(plan: Plan, mut engine: Engine) -> Self {
        engine.share(frame::site(&plan));
        Self { plan, engine }
    }

    fn layout(&self, name: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.engine.render(name, context)
    }
}
