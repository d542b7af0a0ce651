//! A page of the plan as bytes: a pure function, the same for a build and for the preview.
//!
//! It must not know where the bytes go.

mod card;
mod cards;
mod engine;
mod entries;
mod finder;
mod fingerprint;
mod frame;
mod layout_fault;
mod pages;
mod practice;
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
use crate::diagnostic::rules::search_miss::search_miss;
use crate::diagnostic::{Diagnostic, Noted, Severity, count, sort};
use crate::export::{blank_docx, fillable_pdf};
use crate::load::{Memory, load};
use crate::model::{Drafts, SEARCH};
use crate::plan::{Page, Plan, plan};
use crate::search::{Dress, FOLDER, File};
use crate::source::Sources;
use crate::theme::theme;

use engine::Engine;
use frame::Scene;

/// Among how many results a page must be that a query is for.
const FIRST: usize = 3;

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
        let Noted { value: theme, notes: mut theme_notes } = theme(sources, &loaded.value.book);
        loaded.value.book.levels.apply(&mut theme_notes);
        let Noted { value: checked, mut notes } = check(loaded);
        notes.extend(theme_notes);
        // Layouts are looked at also when the content has faults: all there is to mend is told at once.
        let engine = Engine::new(&theme).map_err(|faults| notes.extend(faults)).ok();
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
        let paths: Vec<&String> = self.plan.pages().keys().collect();
        let faults = paths.par_iter().filter_map(|path| self.render(path)?.err());
        let mut faults: Vec<Diagnostic> = faults.map(|fault| *fault).collect();
        faults.extend(self.panel().err().map(|fault| *fault));
        sort(&mut faults);
        faults
    }

    /// Which of the book's own queries do not find their page among the first three. It makes the index.
    #[must_use]
    pub fn search_faults(&self) -> Vec<Diagnostic> {
        let playbook = self.plan.playbook();
        let queries = playbook.queries.iter().flat_map(|(page, queries)| {
            queries.iter().map(move |query| (page.value.as_str(), query))
        });
        let queries: Vec<_> = queries.collect();
        let stem = |at: usize| &self.plan.entry(&self.plan.index().pages[at]).head.stem;
        let faults = queries.par_iter().filter_map(|(page, query)| {
            let found = self.plan.index().find(&query.value);
            let place = found.iter().position(|at| stem(*at) == page);
            let before = &found[..found.len().min(FIRST)];
            let before: Vec<String> = before.iter().map(|at| stem(*at).clone()).collect();
            let is_found = place.is_some_and(|place| place < FIRST);
            let place = place.map(|place| place + 1);
            (!is_found).then(|| search_miss(query.span.clone(), &query.value, place, &before))
        });
        let mut faults: Vec<Diagnostic> = faults.collect();
        sort(&mut faults);
        faults
    }

    /// The paths of all files of the site. Those of the index are known when it is made, which this does.
    #[must_use]
    pub fn paths(&self) -> Vec<String> {
        let pages = self.plan.pages().keys().cloned();
        pages.chain(self.plan.index().paths(self.plan.playbook())).collect()
    }

    /// Whether the site has a file of this path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.plan.pages().contains_key(path) || self.index_at(path).is_some()
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
        let Some(page) = self.plan.pages().get(path) else {
            let script = self.index_file(path)?;
            return Some(script.map(|script| Cow::Owned(script.into_bytes())));
        };
        let scene = Scene { plan: &self.plan, path };
        let text = match page {
            Page::Asset(bytes) => return Some(Ok(Cow::Borrowed(bytes))),
            Page::Pdf(key) => {
                return Some(Ok(Cow::Owned(sheet::sheet(&self.plan, key, fillable_pdf))));
            }
            Page::Docx(key) => {
                return Some(Ok(Cow::Owned(sheet::sheet(&self.plan, key, blank_docx))));
            }
            Page::Card(of) => {
                return Some(Ok(Cow::Owned(card::card(&scene, of.as_ref()))));
            }
            Page::Sitemap => Ok(sitemap::sitemap(&self.plan)),
            Page::TemplateIds => Ok(template_ids::template_ids(&self.plan)),
            Page::Home => self.layout("home.html", &pages::home(&scene)),
            Page::List(kind, part) => self.layout("list.html", &pages::list(&scene, *kind, *part)),
            Page::Topic(topic, part) => {
                self.layout("list.html", &pages::topic(&scene, topic, *part))
            }
            Page::Finder(part) => self.layout("finder.html", &finder::finder(&scene, *part)),
            Page::Print(kind) => print::print(self, &scene, *kind)
                .and_then(|context| self.layout("print.html", &context)),
            Page::Drill(_) => self.layout("drill.html", &practice::drill(&scene)),
            Page::RoleCards(_) => self.layout("cards.html", &practice::cards(&scene)),
            Page::Copies => self.layout("copies.html", &pages::copies(&scene)),
            Page::Search => self.layout("search.html", &pages::search(&scene)),
            Page::Redirect(to) => self.layout("redirect.html", &pages::redirect(&scene, to)),
            Page::NotFound => self.layout("not-found.html", &pages::not_found(&scene)),
            Page::Entry(key) => {
                let (layout, context) = entries::entry(&scene, key);
                self.layout(layout, &context)
            }
        };
        Some(text.map(|text| Cow::Owned(text.into_bytes())))
    }

    /// A file of the search's index.
    fn index_file(&self, path: &str) -> Option<Result<String, Box<Diagnostic>>> {
        let file = self.index_at(path)?;
        let panel = if matches!(file, File::Start) { self.panel() } else { Ok(String::new()) };
        let word = |key: &str| self.plan.theme().wording.get(key).to_owned();
        Some(panel.map(|panel| {
            let dress = Dress { word: &word, panel: panel.trim() };
            self.plan.index().script(path, file, self.plan.playbook(), &dress)
        }))
    }

    fn index_at(&self, path: &str) -> Option<File<'_>> {
        // The index is not made for a path that cannot be of it.
        let is_of_it = path.starts_with(FOLDER);
        is_of_it.then(|| self.plan.index().at(path, self.plan.playbook()))?
    }

    /// The search as a part of any page: its links start at the site's root.
    fn panel(&self) -> Result<String, Box<Diagnostic>> {
        let scene = Scene { plan: &self.plan, path: SEARCH };
        self.layout("search-panel.html", &pages::search(&scene))
    }

    fn layout(&self, name: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        self.engine.render(name, context)
    }
}
