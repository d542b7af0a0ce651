//! A page of the plan as bytes: a pure function, the same for a build and for the preview.
//!
//! It must not know where the bytes go.

mod card;
mod cards;
mod engine;
mod entries;
mod frame;
mod pages;
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
use crate::model::Drafts;
use crate::plan::{Page, Plan, plan};
use crate::source::Sources;
use crate::theme::theme;

use engine::Engine;
use frame::Scene;

/// A planned site whose layouts are ready.
pub struct Site {
    plan: Plan,
    engine: Engine,
}

impl Site {
    /// The whole way from what was read to a site that is ready to be rendered. The notes are all there are,
    /// in the order in which they are shown; the site is there when none of them is an error.
    #[must_use]
    pub fn make(sources: &Sources) -> Noted<Option<Self>> {
        Self::make_again(sources, &mut Memory::default(), Drafts::LeftOut)
    }

    /// The same, for sources of which some were read before, with or without drafts.
    #[must_use]
    pub fn make_again(
        sources: &Sources,
        memory: &mut Memory,
        drafts: Drafts,
    ) -> Noted<Option<Self>> {
        let mut loaded = load(sources, memory);
        loaded.value.drafts = drafts;
        let Noted { value: theme, notes: theme_notes } = theme(sources, &loaded.value.book);
        let Noted { value: checked, mut notes } = check(loaded);
        notes.extend(theme_notes);
        // Layouts are looked at also when the content has faults: all there is to mend is told at once.
        let engine = Engine::new(&theme).map_err(|fault| notes.push(*fault)).ok();
        sort(&mut notes);
        let is_whole = count(&notes, Severity::Error) == 0;
        let site = checked.zip(engine).filter(|_| is_whole).map(|(checked, mut engine)| {
            let plan = plan(checked, theme);
            engine.share(frame::site(&plan));
            Self { plan, engine }
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

    /// The paths of all files of the site, in order.
    pub fn paths(&self) -> impl ExactSizeIterator<Item = &str> {
        self.plan.pages().keys().map(String::as_str)
    }

    /// Whether the site has a file of this path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.plan.pages().contains_key(path)
    }

    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The bytes of one file, or `None` when the site has no such path.
    ///
    /// # Errors
    /// When a layout of the project's theme asks for something that is not there.
    pub fn render(&self, path: &str) -> Option<Result<Cow<'_, [u8]>, Box<Diagnostic>>> {
        let page = self.plan.pages().get(path)?;
        let scene = Scene { plan: &self.plan, path };
        let text = match page {
            Page::Asset(bytes) => return Some(Ok(Cow::Borrowed(bytes))),
            Page::Sheet(key) => return Some(Ok(Cow::Owned(sheet::sheet(&self.plan, key)))),
            Page::Card(of) => {
                return Some(Ok(Cow::Owned(card::card(&scene, of.as_ref()))));
            }
            Page::Sitemap => Ok(sitemap::sitemap(&self.plan)),
            Page::TemplateIds => Ok(template_ids::template_ids(&self.plan)),
            Page::Home => self.layout("home.html", &pages::home(&scene)),
            Page::List(kind) => self.layout("list.html", &pages::list(&scene, *kind)),
            Page::Topic(topic) => self.layout("list.html", &pages::topic(&scene, topic)),
            Page::Copies => self.layout("copies.html", &pages::copies(&scene)),
            Page::Redirect(to) => self.layout("redirect.html", &pages::redirect(&scene, to)),
            Page::NotFound => self.layout("not-found.html", &pages::not_found(&scene)),
            Page::Entry(key) => {
                let (layout, context) = entries::entry(&scene, key);
                self.layout(layout, &context)
            }
        };
        Some(text.map(|text| Cow::Owned(text.into_bytes())))
    }

    fn layout(&self, name: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.engine.render(name, context)
    }
}
