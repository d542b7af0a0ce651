//! A text in the form that was chosen for it. It must not know how the form was chosen.

use super::form::{Form, is_seen};

/// The narrowest and widest lines of a folded text.
const WIDTHS: (usize, usize) = (72, 100);

/// A text on one line; a form of several lines has none.
pub(super) fn on_one_line(form: Form, text: &str) -> String {
    match form {
        Form::Plain => text.to_owned(),
        Form::Single => format!("'{}'", text.replace('\'', "''")),
        Form::Double | Form::Literal | Form::Folded => double(text),
    }
}

fn double(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => written.extend(['\\', sign]),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            _ if is_seen(sign) => written.push(sign),
            _ => written.push_str(&escaped(sign)),
        }
    }
    written.push('"');
    written
}

fn escaped(sign: char) -> String {
    let number = u32::from(sign);
    if number < 0x100 { format!("\\x{number:02x}") } else { format!("\\u{number:04x}") }
}

/// Lines of a text below their key or dash.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    /// Where indentation begins: the column of the key or dash.
    pub column: usize,
    /// How far in the lines begin.
    pub indent: usize,
    /// Whether the line end behind the last line is none of the text's.
    pub strips: bool,
    /// The widest of the old lines.
    pub width: usize,
}

impl Block {
    /// The sign with what belongs to it, and the lines, each with the line end before it.
    pub(super) fn write(&self, form: Form, text: &str) -> (String, String) {
        let mut indent = self.indent;
        let first = text.split('\n').find(|line| !line.trim_matches(' ').is_empty());
        let blank = text.split('\n').take_while(|line| line.trim_matches(' ').is_empty());
        let needs_digit = first.is_some_and(|line| line.starts_with(' '))
            || blank.into_iter().any(|line| !line.is_empty());
        let mut head = String::from(if form == Form::Folded { ">" } else { "|" });
        if needs_digit {
            if !(1..=9).contains(&indent.saturating_sub(self.column)) {
                indent = self.column + 2;
            }
            head.push_str(&(indent - self.column).to_string());
        }
        if self.strips {
            head.push('-');
        }
        let lines = match form {
            Form::Folded => self.folded(text),
            _ => text.split('\n').map(str::to_owned).collect(),
        };
        let margin = " ".repeat(indent);
        let mut written = String::with_capacity(text.len() + lines.len() * (indent + 1));
        for line in lines {
            written.push('\n');
            if !line.is_empty() {
                written.push_str(&margin);
                written.push_str(&line);
            }
        }
        (head, written)
    }

    fn folded(&self, text: &str) -> Vec<String> {
        let width = self.width.clamp(WIDTHS.0, WIDTHS.1).saturating_sub(self.indent);
        let mut lines: Vec<String> = Vec::new();
        for paragraph in text.split('\n') {
            // One line end of the text is two of the file.
            if !lines.is_empty() && !paragraph.is_empty() {
                lines.push(String::new());
            }
            lines.extend(wrapped(paragraph, width));
        }
        lines
    }
}

/// A line broken at single spaces between two letters.
fn wrapped(line: &str, width: usize) -> Vec<String> {
    let is_single = |at: &usize| !line[..*at].ends_with(' ') && !line[at + 1..].starts_with(' ');
    let breaks = line.match_indices(' ').map(|(at, _)| at).filter(is_single);
    let mut lines = Vec::new();
    let (mut start, mut last) = (0, None);
    for at in breaks.chain([line.len()]) {
        if line[start..at].chars().count() > width
            && let Some(last) = last.take()
        {
            lines.push(line[start..last].to_owned());
            start = last + 1;
        }
        last = Some(at);
    }
    lines.push(line[start..].to_owned());
    lines
}
