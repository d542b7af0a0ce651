//! A page of the plan as bytes: a pure function, the same for a build and for the preview.
//!
//! It must not know where the bytes go.

mod body;
mod cards;
mod edition;
mod engine;
mod entries;
mod entry;
mod finder;
mod fingerprint;
mod frame;
mod index;
mod languages;
mod layout_fault;
mod menu;
mod menus;
mod pages;
mod practice;
mod print;
mod scene;
mod shared;
mod sheet;
mod site;
mod sitemap;
mod social_image;
mod template;
mod template_ids;
mod view;

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::model::Entry;
use crate::plan::{Page, Plan};

pub use engine::Engine;
pub use site::Site;

impl Site {
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
                return Some(Ok(Cow::Owned(social_image::social_image(&scene, of.as_deref()))));
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
