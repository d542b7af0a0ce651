//! `broken-link`: a link leads to a file that the book does not have.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::choice::list;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("broken-link", include_str!("broken-link.md"));

/// `target` as the author wrote it, `looked_for` as a path from the content folder.
pub(crate) fn broken_link(span: Span, target: &str, looked_for: &str) -> Diagnostic {
    let message = format!("the link `{target}` leads to no file of this book");
    Diagnostic::new(&RULE, span, message)
        .help(format!("it was looked for at `content/{looked_for}`"))
}

/// What helps where only one thing can be meant.
pub(crate) fn write(link: &str) -> String {
    format!("write `{link}`")
}

/// What helps where a page of the book has the name that was written.
pub(crate) fn write_page(kind: &str, id: &str, link: &str) -> String {
    format!("there is a {kind} `{id}`: write `{link}`")
}

/// What helps where one of a few may be meant.
pub(crate) fn did_you_mean(links: &[String]) -> Option<String> {
    let links: Vec<String> = links.iter().map(|link| format!("`{link}`")).collect();
    (!links.is_empty()).then(|| format!("did you mean {}?", list(&links, "or")))
}

/// The file's name has a sign that looks like another one.
pub(crate) fn unseen_in_file_name(what: &str, code: u32, plain: &str) -> String {
    format!(
        "the file’s name has another sign there: {what} (U+{code:04X}); rename the file to `{plain}`"
    )
}

/// A link to a page that is not published yet.
pub(crate) fn link_to_draft(span: Span, target: &str) -> Diagnostic {
    let message = format!("the link `{target}` leads to a draft, which is not published");
    Diagnostic::new(&RULE, span, message)
        .help("take the link out, or remove `draft: yes` from that file")
}

/// A link to a file that is there, and whose name says that it is for nobody.
pub(crate) fn link_to_withheld(span: Span, target: &str) -> Diagnostic {
    let message = format!("the link `{target}` leads to a file that is never published");
    Diagnostic::new(&RULE, span, message).help(
        "its name says that it holds a secret, is hidden or was left behind by a program: take the link out, or \
         give the file another name",
    )
}

/// `[words][label]` where no line defines the label.
pub(crate) fn undefined_label(span: Span, label: &str) -> Diagnostic {
    let message = format!("no link is defined for the label `{label}`");
    Diagnostic::new(&RULE, span, message)
        .help(format!("add a line like `[{label}]: which-hat-when.md`"))
}

/// `[^label]` where no line defines the footnote.
pub(crate) fn undefined_footnote(span: Span, label: &str) -> Diagnostic {
    let message = format!("no footnote is called `{label}`");
    Diagnostic::new(&RULE, span, message)
        .help(format!("add a line like `[^{label}]: What it says.`"))
}

/// An address in a theme's layout or style. `looked_for` is a path in the site.
pub(crate) fn broken_address(
    span: Span,
    written: &str,
    looked_for: &str,
    near: Option<&str>,
) -> Diagnostic {
    let message = format!("the address `{written}` leads to no file of the site");
    let own = looked_for.strip_prefix("assets/").map_or(String::new(), |name| {
        format!("; a file `assets/{name}` in the theme's folder would be there")
    });
    Diagnostic::new(&RULE, span, message).help(match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it was looked for at `{looked_for}`{own}"),
    })
}
