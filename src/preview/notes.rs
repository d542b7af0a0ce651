//! Diagnostics as parts of a page, in the words in which `check` tells them. What an author wrote stays text here,
//! whatever it holds. It must not know which page they are shown on, nor how they look.

use std::fmt::Write;
use std::ops::Range;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Severity, some};
use crate::edit::{Edit, apply};
use crate::markdown::escape;
use crate::source::{Span, shown};

use super::editor::Editor;
use super::mend::name;

/// The most letters of a line that are shown before a fault, and after its start.
const BEFORE: usize = 60;
const AFTER: usize = 140;

/// The desk of whoever reads: where the files lie, and what opens them. Who sits elsewhere has none.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub root: &'a Path,
    pub editor: &'a Editor,
}

/// All that is told, as parts of a page: first what is wrong in the file that is looked at, if any is.
pub(super) fn notes(notes: &[Diagnostic], file: Option<&str>, desk: Option<Desk>) -> String {
    let is_here = |note: &&Diagnostic| Some(note.span.source().path()) == file;
    let (here, elsewhere): (Vec<&Diagnostic>, Vec<&Diagnostic>) = notes.iter().partition(is_here);
    let mut html = String::new();
    for (title, notes) in [("On this page", &here), ("Elsewhere in the book", &elsewhere)] {
        if notes.is_empty() {
            continue;
        }
        if !here.is_empty() {
            let _ = write!(html, "<h3>{title}</h3>");
        }
        html.push_str("<ol>");
        let (shown, more) = some(notes.iter().copied());
        for note in shown {
            push_note(&mut html, note, desk);
        }
        html.push_str("</ol>");
        for more in more {
            let _ = write!(html, "<p>{}</p>", said(&more.to_string()));
        }
    }
    html
}

fn push_note(html: &mut String, note: &Diagnostic, desk: Option<Desk>) {
    let kind = note.severity().name();
    let word = match note.severity() {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
    };
    let place = place(&note.span, desk);
    let line = line(&note.span);
    let rule = note.rule.name;
    let _ = write!(
        html,
        "<li class=\"{kind}\"><p><strong>{word}:</strong> {}</p><p class=\"place\">{place} <code>{rule}</code></p>{line}",
        said(&note.message),
    );
    for label in &note.labels {
        let place = self::place(&label.span, desk);
        let _ = write!(html, "<p>{}: {place}</p>", said(&label.text));
    }
    if let Some(help) = &note.help {
        let _ = write!(html, "<p class=\"help\">{}</p>", said(help));
    }
    if let Some(fix) = note.fix.as_ref().filter(|_| desk.is_some()) {
        let (name, after) = (name(fix), escape(&shown(&after(fix))));
        let _ = write!(
            html,
            "<p class=\"mend\"><button type=\"button\" data-mend=\"{name}\">Mend it</button> <span>so that it reads <code>{after}</code></span></p>"
        );
    }
    html.push_str("</li>");
}

/// Words, with what stands in backticks as code.
pub(super) fn said(words: &str) -> String {
    let mut html = String::new();
    for (at, part) in escape(&shown(words)).split('`').enumerate() {
        match (at, at % 2) {
            (0, _) => {}
            (_, 1) => html.push_str("<code>"),
            _ => html.push_str("</code>"),
        }
        html.push_str(part);
    }
    if words.matches('`').count() % 2 == 1 {
        html.push_str("</code>");
    }
    html
}

/// `content/scenarios/late.yaml:3:5`, leading to the editor.
fn place(span: &Span, desk: Option<Desk>) -> String {
    let (path, at) = (span.source().path(), span.line_and_column());
    let words = escape(&shown(&format!("{path}:{}:{}", at.0, at.1)));
    let Some(Desk { root, editor }) = desk else { return format!("<span>{words}</span>") };
    let link = escape(&editor.link(&root.join(path), at));
    format!("<a href=\"{link}\">{words}</a>")
}

/// The line on which a fault starts, with its number and a mark where it is.
fn line(span: &Span) -> String {
    let text = span.source().text();
    let around = line_around(text, span.range().start);
    let (start, end) = (span.range().start, span.range().end.min(around.end));
    let (number, _) = span.line_and_column();
    let (before, marked, after) =
        (&text[around.start..start], &text[start..end], &text[end..around.end]);
    if before.trim().is_empty() && marked.is_empty() && after.trim().is_empty() {
        return String::new();
    }
    let (before, marked, after) = (
        escape(&shown(&last_of(before.trim_start(), BEFORE))),
        escape(&shown(&first_of(marked, AFTER))),
        escape(&shown(&first_of(after, AFTER))),
    );
    format!(
        "<pre><span class=\"number\">{number}</span> <code>{before}<mark>{marked}</mark>{after}</code></pre>"
    )
}

fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
    start..text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// The line as it is when the fix is made.
fn after(fix: &Edit) -> String {
    let source = fix.span.source();
    let mended = apply(source.text(), &[fix]);
    let mended = mended.expect("a fix is one of the text that it was found in");
    first_of(mended[line_around(&mended, fix.span.range().start)].trim(), BEFORE + AFTER)
}

fn first_of(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn last_of(text: &str, most: usize) -> String {
    match text.char_indices().rev().nth(most) {
        Some((at, letter)) => format!("…{}", &text[at + letter.len_utf8()..]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::{Desk, notes, said};
    use crate::diagnostic::{Diagnostic, rules};
    use crate::edit::Edit;
    use crate::preview::editor::Editor;
    use crate::source::{Source, Span};

    const BOOK: &str = "/home/me/book";

    fn note(path: &str, text: &str, marked: &str) -> Diagnostic {
        let source = Arc::new(Source::new(path, text));
        let at = text.find(marked).expect("it is in the text");
        let span = Span::new(&source, at..at + marked.len());
        let rule = rules::RULES.iter().find(|rule| rule.name == "cut-by-hash");
        Diagnostic::new(rule.expect("there is such a rule"), span, "`<b>` is wrong")
            .help("write `&lt;`")
            .fix(Some(Edit::new(&source, at..at + marked.len(), "\"good\"")))
    }

    fn at_the_desk(all: &[Diagnostic], file: Option<&str>) -> String {
        let desk = Desk { root: Path::new(BOOK), editor: &Editor::default() };
        notes(all, file, Some(desk))
    }

    #[test]
    fn orders_to_a_terminal_and_signs_that_turn_a_line_round_are_shown_in_letters() {
        let text = "title: a\u{1b}[31m bad \u{202e}b\n";
        let html = at_the_desk(&[note("a\u{9b}.yaml", text, "bad")], None);
        let words = html.replace(['\n', '\t'], "");
        assert!(!words.contains(|sign: char| sign.is_control() || sign == '\u{202e}'), "{html:?}");
        assert!(html.contains("a&lt;U+001B&gt;[31m <mark>bad</mark> &lt;U+202E&gt;b"), "{html}");
    }

    #[test]
    fn what_an_author_wrote_stays_text() {
        let html = at_the_desk(&[note("a<i>.yaml", "x: 1\ntitle: <b>bad</b>\n", "bad")], None);
        for part in [
            "<code>&lt;b&gt;</code> is wrong",
            "a&lt;i&gt;.yaml:2:11",
            "title: &lt;b&gt;<mark>bad</mark>&lt;/b&gt;",
            "write <code>&amp;lt;</code>",
            "<code>title: &lt;b&gt;&quot;good&quot;&lt;/b&gt;</code>",
            "href=\"vscode://file/home/me/book/a%3Ci%3E.yaml:2:11\"",
        ] {
            assert!(html.contains(part), "no {part} in {html}");
        }
    }

    #[test]
    fn faults_of_the_page_that_is_looked_at_come_first() {
        let all = [note("a.yaml", "bad", "bad"), note("b.yaml", "bad", "bad")];
        let html = at_the_desk(&all, Some("b.yaml"));
        let at = |part: &str| html.find(part).unwrap_or_else(|| panic!("no {part} in {html}"));
        assert!(at("On this page") < at("b.yaml:1:1"));
        assert!(at("b.yaml:1:1") < at("Elsewhere in the book"));
        assert!(at("Elsewhere in the book") < at("a.yaml:1:1"));
        assert!(!at_the_desk(&all, None).contains("<h3>"));
    }

    #[test]
    fn whoever_sits_elsewhere_is_told_of_no_folder_and_given_no_button() {
        let html = notes(&[note("a.yaml", "bad", "bad")], None, None);
        assert!(
            !html.contains(BOOK) && !html.contains("<a ") && !html.contains("<button"),
            "{html}"
        );
    }

    #[test]
    fn a_long_line_is_shown_round_its_fault() {
        let text = format!("{}bad{}", "é ".repeat(300), " é".repeat(300));
        let html = at_the_desk(&[note("a.yaml", &text, "bad")], None);
        assert!(html.contains("<code>…") && html.contains("…</code>"), "{html}");
        assert!(html.len() < 2000, "{}", html.len());
    }

    #[test]
    fn backticks_mark_code_also_where_one_is_left_over() {
        assert_eq!(said("a `b` <c>"), "a <code>b</code> &lt;c&gt;");
        assert_eq!(said("a `b"), "a <code>b</code>");
    }
}
