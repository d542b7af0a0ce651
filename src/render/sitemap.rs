//! The sitemap: every page, with the day on which its content was last reviewed where that is known.

use std::fmt::Write;

use crate::markdown::escape;
use crate::plan::Page;

use super::page_context::address;
use super::site::Site;

/// XML after <https://www.sitemaps.org/protocol.html>; `lastmod` may be a month or a day.
pub(super) fn sitemap(site: &Site, url: &str) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let pages = site.plans().flat_map(|plan| plan.pages().iter().map(move |page| (plan, page)));
    for (plan, (path, page)) in pages {
        let reviewed = match page {
            // Its address is the original's.
            Page::Entry(entry, _) if plan.is_untranslated(entry) => continue,
            Page::Entry(entry, _) => entry.head.reviewed(),
            Page::Home
            | Page::List(..)
            | Page::Chapter(..)
            | Page::News
            | Page::Topic(..)
            | Page::Finder(_)
            | Page::Drill(_)
            | Page::Group(_)
            | Page::RolePlay(Some(_)) => None,
            Page::NotFound
            | Page::Print(_)
            | Page::RolePlay(None)
            | Page::Redirect(_)
            | Page::Copies
            | Page::Feed(_)
            | Page::Search
            | Page::HostRedirects(_)
            | Page::HostHeaders
            | Page::Robots
            | Page::Sitemap(_)
            | Page::TemplateIds
            | Page::Icon(_)
            | Page::Manifest
            | Page::Sheet(..)
            | Page::SocialImage(_)
            | Page::Asset(_) => continue,
        };
        let date = reviewed.map_or_else(String::new, |date| format!("<lastmod>{date}</lastmod>"));
        let _ = writeln!(xml, "<url><loc>{}</loc>{date}</url>", escape(&address(url, path)));
    }
    xml.push_str("</urlset>\n");
    xml
}
