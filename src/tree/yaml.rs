//! YAML into the tree, tolerant of everything that can be told apart from nonsense.
//!
//! The parser's events are read here rather than its typed values, because only they keep `No`, `1.10` and
//! `2025-09-02` as they were typed, and because one file may have many faults worth telling at once.

use std::ops::Range;
use std::sync::Arc;

use serde_yaml::granit_parser::{
    self as parser, Event, Options, Parser, ScalarStyle, StructureStyle,
};

use crate::diagnostic::rules::cut_by_hash::cut_by_hash;
use crate::diagnostic::rules::duplicate_key::duplicate_key;
use crate::diagnostic::rules::invalid_yaml::{invalid_yaml, needs_quotes, refused};
use crate::diagnostic::rules::swallowed_line::swallowed_line;
use crate::diagnostic::{Diagnostic, Noted};
use crate::source::{self, Source, Span};

use super::hash::cut_off;
use super::node::{Key, Node, Style, Text, Value};
use super::quote::{Reason, quoted};
use super::unseen;

mod faults;
mod foreign;

/// Reads a whole file. `None` when it cannot be read at all; a file without content is an empty map.
#[must_use]
pub fn parse(source: &Arc<Source>) -> Noted<Option<Node>> {
    parse_part(source, 0..source.text().len())
}

/// Reads a part of a file, such as the front matter of a guide; places are in the whole file.
#[must_use]
pub fn parse_part(source: &Arc<Source>, part: Range<usize>) -> Noted<Option<Node>> {
    let mut builder = Builder {
        source,
        base: part.start,
        read_to: part.start,
        open: Vec::new(),
        root: None,
        documents: 0,
        swallowed: Vec::new(),
        cuts: Vec::new(),
        duplicates: Vec::new(),
        refused: false,
        is_suspect: false,
        notes: Vec::new(),
    };
    let options = parser::options! { emit_unresolved_aliases: true, emit_anchor_events: true, block_nesting_limit: 64, flow_nesting_limit: 64 };
    let done = builder.read(&source.text()[part.clone()], options);
    if done.is_err()
        || builder.is_suspect
        || matches!(builder.root, Some(Node { value: Value::Text(_), .. }))
    {
        let signs = unseen::in_yaml(source, part.clone());
        if let Some(first) = signs.first() {
            // What is wrong above has another reason.
            let fault = done.err().map(|error| builder.scan_fault(&error));
            let above = fault
                .filter(|fault| fault.span.line_and_column().0 < first.span.line_and_column().0);
            return Noted::new(None, above.into_iter().chain(signs).collect());
        }
    }
    if let Err(error) = done {
        if !builder.refused {
            let note = builder.scan_fault(&error);
            builder.notes.push(note);
        }
        return Noted::new(None, builder.notes);
    }
    let empty =
        || Node { span: Span::new(source, part.start..part.start), value: Value::Map(Vec::new()) };
    if builder.refused {
        // What an alias stands for is not known, so nothing that hangs on it is worth telling.
        return Noted::new(None, builder.notes);
    }
    let root = builder.root.take().unwrap_or_else(empty);
    builder.note_cuts(&root);
    for (line, start) in std::mem::take(&mut builder.swallowed) {
        let path = root.path_to(start);
        builder.notes.push(swallowed_line(line, path));
    }
    builder.duplicates.sort_by_key(|(key, _)| key.span.range().start);
    for (key, first) in std::mem::take(&mut builder.duplicates) {
        let path = root.path_to(key.span.range().start);
        builder.notes.push(duplicate_key(key.span, &key.name, first, path));
    }
    Noted::new(Some(root), builder.notes)
}

struct Builder<'a> {
    source: &'a Arc<Source>,
    /// Where the part starts in the file.
    base: usize,
    /// Where the last scalar ended.
    read_to: usize,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    /// Lines that a plain text takes in, and that look like items of a list.
    swallowed: Vec<(Span, usize)>,
    /// What a comment without a space after its `#` cuts short, and the comment.
    cuts: Vec<(Span, Span)>,
    /// A key that was there before, and where.
    duplicates: Vec<(Key, Span)>,
    /// Whether something was used that Twohats does without.
    refused: bool,
    /// Whether a key or the start of a text holds a sign that cannot be seen.
    is_suspect: bool,
    notes: Vec<Diagnostic>,
}

/// Whether a text in quotes is nothing but `*name`, which may well stand for another text.
fn is_alias(text: &str) -> bool {
    let name = text.trim_matches(['"', '\'']).trim_start_matches('*');
    !name.contains(['*', ' '])
}

