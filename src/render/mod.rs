//! A page of the plan as bytes: a pure function, the same for a build and for the preview.
//!
//! It must not know where the bytes go.

mod address_code;
mod body;
mod cards;
mod chapters;
mod edition;
mod engine;
mod entries;
mod entry;
mod feed;
mod finder;
mod fingerprint;
mod flat;
mod frame;
mod group;
mod home;
mod host_headers;
mod host_redirects;
mod icons;
mod ids;
mod index;
mod languages;
mod layout_fault;
mod list_pages;
mod look;
mod menu;
mod menus;
mod naming;
mod news;
mod page_context;
mod pages;
mod picture_size;
mod policy;
mod practice;
mod print;
mod share;
mod shared;
mod site;
mod sitemap;
mod social_image;
mod staging;
mod template;
mod template_ids;
mod traced;
mod upkeep;
mod view;

use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::model::Entry;
use crate::plan::{Page, Plan};

pub use address_code::address_in_blocks;
pub use engine::Engine;
pub use naming::TakenId;
pub use share::Share;
pub use site::Site;
pub use traced::traces;

impl Site {
    /// The bytes of one file, or `None` when the site has no such path, or only carries along what stays on the disk.
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
        let context = edition.context(self, &inside, page);
        let text = match page {
            Page::Asset(asset) => return asset.held().map(|bytes| Ok(Cow::Borrowed(bytes))),
            Page::Sheet(entry, template, format) => {
                let plan = self.of(plan, entry);
                return Some(Ok(Cow::Owned(plan.blank(entry, template, *format))));
            }
            Page::SocialImage(of) => {
                return Some(Ok(Cow::Owned(social_image::social_image(&context, of.as_deref()))));
            }
            Page::Icon(icon) => return Some(Ok(Cow::Owned(icons::drawn(plan, *icon)))),
            Page::Manifest => Ok(icons::manifest(plan)),
            Page::Sitemap(url) => Ok(sitemap::sitemap(self, url)),
            Page::HostRedirects(host) => Ok(host_redirects::host_redirects(self, *host)),
            Page::HostHeaders => Ok(host_headers::host_headers(self)),
            Page::Robots => Ok(staging::ROBOTS.to_owned()),
            Page::TemplateIds => Ok(template_ids::template_ids(plan)),
            Page::Home => edition.layout("home.html", &home::home(&context)),
            Page::List(kind, page) => {
                edition.layout("list.html", &pages::list(&context, *kind, page))
            }
            Page::Chapter(folder, number) => {
                edition.layout("list.html", &chapters::chapter(&context, folder, *number))
            }
            Page::Topic(topic, page) => {
                edition.layout("list.html", &pages::topic(&context, topic, page))
            }
            Page::Finder(page) => edition.layout("finder.html", &finder::finder(&context, page)),
            Page::Print(kind) => print::print(edition, &context, *kind)
                .and_then(|values| edition.layout("print.html", &values)),
            Page::Drill(of) => edition.layout("drill.html", &practice::drill(&context, of)),
            Page::Group(page) => edition.layout("group.html", &group::group(&context, page)),
            Page::RolePlay(page) => {
                edition.layout("cards.html", &practice::role_play(&context, page.as_ref()))
            }
            Page::News => edition.layout("news.html", &news::news(&context)),
            Page::Feed(url) => Ok(feed::feed(&context, url)),
            Page::Copies => edition.layout("copies.html", &pages::copies(&context)),
            Page::Search => edition.layout("search.html", &pages::search(&context)),
            Page::Redirect(to) => edition.layout("redirect.html", &pages::redirect(&context, to)),
            Page::NotFound => edition.layout("not-found.html", &pages::not_found(&context)),
            Page::Entry(entry, _) => edition.entry(&context, entry),
        };
        let addresses = &plan.theme().addresses;
        let finished = |text| {
            let text = addresses.in_page(text, &context.root());
            if plan.is_staging() && context.path.is_page() {
                staging::marked(text, plan)
            } else {
                text
            }
        };
        Some(text.map(|text| Cow::Owned(finished(text).into_bytes())))
    }

    /// All that a social image is drawn of, as a text that is another where the picture may be; `None` of all other files. It is
    /// known much sooner than the picture.
    #[must_use]
    pub fn drawn_of(&self, path: &str) -> Option<String> {
        let edition = self.edition(path);
        let Some(page @ Page::SocialImage(of)) = edition.plan.pages().get(path) else {
            return None;
        };
        let inside = edition.plan.folder().inside(path)?;
        Some(social_image::drawn_of(&edition.context(self, &inside, page), of.as_deref()))
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
