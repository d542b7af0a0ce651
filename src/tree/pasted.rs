//! Lists that are one text to YAML: lines with bullets or numbers of another program, and lines that YAML joins.

use crate::source::Span;

use super::mark::Mark;
use super::node::{Style, Text};

/// A list in a text.
#[derive(Debug)]
pub struct Pasted {
    /// The first line of the list, or the part of it that is in the text.
    pub first: Span,
    /// What the list holds, without its marks.
    pub items: Vec<Text>,
    /// By what it is known.
    pub by: By,
    /// Whether nothing else is in the text.
    pub is_whole: bool,
}

/// By what a list in a text is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Bullets before its lines.
    Bullets,
    /// Numbers or letters before its lines.
    Numbers,
    /// Lines, or commas, as short as those of a list.
    Shortness,
}

/// A line of a text as it was written.
struct Line<'t> {
    words: &'t str,
    /// Where the words start in the file.
    at: usize,
    indent: usize,
    is_after_blank: bool,
}

impl Text {
    /// The lines with marks that this text holds, however it was written: where a list is wanted, they are one.
    #[must_use]
    pub fn pasted(&self) -> Option<Pasted> {
        let lines = self.lines();
        let marked = marked(&lines);
        let is_bullet = matches!(marked.as_slice(), [(0, Mark::Bullet(_))]);
        let is_list = is_bullet || is_list(self.style, &lines, &marked);
        is_list.then(|| self.list(&lines, &marked))
    }

    /// The lines with marks that YAML makes one line of.
    #[must_use]
    pub fn joined(&self) -> Option<Pasted> {
        if !self.written().contains('\n') {
            return None;
        }
        let style = self.style;
        if let Style::Literal(_) = style {
            return None;
        }
        let is_folded = matches!(style, Style::Folded(_));
        let lines = self.lines();
        let marked = marked(&lines);
        let base = lines.first()?.indent;
        let is_joined = marked.iter().skip(1).any(|(at, _)| !lines[*at].is_after_blank)
            && (!is_folded || marked.iter().all(|(at, _)| lines[*at].indent == base));
        (is_joined && is_list(style, &lines, &marked)).then(|| self.list(&lines, &marked))
    }

    /// Its lines, where each is short and none goes on from the one above.
    #[must_use]
    pub fn short_lines(&self, most_words: usize) -> Option<Pasted> {
        let lines = self.lines();
        let is_short = |line: &Line<'_>| {
            line.words.len() < 60 && line.words.split_whitespace().count() <= most_words
        };
        let is_list = lines.len() > 1 && lines.iter().all(is_short);
        let whole = |line: &Line<'_>| self.part(line.at, line.words);
        is_list.then(|| Pasted {
            first: whole(&lines[0]).span,
            items: lines.iter().map(whole).collect(),
            by: By::Shortness,
            is_whole: true,
        })
    }

    /// Its parts between these signs, where it stands on one line and each is one that is looked for.
    #[must_use]
    pub fn split(&self, signs: &[char], is_part: fn(&str) -> bool) -> Option<Pasted> {
        let mut parts = self.text.split(signs).map(str::trim).filter(|part| !part.is_empty());
        let are_several = parts.clone().nth(1).is_some();
        if !are_several || self.text.contains('\n') || !parts.all(is_part) {
            return None;
        }
        let places = self.places();
        let mut at = 0;
        let parts = self.text.split(signs).filter_map(|part| {
            let start = at + part.len() - part.trim_start().len();
            at += part.len();
            at += self.text[at..].chars().next().map_or(0, char::len_utf8);
            let words = part.trim();
            let span = places.find(start..start + words.len());
            (!words.is_empty()).then(|| Text { text: words.to_owned(), span, style: Style::Plain })
        });
        Some(Pasted {
            first: self.span.clone(),
            items: parts.collect(),
            by: By::Shortness,
            is_whole: true,
        })
    }

    /// A line after `|` or `>` that looks like a comment and like no heading.
    #[must_use]
    pub fn comment(&self) -> Option<Span> {
        let written = self.written();
        if !self.style.is_block() || !written.contains("# ") || written.contains("```") {
            return None;
        }
        let is_folded = matches!(self.style, Style::Folded(_));
        let lines = self.lines();
        let base = lines.first()?.indent;
        let found = lines.iter().enumerate().find(|(at, line)| {
            let Some(words) = line.words.strip_prefix("# ") else { return false };
            let is_last = at + 1 == lines.len() && *at > 0 && !line.is_after_blank;
            let is_small = words.trim_start().starts_with(char::is_lowercase);
            line.indent == base && (is_folded || is_small || is_last)
        });
        found.map(|(_, line)| self.part(line.at, line.words).span)
    }

    pub(super) fn written(&self) -> &str {
        &self.span.source().text()[self.span.range()]
    }

    /// The lines as they were written, without the quotes round them.
    fn lines(&self) -> Vec<Line<'_>> {
        let (text, range) = (self.span.source().text(), self.span.range());
        let written = text[range.clone()].trim_end();
        let quote = self.style.quote();
        let written = quote.and_then(|quote| written.strip_suffix(quote)).unwrap_or(written);
        let mut lines = Vec::new();
        let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let mut start = range.start;
        let mut is_after_blank = false;
        for line in written.split_inclusive('\n') {
            let words = line.trim();
            let at = start + line.len() - line.trim_start().len();
            if !words.is_empty() {
                let from = if lines.is_empty() { line_start } else { start };
                lines.push(Line { words, at, indent: at - from, is_after_blank });
            }
            is_after_blank = words.is_empty();
            start += line.len();
        }
        if let (Some(quote), Some(first)) = (quote, lines.first_mut()) {
            let words = first.words.strip_prefix(quote).unwrap_or(first.words);
            first.at += first.words.len() - words.len();
            first.words = words;
        }
        lines
    }

    fn part(&self, at: usize, words: &str) -> Text {
        let span = Span::new(self.span.source(), at..at + words.len());
        Text { text: words.to_owned(), span, style: Style::Plain }
    }

    fn list(&self, lines: &[Line<'_>], marked: &[(usize, Mark<'_>)]) -> Pasted {
        let first = &lines[marked[0].0];
        let ends = marked.iter().skip(1).map(|(at, _)| *at).chain([lines.len()]);
        let items = marked.iter().zip(ends).map(|((at, _), end)| {
            let line = &lines[*at];
            let words = Mark::of(line.words).map_or(line.words, |(_, words)| words);
            let mut item = self.part(line.at + line.words.len() - words.len(), words);
            for more in lines[at + 1..end].iter().take_while(|line| !line.is_after_blank) {
                item.text.push(' ');
                item.text.push_str(more.words);
            }
            item
        });
        Pasted {
            first: self.part(first.at, first.words).span,
            items: items.collect(),
            by: match marked[0].1 {
                Mark::Counted { .. } => By::Numbers,
                Mark::Bullet(_) | Mark::Dash(_) => By::Bullets,
            },
            is_whole: marked[0].0 == 0,
        }
    }
}

