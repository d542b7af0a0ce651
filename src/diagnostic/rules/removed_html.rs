//! `removed-html`: raw HTML that a page must not carry is left out of it.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("removed-html", include_str!("removed-html.md"));

/// An element; `link` leads to what it would show, where it has an address.
pub(crate) fn removed_element(span: Span, name: &str, link: Option<&str>) -> Diagnostic {
    let help = match (name, link) {
        ("img" | "picture" | "source", _) => {
            "write the `<img>` alone, or `![What it shows](picture.jpg)`"
        }
        ("svg" | "canvas", _) => {
            "keep the picture as a file beside this one, and write `![What it shows](picture.svg)`"
        }
        ("script" | "noscript", _) => {
            "take it out: a text runs nothing; what all pages need belongs in a theme"
        }
        ("style" | "link", _) => {
            "take it out: a style belongs in a file of the theme, in `styles/`"
        }
        (_, Some(link)) => return out(span, name).help(format!("write a link instead: `{link}`")),
        ("font" | "marquee" | "blink" | "nobr", _) => {
            "take the tags out; where words matter most, write `**words**`"
        }
        (
            "form" | "input" | "button" | "label" | "select" | "option" | "optgroup" | "textarea"
            | "fieldset" | "legend" | "datalist" | "output",
            _,
        ) => "take it out; what readers fill in is a template, in `content/templates/`",
        ("math", _) => "write the formula in words, or as a picture",
        (
            "html" | "head" | "body" | "main" | "title" | "meta" | "base" | "frame" | "frameset",
            _,
        ) => "take it out: the theme makes the frame of a page",
        _ => "take it out, or write its words as Markdown",
    };
    out(span, name).help(help)
}

/// Part of a table, where there is no table.
pub(crate) fn removed_cell(span: Span, name: &str) -> Diagnostic {
    out(span, name).help("put it in a `<table>`, and close that with `</table>`")
}

/// `<?…?>` or `<!…>`.
pub(crate) fn removed_instruction(span: Span, written: &str) -> Diagnostic {
    let start: String = written.chars().take_while(|letter| !letter.is_whitespace()).collect();
    let message = format!("`{start}…` will not be on the page: it is for programs");
    Diagnostic::new(&RULE, span, message)
        .help("take it out, or put it in backticks to show it as it is")
}

/// An attribute of an element that stays.
pub(crate) fn removed_attribute(span: Span, name: &str, element: &str, value: &str) -> Diagnostic {
    let message = format!("`{name}` of `<{element}>` will not be on the page");
    let compact: String = value.to_ascii_lowercase().split_whitespace().collect();
    let side = compact.split_once("text-align:").map(|(_, side)| side);
    let side = side.and_then(|side| {
        ["center", "right", "left"].into_iter().find(|known| side.starts_with(known))
    });
    let help = match (name, side) {
        ("style", Some(side)) => format!("write `align=\"{side}\"` instead"),
        ("style", None) => {
            "take it out, or give it a `class`, and say in a style of the theme how that looks"
                .into()
        }
        ("target", _) => "take it out: a reader chooses where a link opens".into(),
        ("markdown", _) => {
            "take it out: below an empty line Markdown is read in any element".into()
        }
        (name, _) if name.starts_with("on") => "take it out: a text runs nothing".into(),
        _ => "take it out".into(),
    };
    Diagnostic::new(&RULE, span, message).help(help)
}

fn out(span: Span, name: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`<{name}>` will not be on the page"))
}
