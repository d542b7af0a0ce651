//! `bad-redirect`: an old address that cannot be one, or that leads to no page.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::choice::list;
use crate::source::{Span, Spanned};

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("bad-redirect", include_str!("bad-redirect.md"));

/// The old address is none of a page.
pub(crate) fn no_address(span: Span, from: &str, help: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{from}` is no address of a page")).help(help)
}

/// The site has a page, or something else, at the old address, or at one that differs only by case.
pub(crate) fn is_taken(span: Span, from: &str, there: Option<&str>) -> Diagnostic {
    let message = match there {
        None => format!("the site has something at `{from}`"),
        Some(there) => format!(
            "the site has something at `{there}`, which some systems cannot tell from `{from}`"
        ),
    };
    Diagnostic::new(&RULE, span, message)
        .help("take this line out: nobody needs to be led away from there")
}

/// A file of the site stands where the old address needs a folder.
pub(crate) fn below(span: Span, from: &str, file: &str) -> Diagnostic {
    let message = format!("`{from}` cannot lie below `{file}`, which is a file of the site");
    Diagnostic::new(&RULE, span, message)
        .help("take this line out: no file can be both a page and a folder")
}

/// A name in the old address is longer than a file name can be.
pub(crate) fn long_address(span: Span, length: usize, most: usize) -> Diagnostic {
    let message =
        format!("a name in this address has {length} bytes, and a file name has {most} at most");
    Diagnostic::new(&RULE, span, message).help("take this line out: no file can have that address")
}

/// Windows keeps a name in the old address for a device.
pub(crate) fn names_device(span: Span, name: &str) -> Diagnostic {
    let message =
        format!("there can be no file `{name}` on Windows, which keeps that name for a device");
    Diagnostic::new(&RULE, span, message)
        .help("take this line out, so that the site can be built and kept there too")
}

/// Another line has the same old address and another page.
pub(crate) fn leads_elsewhere(
    span: Span,
    from: &str,
    first: &Spanned<String>,
    to: &str,
) -> Diagnostic {
    let message =
        format!("`{from}` is the same address as `{}`, which leads elsewhere", first.value);
    Diagnostic::new(&RULE, span, message)
        .label(first.span.clone(), format!("the first leads to `{to}`"))
        .help("take one of the two lines out")
}

/// The page that is to take the old one's place is a draft.
pub(crate) fn leads_to_draft(span: Span, to: &str) -> Diagnostic {
    let message = format!("the redirect to `{to}` leads to a draft, which is not published");
    Diagnostic::new(&RULE, span, message)
        .help("name another page, or remove `draft: yes` from that file")
}

/// What is to take the old one's place is an old address too.
pub(crate) fn leads_on(span: Span, to: &str, end: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{to}` is an old address too"))
        .help(format!("write the page to which it leads: `{end}`"))
}

/// Old addresses lead to each other, so that nobody arrives.
pub(crate) fn circle(span: Span, to: &str, members: &[&str]) -> Diagnostic {
    let message = match members {
        [_] => format!("`{to}` leads to itself"),
        [_, ..] | [] => {
            let members: Vec<String> = members.iter().map(|one| format!("`{one}`")).collect();
            format!("{} lead to each other, and to no page", list(&members, "and"))
        }
    };
    Diagnostic::new(&RULE, span, message)
        .help("write a page of this book, as in `scenarios/new-name.html`")
}

/// What is to take the old one's place is no part of the book.
pub(crate) fn leads_out(span: Span, to: &str, inside: Option<&str>) -> Diagnostic {
    let message = format!("the redirect to `{to}` leads out of this book");
    Diagnostic::new(&RULE, span, message).help(match inside {
        Some(path) => format!("write the path of the page: `{path}`"),
        None => "name a page of this book; it can have a link to that address".to_owned(),
    })
}

/// The page that is to take the old one's place is not there.
pub(crate) fn leads_nowhere(span: Span, to: &str, near: &[String]) -> Diagnostic {
    let near: Vec<String> = near.iter().map(|near| format!("`{near}`")).collect();
    Diagnostic::new(&RULE, span, format!("the redirect to `{to}` leads to no page of this book"))
        .help(match list(&near, "or").as_str() {
            "" => "write a path in the site, as in `scenarios/new-name.html`".to_owned(),
            near => format!("did you mean {near}?"),
        })
}
