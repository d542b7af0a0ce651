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
mod scenario;
mod sheet;
mod sitemap;
mod template;
mod template_ids;
mod view;

use std::borrow::Cow;

use rayon::prelude::*;

use crate::check::check;
use crate::diagnostic::rules::search_miss::search_miss;
use crate::diagnostic::{Diagnostic, Noted, Severity, count, sort};
use crate::load::{Memory, load};
use crate::model::{Drafts, Entry};
use crate::plan::{Page, Plan, plan};
use crate::source::Sources;
use crate::theme::theme;

use edition::Edition;
use engine::Engine;

/// Among how many results a page must be that a query is for.
const FIRST: usize = 3;

/// A planned site whose layouts are ready.
pub struct Site {
    original: Edition,
    /// The same pages in other languages, each in a folder of its own.
    translations: Vec<Edition>,
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
        let paths: Vec<&String> = self.plans().flat_map(|plan| plan.pages().keys()).collect();
        let faults = paths.par_iter().filter_map(|path| self.render(path)?.err());
        let mut faults: Vec<Diagnostic> = faults.map(|fault| *fault).collect();
        faults.extend(self.original.panel(self).err().map(|fault| *fault));
        sort(&mut faults);
        faults
    }

    /// Which of the book's own queries do not find their page among the first three. It makes the index.
    #[must_use]
    pub fn search_faults(&self) -> Vec<Diagnostic> {
        let plan = self.plan();
        let queries = plan.playbook().queries.iter().flat_map(|(page, queries)| {
            queries.iter().map(move |query| (page.value.as_str(), query))
        });
        let queries: Vec<_> = queries.collect();
        let stem = |at: usize| &plan.index().pages[at].head.stem;
        let faults = queries.par_iter().filter_map(|(page, query)| {
            let found = plan.index().find(&query.value);
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
        let paths = self
            .editions()
            .flat_map(|edition| edition.plan.pages().keys().cloned().chain(edition.index_paths()));
        paths.collect()
    }

    /// Whether the site has a file of this path.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        let edition = self.edition(path);
        edition.plan.pages().contains_key(path) || edition.index_at(path).is_some()
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
        let Some(page) = plan.pages().get(path) else {
            let script = edition.index_file(self, path)?;
            return Some(script.map(|script| Cow::Owned(script.into_bytes())));
        };
        let scene = edition.scene(self, path, page);
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

    /// The plan in whose language an entry of a plan is written.
    fn of<'s>(&'s self, plan: &'s Plan, entry: &Entry) -> &'s Plan {
        if plan.is_untranslated(entry) { self.plan() } else { plan }
    }
}
