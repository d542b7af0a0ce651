//! `invalid-script`: scripts of a project's own with brackets or quotes that nothing closes. A browser runs nothing of
//! such a script.
//!
//! It reads no JavaScript: where a `/` leaves a doubt, whether it divides or begins a pattern, nothing is told.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::invalid_script::{closes_nothing, never_closed};
use crate::source::Span;

use super::file::{File, is_of};
use super::minify_script::end_of_template;

/// Why a script does not run.
#[derive(Debug, PartialEq)]
enum Fault {
    Open(Range<usize>, &'static str),
    Stray(Range<usize>),
}

/// Reports scripts that break off.
pub(super) fn note(own: &BTreeMap<String, File>, notes: &mut Vec<Diagnostic>) {
    for (path, file) in own {
        let File::Text(source) = file else { continue };
        if !is_of(path, "scripts", "js") {
            continue;
        }
        match fault(source.text()) {
            Some(Fault::Open(place, closes)) => {
                let open = &source.text()[place.clone()];
                notes.push(never_closed(Span::new(source, place), open, closes));
            }
            Some(Fault::Stray(place)) => {
                let bracket = &source.text()[place.clone()];
                notes.push(closes_nothing(Span::new(source, place), bracket));
            }
            None => {}
        }
    }
}

/// The first fault, unless something before it leaves a doubt.
fn fault(script: &str) -> Option<Fault> {
    let mut open: Vec<(usize, &'static str)> = Vec::new();
    let mut at = 0;
    while let Some(letter) = script[at..].chars().next() {
        let rest = &script[at..];
        let place = at..at + letter.len_utf8();
        at += match letter {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => match rest.find("*/") {
                Some(end) => end + 2,
                None => return Some(Fault::Open(at..at + 2, "*/")),
            },
            '/' => return None,
            '"' | '\'' => match end_of_quotes(rest, letter) {
                Some(end) => end,
                None if letter == '"' => return Some(Fault::Open(place, "\"")),
                None => return Some(Fault::Open(place, "'")),
            },
            '`' => {
                let template = &rest[..end_of_template(rest)];
                if template.len() < 2 || !template.ends_with('`') {
                    let is_plain = !template.contains('/');
                    return is_plain.then_some(Fault::Open(place, "`"));
                }
                template.len()
            }
            '(' | '[' | '{' => {
                open.push((at, closes(letter)));
                1
            }
            ')' | ']' | '}' => match open.pop() {
                Some((_, wanted)) if script[place.clone()] == *wanted => 1,
                Some((from, wanted)) => return Some(Fault::Open(from..from + 1, wanted)),
                None => return Some(Fault::Stray(place)),
            },
            _ => letter.len_utf8(),
        };
    }
    open.last().map(|(from, closes)| Fault::Open(*from..from + 1, closes))
}

fn closes(bracket: char) -> &'static str {
    match bracket {
        '(' => ")",
        '[' => "]",
        _ => "}",
    }
}

/// The length of a text in quotes, which ends on its line unless a backslash takes it on to the next.
fn end_of_quotes(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' => return None,
            _ if letter == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Fault, fault};

    #[test]
    fn a_script_that_breaks_off_is_told_and_one_that_leaves_a_doubt_is_not() {
        for whole in [
            "a({ b: [1, 'it\\'s', \"(\", `${c[0]} {`] }); // (\n/* [ */",
            "const half = a / 2;",
            "x = /[(\"]/.test(y)",
        ] {
            assert_eq!(fault(whole), None, "{whole}");
        }
        assert_eq!(fault("a(() => {\n b();\n"), Some(Fault::Open(8..9, "}")));
        assert_eq!(fault("if (a { b(); }"), Some(Fault::Open(3..4, ")")));
        assert_eq!(fault("a(); }"), Some(Fault::Stray(5..6)));
        assert_eq!(fault("a('b);\nc()"), Some(Fault::Open(2..3, "'")));
        assert_eq!(fault("a = `b"), Some(Fault::Open(4..5, "`")));
        assert_eq!(fault("/* a"), Some(Fault::Open(0..2, "*/")));
    }
}