/// A list or map whose end has not come yet.
enum Open {
    List(Begin, Vec<Node>),
    Map(Begin, Vec<(Key, Node)>, Option<Key>),
}

/// Where a list or map begins, and whether with a bracket.
struct Begin {
    at: usize,
    style: StructureStyle,
}

impl Builder<'_> {
    fn read(&mut self, text: &str, options: Options) -> Result<(), parser::ScanError> {
        for event in Parser::new_from_str_with_options(text, options) {
            let (event, place) = event?;
            let range = self.range(&place);
            match event {
                Event::DocumentStart(..) => {
                    self.documents += 1;
                    if self.documents == 2 {
                        let help = "keep one document in a file: take out the line `---`";
                        self.notes.push(refused(
                            Span::new(self.source, range),
                            "a second document",
                            help,
                        ));
                    }
                }
                Event::Scalar(text, style, ..) => {
                    self.note_tag(&place);
                    self.scalar(text.into_owned(), style, range);
                }
                Event::SequenceStart(style, ..) => {
                    self.note_tag(&place);
                    self.open.push(Open::List(Begin { at: range.start, style }, Vec::new()));
                }
                Event::MappingStart(style, ..) => {
                    self.note_tag(&place);
                    self.open.push(Open::Map(Begin { at: range.start, style }, Vec::new(), None));
                }
                Event::SequenceEnd | Event::MappingEnd => self.close(range.end),
                Event::Anchor(..) => {
                    let help = "put quotes round the whole text; write a repeated value out again";
                    self.refuse(range, "a `&` at the start of a text", help);
                }
                Event::Alias(_) | Event::UnresolvedAlias(_) => {
                    if let Some(fault) = self.starred_key(range.start) {
                        self.refused = true;
                        self.notes.push(fault);
                    } else if !self.is_merge() {
                        let fix = quoted(self.source, range.start, Reason::Sign)
                            .filter(|fix| !is_alias(&fix.text));
                        let span = Span::new(self.source, range.clone());
                        let message = "a text cannot start with `*`: it would repeat another one";
                        self.refused = true;
                        self.notes.push(needs_quotes(span, message, fix));
                    }
                    self.scalar(String::new(), ScalarStyle::DoubleQuoted, range);
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn range(&self, span: &parser::Span) -> Range<usize> {
        let start = self.base + span.start.byte_offset().unwrap_or_default();
        let end = self.base + span.end.byte_offset().unwrap_or_default();
        start..end.max(start)
    }

    fn refuse(&mut self, range: Range<usize>, what: &str, help: &str) {
        self.refused = true;
        self.notes.push(refused(Span::new(self.source, range), what, help));
    }

    fn note_tag(&mut self, place: &parser::Span) {
        if let Some(tag) = place.tag_span() {
            let range = self.range(&tag);
            self.refuse(range, "a `!` at the start of a text", "put quotes round the whole text");
        }
    }

    /// Whether the value that comes belongs to `<<`, which is refused as a whole.
    fn is_merge(&self) -> bool {
        matches!(self.open.last(), Some(Open::Map(_, _, Some(key))) if key.name == "<<")
    }

    fn scalar(&mut self, text: String, style: ScalarStyle, range: Range<usize>) {
        let written = &self.source.text()[range.clone()];
        // Other white space is a letter to YAML, and part of the text.
        let trimmed = written.trim_end_matches([' ', '\t', '\n']).len();
        let trimmed = range.start..range.start + trimmed;
        let (range, kept) = match style {
            ScalarStyle::Plain => (trimmed, Style::Plain),
            ScalarStyle::SingleQuoted => (range, Style::Single),
            ScalarStyle::DoubleQuoted => (range, Style::Double),
            ScalarStyle::Literal => (trimmed, Style::Literal(self.header(range.start))),
            ScalarStyle::Folded => (trimmed, Style::Folded(self.header(range.start))),
        };
        self.read_to = range.end;
        // `key:` with nothing behind it comes as `~`, which nobody typed.
        let text =
            if style == ScalarStyle::Plain && range.is_empty() { String::new() } else { text };
        let span = Span::new(self.source, range);
        // What follows a text that is empty is told of where it is known what it is to be.
        if !span.range().is_empty() {
            self.find_cut(&span);
        }
        let is_key = matches!(self.open.last(), Some(Open::Map(_, _, None)));
        if style == ScalarStyle::Plain {
            self.is_suspect |= !text.is_ascii()
                && if is_key {
                    text.contains(|sign| source::unseen(sign).is_some())
                } else {
                    unseen::is_dash(&text)
                };
            self.swallowed.extend(self.swallowed(&span));
        }
        if let Some(Open::Map(_, _, key @ None)) = self.open.last_mut() {
            let found = Key { name: text, span };
            if found.name == "<<" {
                self.refused = true;
                let help = "write the keys out again";
                self.notes.push(refused(found.span.clone(), "a merge key (`<<`)", help));
            }
            *key = Some(found);
            return;
        }
        let text = Text { text, span, style: kept };
        self.put(Node { span: text.span.clone(), value: Value::Text(text) });
    }

    /// Where the `|` or `>` stands above the lines of a text; only spaces, blank lines and a comment lie between.
    fn header(&self, lines: usize) -> u32 {
        let text = self.source.text();
        let above = text[self.read_to.min(lines)..lines].trim_end().len() + self.read_to.min(lines);
        let line = text[..above].rfind('\n').map_or(0, |at| at + 1).max(self.read_to.min(lines));
        let sign = text[line..].find(['|', '>']).map_or(lines, |at| (line + at).min(lines));
        u32::try_from(sign).unwrap_or(u32::MAX)
    }

    fn close(&mut self, end: usize) {
        let (begin, last, value) = match self.open.pop() {
            Some(Open::List(begin, items)) => {
                (begin, items.last().map(Node::end), Value::List(items))
            }
            Some(Open::Map(begin, entries, _)) => {
                self.find_duplicates(&entries);
                (begin, entries.last().map(|(_, node)| node.end()), Value::Map(entries))
            }
            None => return,
        };
        // A block ends where its last value ends, not at the next key; brackets end where they close.
        let is_in_brackets = begin.style == StructureStyle::Flow;
        let end = if is_in_brackets { end } else { last.unwrap_or(end) };
        let span = Span::new(self.source, begin.at..end.max(begin.at));
        if is_in_brackets {
            self.find_cut(&span);
        }
        self.put(Node { span, value });
    }

    /// Keeps the keys of a map that were there before.
    fn find_duplicates(&mut self, entries: &[(Key, Node)]) {
        // What was no key at all has no place.
        let keys = entries.iter().map(|(key, _)| key).filter(|key| key.span.range().end > 0);
        let mut keys: Vec<&Key> = keys.collect();
        keys.sort_by_key(|key| &key.name);
        for same in keys.chunk_by(|one, next| one.name == next.name) {
            let again = same[1..].iter().map(|key| ((*key).clone(), same[0].span.clone()));
            self.duplicates.extend(again);
        }
    }

    fn put(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, entries, key)) => match key.take() {
                Some(key) => entries.push((key, node)),
                None => {
                    let help = "a key is a short text, such as `title`";
                    self.notes.push(refused(node.span, "a list or group as a key", help));
                    *key = Some(Key { name: String::new(), span: Span::new(self.source, 0..0) });
                }
            },
            None if self.root.is_none() => self.root = Some(node),
            None => {}
        }
    }

    /// The first later line of a plain text that starts with `- `, and where the text starts.
    fn swallowed(&self, span: &Span) -> Option<(Span, usize)> {
        let range = span.range();
        let written = &self.source.text()[range.clone()];
        let later = written.match_indices('\n').map(|(at, _)| at + 1);
        let mut dashes = later.filter_map(|at| {
            let line = written[at..].lines().next()?;
            let words = line.trim_start();
            let start = at + line.len() - words.len();
            words.starts_with("- ").then(|| start..at + line.len())
        });
        let line = dashes.next()?;
        let place = range.start + line.start..range.start + line.end;
        Some((Span::new(self.source, place), range.start))
    }

    /// Keeps what a comment without a space after its `#` cuts short.
    fn find_cut(&mut self, span: &Span) {
        let end = span.range().end;
        // In brackets a comma comes before what is lost.
        let end = if self.source.text()[end..].starts_with(", #") { end + 1 } else { end };
        self.cuts.extend(cut_off(self.source, end).map(|comment| (span.clone(), comment)));
    }

    fn note_cuts(&mut self, root: &Node) {
        for (cut, comment) in std::mem::take(&mut self.cuts) {
            let range = cut.range();
            let text = &self.source.text()[range.clone()];
            let kept = text.lines().last().unwrap_or_default().trim();
            let path = root.path_to(range.start);
            let is_one_text = !text.contains('\n') && !text.starts_with(['[', '{']);
            let fix = is_one_text.then(|| quoted(self.source, range.start, Reason::Hash));
            self.notes.push(cut_by_hash(comment, kept, path, fix.flatten()));
        }
    }
}
