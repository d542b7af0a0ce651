//! Names of the author's own, each with a text: topics, redirects, and who answers for what.

use std::collections::BTreeMap;

use crate::diagnostic::rules::unknown_value::malformed;
use crate::markdown::{composed, slug};
use crate::model::{Assigned, MenuLink, Redirect};
use crate::schema::Keys;
use crate::source::Spanned;
use crate::tree::{Key, Text, Value};

/// What stands behind a name of the author's own, and how to write it.
type Meant = (&'static str, &'static str);

const TOPIC: Meant =
    ("a topic with a title", "write the topic's title, as in `delivery = \"Delivery\"`");
const REDIRECT: Meant = (
    "an old address with a new one",
    "write both addresses, as in `\"scenarios/old.html\" = \"scenarios/new.html\"`",
);

const ASSIGNED: Meant = (
    "a folder or a topic with who answers for it",
    "write who it is, as in `\"guidance/hiring\" = \"People team\"`",
);

const MENU: Meant = (
    "a link with its title",
    "write where it leads, as in `\"Staff handbook\" = \"https://intranet.example.org/handbook\"`",
);

/// Old addresses, each with the new one.
pub(super) fn redirects(redirects: &mut Keys<'_, '_>) -> Vec<Redirect> {
    let pairs = named(redirects, REDIRECT).into_iter();
    let redirect = |(key, to): (Key, Text)| Redirect {
        from: Spanned::new(key.name, key.span),
        to: Spanned::new(to.text, to.span),
    };
    pairs.map(redirect).collect()
}

/// Who answers for folders and topics.
pub(super) fn assigned(keys: &mut Keys<'_, '_>) -> Vec<Assigned> {
    let pairs = named(keys, ASSIGNED).into_iter();
    pairs
        .map(|(key, who)| {
            let of = key.name.trim_start_matches("content/").trim_end_matches('/');
            Assigned { of: Spanned::new(composed(of).into_owned(), key.span), who: who.text }
        })
        .collect()
}

/// Links of the menu.
pub(super) fn menu(keys: &mut Keys<'_, '_>) -> Vec<MenuLink> {
    let pairs = named(keys, MENU).into_iter();
    let mut links = Vec::new();
    for (key, to) in pairs {
        // The menu stands on every page, so a place alone is on none; and a site that was opened from a disk has no
        // scheme to lend to an address without one.
        let is_half = to.text.starts_with("//");
        if is_half || to.text.starts_with('#') {
            let path = keys.path(&key.name);
            let whole = is_half.then(|| format!("write `https:{}`", to.text));
            let help = whole.as_deref().unwrap_or(MENU.1);
            keys.note(malformed(to.span, &to.text, MENU.0, path, help));
        } else {
            links.push(MenuLink { title: key.name, to: Spanned::new(to.text, to.span) });
        }
    }
    links
}

/// Topics by their ids, each with its title.
pub(super) fn topic_titles(topics: &mut Keys<'_, '_>) -> BTreeMap<String, String> {
    let titles = named(topics, TOPIC).into_iter();
    titles.map(|(key, title)| (slug(&key.name), title.text)).collect()
}

/// Names of the author's own, each with a text. A name or a text without a letter is told: nobody could see it.
fn named(keys: &mut Keys<'_, '_>, (meant, help): Meant) -> Vec<(Key, Text)> {
    let mut found = Vec::new();
    for (key, node) in keys.rest() {
        if let Value::Text(text) = &node.value
            && !key.name.trim().is_empty()
            && !node.is_empty()
        {
            found.push((key.clone(), text.clone()));
        } else {
            let path = keys.path(&key.name);
            keys.note(malformed(node.span.clone(), &key.name, meant, path, help));
        }
    }
    found
}
