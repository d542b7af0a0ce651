//! What stands at a path of the site. It must not know how it is made.

use std::sync::Arc;

use crate::model::{Entry, Format, Host, Id, Kind, Playbook, Target, Template};
use crate::source::{Asset, Source};

use super::pagination::ListPage;

/// What stands at a path of the site.
#[derive(Clone, Debug)]
pub enum Page {
    /// Where a reader of the site begins.
    Home,
    /// A page of the list of a kind.
    List(Kind, ListPage),
    /// A page of what a folder of guidance holds, as a path from `content/`, and its number from 0. The first is there
    /// where its author wrote none.
    Chapter(String, usize),
    /// A thing of the book, and where it stands among those of its kind, from 0.
    Entry(Arc<Entry>, usize),
    /// A template as a file to fill in.
    Sheet(Arc<Entry>, Arc<Template>, Format),
    /// The social image of an entry, or of all other pages.
    SocialImage(Option<Arc<Entry>>),
    /// A page of what carries a topic.
    Topic(Id, ListPage),
    /// Signs to tick, of a page of the scenarios.
    Finder(ListPage),
    /// All of a kind, or of the book, on one page for paper.
    Print(Option<Kind>),
    /// Which hat first?, over the scenarios that say so.
    Drill(Vec<Arc<Entry>>),
    /// A page of the scenarios that a group can play, by the clock.
    Group(ListPage),
    /// A page of the scenarios to play, or all of them on one page for paper.
    RolePlay(Option<ListPage>),
    /// All copies on the reader's device; they are in no plan.
    Copies,
    /// What was changed on pages.
    News,
    /// The same for programs that look for news, of the site that is published at this address.
    Feed(String),
    /// The page to search on.
    Search,
    /// What a web host shows for an address that the site does not have.
    NotFound,
    /// An old address, and the path and the rest of the link that took its place.
    Redirect(Target),
    /// Every page of the site, which is published at this address.
    Sitemap(String),
    /// All old addresses, as a host reads them.
    HostRedirects(Host),
    /// What tells search engines to stay away.
    Robots,
    /// What a host says beside each file.
    HostHeaders,
    /// The ids under which readers keep answers.
    TemplateIds,
    /// The two hats in their colours, where a book has a look of its own.
    Icon(Icon),
    /// What a device is told that puts the site among its programs.
    Manifest,
    /// A file that is carried along as it is.
    Asset(Asset),
}

/// Where an icon is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// In the tab of a browser.
    Tab,
    /// On the home screen of a device.
    HomeScreen,
}

impl Page {
    /// The file of content in which it is written, where that is one.
    #[must_use]
    pub fn source<'p>(&'p self, playbook: &'p Playbook) -> Option<&'p Arc<Source>> {
        match self {
            Self::Home => playbook.home.as_ref().map(|home| &home.source),
            _ => self.entry().map(|entry| &entry.head.source),
        }
    }

    /// The entry of which it is made, when that is one alone.
    #[must_use]
    pub fn entry(&self) -> Option<&Arc<Entry>> {
        match self {
            Self::Entry(entry, _) | Self::Sheet(entry, ..) | Self::SocialImage(Some(entry)) => {
                Some(entry)
            }
            Self::Home
            | Self::List(..)
            | Self::Chapter(..)
            | Self::SocialImage(None)
            | Self::Topic(..)
            | Self::Finder(_)
            | Self::Print(_)
            | Self::Drill(_)
            | Self::Group(_)
            | Self::RolePlay(_)
            | Self::Copies
            | Self::News
            | Self::Feed(_)
            | Self::Search
            | Self::NotFound
            | Self::Redirect(_)
            | Self::HostRedirects(_)
            | Self::HostHeaders
            | Self::Robots
            | Self::Sitemap(_)
            | Self::TemplateIds
            | Self::Icon(_)
            | Self::Manifest
            | Self::Asset(_) => None,
        }
    }
}