/// Whether lines with these marks are surely a list. A sentence may have a dash at the start of a line by chance.
fn is_list(style: Style, lines: &[Line<'_>], marked: &[(usize, Mark<'_>)]) -> bool {
    let [(first, mark), (second, _), ..] = marked else { return false };
    let is_rest = marked.len() == lines.len() - first;
    match mark {
        // It is told of as a line that the text above swallowed.
        Mark::Dash('-') if !style.is_block() => false,
        Mark::Dash('o') => is_rest,
        Mark::Dash(_) => is_rest || *second == first + 1,
        Mark::Bullet(_) | Mark::Counted { .. } => true,
    }
}

/// The first lines that begin as those of a list do, by their place among the lines, with their marks.
fn marked<'t>(lines: &[Line<'t>]) -> Vec<(usize, Mark<'t>)> {
    let mut found: Vec<(usize, Mark<'t>)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some((mark, _)) = Mark::of(line.words) else { continue };
        match found.last() {
            Some((_, before)) if mark.follows(*before) => {}
            Some(_) if found.len() > 1 => break,
            _ => found.clear(),
        }
        found.push((at, mark));
    }
    found
}

/// Where, among the items of a list, the first has a bullet or number of its own beside the list's, and its words
/// without it.
#[must_use]
pub fn marked_twice(items: &[Text]) -> Option<(&Text, &str)> {
    // Hardly any list has one.
    items.iter().find(|item| Mark::of(&item.text).is_some())?;
    let marks: Vec<Option<(Mark<'_>, &str)>> =
        items.iter().map(|item| Mark::of(&item.text)).collect();
    let follows = |pair: &[Option<(Mark<'_>, &str)>]| match pair {
        // `1. Mai` and `2. Mai` are days, and no first and second of anything.
        [Some((one, words)), Some((two, more))] => two.follows(*one) && words != more,
        _ => false,
    };
    let next_to = |at: usize| {
        marks.get(at..at + 2).is_some_and(follows) || at > 0 && follows(&marks[at - 1..=at])
    };
    let found = marks.iter().enumerate().find_map(|(at, mark)| {
        let (mark, words) = (*mark)?;
        (matches!(mark, Mark::Bullet(_)) || next_to(at)).then_some((at, words))
    });
    found.map(|(at, words)| (&items[at], words))
}
