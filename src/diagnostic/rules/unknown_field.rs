//! `unknown-field`: a key has a name that Twohats does not know.

use crate::diagnostic::{Diagnostic, Names};
use crate::source::Span;

use super::Rule;
use crate::diagnostic::choice::did_you_mean;

pub(crate) static RULE: Rule = Rule::error("unknown-field", include_str!("unknown-field.md"));

/// What other programs call what a key of ours says.
const ELSEWHERE: [(&str, &[&str]); 5] = [
    ("order", &["weight", "nav_order", "sidebar_position", "position", "menu_order"]),
    ("summary", &["description", "excerpt", "abstract", "subtitle"]),
    ("topics", &["tags", "tag", "categories", "category", "keywords"]),
    ("reviewed", &["last_reviewed_on", "last_reviewed", "reviewed_on"]),
    ("owner", &["author", "authors", "owner_slack", "maintainer"]),
];

/// What other programs say of an address, which is the name of the file here.
const ADDRESSES: [&str; 6] = ["slug", "permalink", "url", "aliases", "redirect_from", "redirects"];

/// What other programs say of a page's place among others, which its folder says here.
const PLACES: [&str; 5] = ["parent", "grand_parent", "has_children", "sidebar_label", "nav_title"];

/// What other programs say of the day on which a page was made or changed, which is not the day of a review.
const DAYS: [&str; 5] = ["date", "lastmod", "last_modified", "last_updated", "updated"];

/// What to do about a key of another program.
fn of_another(what: &str, name: &str, allowed: &[&str]) -> Option<String> {
    let own =
        ELSEWHERE.iter().find(|(own, others)| others.contains(&name) && allowed.contains(own));
    // Only pages have such front matter.
    let is_page = allowed.contains(&"order");
    match own {
        Some((own, _)) => Some(format!("that is called `{own}` here")),
        None if is_page && ADDRESSES.contains(&name) => Some(
            "take it out: the name of the file is its address, and `[redirects]` in `book.toml` leads old ones on".to_owned(),
        ),
        None if is_page && DAYS.contains(&name) => Some(
            "take it out: `reviewed` is the day on which somebody last read the page through".to_owned(),
        ),
        None if what == "guide" && PLACES.contains(&name) => Some(
            "take it out: a folder is a chapter, and its `index.md` has the chapter’s title and place".to_owned(),
        ),
        None => None,
    }
}

/// `what` is the thing that has the key: `scenario`, `response`, `book.toml`.
pub(crate) fn unknown_field(
    span: Span,
    what: &str,
    name: &str,
    allowed: &[&str],
    key: String,
) -> Diagnostic {
    let elsewhere = of_another(what, name, allowed);
    let other = name.chars().find(|letter| letter.is_alphabetic() && !letter.is_ascii());
    let allowed = Names::of(allowed.iter().copied());
    let near = allowed.nearest(name);
    let lookalike = near.filter(|near| near.is_ascii()).zip(other).map(|(near, letter)| {
        let code = u32::from(letter);
        format!("write `{near}` anew: its `{letter}` is a letter of another script (U+{code:04X})")
    });
    Diagnostic::new(&RULE, span, format!("`{name}` is not a key of {}", with_article(what)))
        .key(key)
        .maybe_help(elsewhere.or_else(|| did_you_mean(name, &allowed)))
        .maybe_help(lookalike)
}

/// A key that is known, beside another one of which only one can be there.
pub(crate) fn one_too_many(span: Span, what: &str, name: &str, key: String) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{name}` is one key too many for this {what}"))
        .key(key)
        .help(format!("start a new line of the list with `- {name}:`, or take one of the two out"))
}

/// `a scenario`, `an option`; a name from `book.toml` stands alone.
fn with_article(what: &str) -> String {
    match what {
        file if file.contains(['.', '[']) => format!("`{file}`"),
        vowel if vowel.starts_with(['a', 'e', 'i', 'o', 'u']) => format!("an {vowel}"),
        other => format!("a {other}"),
    }
}
