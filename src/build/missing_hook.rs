//! `missing-hook`: what scripts look for, and a page made by a project's layouts does not have.

use std::collections::BTreeSet;

use html5ever::tokenizer::Tag;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::missing_hook::missing_hook;
use crate::model::{Kind, SitePath};
use crate::plan::Page;
use crate::render::Site;
use crate::theme::HOOKS;

use super::left_out::left_out;
use super::tags::attribute;

/// The kind under which `hooks.toml` says what every page has.
const EVERY: &str = "every";

/// The kind of pages on which one can practise, which have this class.
const PRACTISE: &str = "practise";

pub(super) fn note(site: &Site, path: &SitePath, tags: &[Tag], faults: &mut Vec<Diagnostic>) {
    let mut plans = site.plans();
    let Some(kind) = plans.find_map(|plan| plan.pages().get(path)).and_then(kind) else { return };
    let mut found: BTreeSet<(&str, &str)> = BTreeSet::new();
    for tag in tags {
        for name in ["class", "id", "data-do", "data-part", "data-show"] {
            let words = attribute(tag, name).unwrap_or_default().split_ascii_whitespace();
            found.extend(words.map(|word| (name, word)));
        }
    }
    let theme = site.plan().theme();
    for hook in &*HOOKS {
        let is_of = match hook.on {
            PRACTISE => found.contains(&("class", PRACTISE)),
            on => [EVERY, kind].contains(&on),
        };
        if is_of && !found.contains(&(hook.attribute, hook.value)) {
            let place = left_out(theme, hook, kind);
            faults.extend(
                place.map(|place| missing_hook(place, hook.written, hook.script, hook.without)),
            );
        }
    }
}

/// What `hooks.toml` and the layouts call a page, unless it is one that scripts leave alone.
fn kind(page: &Page) -> Option<&'static str> {
    match page {
        Page::Home => Some("home"),
        Page::List(..) | Page::Chapter(..) | Page::Topic(..) => Some("list"),
        Page::Entry(entry, _) => Some(match entry.kind() {
            Kind::Scenario => "scenario",
            Kind::Template => "template",
            Kind::Guide => "guide",
            Kind::Comparison => "comparison",
            Kind::SelfCheck => "check",
        }),
        Page::Finder(_) => Some("finder"),
        Page::Drill(_) => Some("drill"),
        Page::Group(_) => Some("group"),
        Page::RolePlay(_) => Some("cards"),
        Page::News => Some("news"),
        Page::Copies => Some("copies"),
        Page::Search => Some("search"),
        Page::NotFound => Some("not-found"),
        Page::Print(_)
        | Page::Feed(_)
        | Page::Redirect(_)
        | Page::Sheet(..)
        | Page::SocialImage(_)
        | Page::HostRedirects(_)
        | Page::HostHeaders
        | Page::Robots
        | Page::Sitemap(_)
        | Page::TemplateIds
        | Page::Icon(_)
        | Page::Manifest
        | Page::Asset(_) => None,
    }
}
