//! A value in its file: where it stands, what it hangs on, and what may stand there. It must not know how it is changed.

use crate::source::Source;
use crate::tree::{Key, Node, Style, Text, Value};

use super::declared::{Declared, names};
use super::lines;
use super::place::{Place, Step};

/// The language that a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Yaml,
    Toml,
}

/// A value in its file.
pub(super) struct Spot<'n> {
    pub node: &'n Node,
    pub language: Language,
    pub declared: Option<Declared>,
    /// Whether it stands within `[]` or `{}`.
    pub in_brackets: bool,
    /// The column of its key or dash, from which its indentation counts.
    pub column: usize,
    /// Where its key or dash starts; in brackets, where an item does.
    pub start: usize,
    /// Right behind its colon or dash.
    pub behind: usize,
}

impl<'n> Spot<'n> {
    pub(super) fn root(
        node: &'n Node,
        language: Language,
        declared: Declared,
        start: usize,
    ) -> Self {
        let declared = Some(declared);
        Self { node, language, declared, in_brackets: false, column: 0, start, behind: start }
    }

    pub(super) fn text(&self) -> &'n str {
        self.source().text()
    }

    fn source(&self) -> &'n Source {
        self.node.span.source()
    }

    /// Whether what is in it stands within `[]` or `{}`.
    pub(super) fn is_flow(&self) -> bool {
        self.in_brackets || self.node.is_in_brackets()
    }

    /// Whether it is a table of TOML, or several, below a line in brackets.
    pub(super) fn is_section(&self) -> bool {
        let is_toml = self.language == Language::Toml && !self.in_brackets;
        is_toml && self.text()[self.start..].starts_with('[')
    }

    /// The value at a place below this one. A single text where several may stand is the first item of a list.
    pub(super) fn find(self, place: &Place) -> Option<Self> {
        place.0.iter().try_fold(self, |spot, step| {
            let is_single = matches!(spot.node.value, Value::Text(_)) && !spot.node.is_empty();
            let several = spot.declared.filter(|declared| declared.shape.is_several());
            if let (true, Some(declared), Step::Item(0)) = (is_single, several, step) {
                return Some(Self { declared: declared.below(step, &[]), ..spot });
            }
            match step {
                Step::Key(name) => spot
                    .entries()?
                    .into_iter()
                    .find_map(|(key, spot)| (key.name == *name).then_some(spot)),
                Step::Item(at) => spot.items()?.into_iter().nth(*at),
            }
        })
    }

    /// The keys of a group, each with its value.
    pub(super) fn entries(&self) -> Option<Vec<(&'n Key, Self)>> {
        let Value::Map(entries) = &self.node.value else { return None };
        let text = self.text();
        let (language, in_brackets) = (self.language, self.is_flow());
        let spot = |(key, node): &'n (Key, Node)| {
            let start = key.span.range().start;
            let declared = self
                .declared
                .and_then(|declared| declared.below(&Step::Key(key.name.clone()), &[]));
            let column = if in_brackets { self.column } else { lines::column(text, start) };
            let (start, behind) = match language {
                Language::Yaml => (start, behind_colon(text, key)),
                Language::Toml if in_brackets => (start, node.span.range().start),
                // Other keys may stand before it, with points between them.
                Language::Toml => (lines::first(text, start), node.span.range().start),
            };
            (key, Self { node, language, declared, in_brackets, column, start, behind })
        };
        Some(entries.iter().map(spot).collect())
    }

    /// The items of a list.
    pub(super) fn items(&self) -> Option<Vec<Self>> {
        let Value::List(nodes) = &self.node.value else { return None };
        let text = self.text();
        let (language, in_brackets) = (self.language, self.is_flow());
        let mut from = self.behind;
        let mut spots: Vec<Self> = Vec::with_capacity(nodes.len());
        for (at, node) in nodes.iter().enumerate() {
            let declared = self.declared.and_then(|one| one.below(&Step::Item(at), &names(node)));
            let spot = if in_brackets || language == Language::Toml {
                let start = node.span.range().start;
                let column = self.column;
                Self { node, language, declared, in_brackets, column, start, behind: start }
            } else {
                let start = lines::sign(text, from, &['-'])?;
                let column = lines::column(text, start);
                Self { node, language, declared, in_brackets, column, start, behind: start + 1 }
            };
            from = spot.end();
            spots.push(spot);
        }
        Some(spots)
    }

    /// The single text that stands here.
    pub(super) fn scalar(&self) -> Option<&'n Text> {
        if let Value::Text(text) = &self.node.value { Some(text) } else { None }
    }

    /// Whether nothing at all was written.
    pub(super) fn is_unwritten(&self) -> bool {
        self.scalar().is_some_and(|text| text.style == Style::Plain && text.text.is_empty())
    }

    /// Where its first sign stands: a quote, a `|`, a bracket, a letter. It is right behind the colon or dash where
    /// nothing was written.
    pub(super) fn first(&self) -> usize {
        match self.scalar().map(|text| text.style) {
            _ if self.is_unwritten() => self.behind,
            Some(Style::Literal(head) | Style::Folded(head)) => head as usize,
            _ => self.node.span.range().start,
        }
    }

    /// Where it ends: with its last letter, quote or bracket; below `|` and `>`, with its last line.
    pub(super) fn end(&self) -> usize {
        if let Some(text) = self.scalar() {
            return match text.style {
                _ if self.is_unwritten() => self.behind,
                Style::Literal(head) | Style::Folded(head) => {
                    let keeps = Head::of(self.text(), head as usize).chomp == Some('+');
                    self.lines_end(text, keeps)
                }
                _ => text.span.range().end,
            };
        }
        if self.node.is_in_brackets() {
            return self.node.span.range().end;
        }
        let last = match &self.node.value {
            Value::Map(_) if self.language == Language::Toml => {
                // Its tables may stand apart.
                let ends = self.entries().into_iter().flatten().map(|(_, spot)| spot.end());
                return ends.fold(self.node.span.range().end, usize::max);
            }
            Value::Map(_) => self.entries().and_then(|mut all| all.pop()).map(|(_, last)| last),
            _ => self.items().and_then(|mut all| all.pop()),
        };
        last.map_or(self.node.span.range().end, |last| last.end())
    }

    /// Where the lines of a text below `|` or `>` end; blank lines behind them are part of it where they are kept.
    pub(super) fn lines_end(&self, text: &Text, keeps: bool) -> usize {
        let file = self.text();
        if let (Style::Literal(head) | Style::Folded(head), "") = (text.style, text.text.trim()) {
            return lines::end(file, head as usize);
        }
        let range = text.span.range();
        let indent = lines::column(file, range.start);
        let mut end = lines::end(file, range.end);
        let mut at = end;
        while at < file.len() {
            let next = lines::end(file, at + 1);
            let line = &file[at + 1..next];
            // What is further in than the text is text, though it cannot be seen.
            if !line.trim_matches([' ', '\t']).is_empty() {
                break;
            }
            let is_text = line.len() > indent || keeps;
            at = next;
            if is_text && (at < file.len() || !line.is_empty()) {
                end = at;
            }
        }
        end
    }
}

/// Right behind the colon of a key; behind the key where it has none.
fn behind_colon(text: &str, key: &Key) -> usize {
    let end = key.span.range().end;
    let space = text[end..].len() - text[end..].trim_start().len();
    if text[end + space..].starts_with(':') { end + space + 1 } else { end }
}

/// What stands behind a key or dash whose text stands in the lines below.
pub(super) struct Head<'t> {
    /// `+` or `-`, if there is one.
    pub chomp: Option<char>,
    /// A comment, with the white space before it.
    pub comment: &'t str,
}

impl<'t> Head<'t> {
    pub(super) fn of(text: &'t str, at: usize) -> Self {
        let line = &text[at..lines::end(text, at)];
        let signs = line.len() - line.trim_start_matches(|sign| !matches!(sign, ' ' | '\t')).len();
        let chomp = line[..signs].chars().find(|sign| matches!(sign, '+' | '-'));
        Self { chomp, comment: lines::comment(text, at + signs) }
    }
}
