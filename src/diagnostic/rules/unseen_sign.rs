//! `unseen-sign`: a space that is none, or a sign that cannot be seen, where a key begins or ends.

use crate::diagnostic::Diagnostic;
use crate::source::{Span, Unseen};

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("unseen-sign", include_str!("unseen-sign.md"));

/// `language` is the one that the file is written in: `YAML`, `TOML`.
pub(crate) fn unseen_sign(span: Span, sign: char, unseen: Unseen, language: &str) -> Diagnostic {
    let (name, code) = (unseen.name, u32::from(sign));
    let message = match unseen.plain {
        "" => format!("there is a {name} here (U+{code:04X}), which cannot be seen"),
        "\n" => format!("there is a {name} here (U+{code:04X}); {language} needs a plain line end"),
        _ => format!("there is a {name} here (U+{code:04X}); {language} needs a plain one"),
    };
    let help = match unseen.plain {
        "" => "delete it, or write the whole word again",
        ":" => "write `:` and a space after it",
        "\n" => "delete it and press Enter",
        _ => "delete it and press the space bar",
    };
    Diagnostic::new(&RULE, span, message).help(help)
}
