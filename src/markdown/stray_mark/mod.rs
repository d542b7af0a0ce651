//! `stray-mark`: marks that Markdown does not read as they were meant, found while a text is read.
//!
//! It looks at the words that readers see, never at the source alone: what was escaped, or stands in code, is meant.

mod block;
mod blocks;
mod delimiters;
pub(super) mod in_html;
mod links;
mod lists;
mod pipes;
mod programs;
mod shown;
mod starts;
mod tools;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::extra_cell;
use crate::diagnostic::rules::stray_mark::stray_mark;
use crate::edit::Edit;

use super::callouts;
use super::writing::{Extent, Writing};
use block::{Block, HIDDEN, MARGIN, Place, SLANT, Sign, Signs, Stray, lines};
use blocks::{Numbered, Numbers};
use delimiters::Delimiters;
use lists::{Found, Next};
use shown::Shown;

/// What was found in a text so far, and the block that is being read.
pub(super) struct StrayMarks<'a, 't> {
    writing: &'a Writing<'a>,
    text: &'t str,
    shown: Shown,
    place: Place,
    /// Whether code is being read.
    in_code: bool,
    /// Up to where words belong to the mark of a callout.
    marked_to: usize,
    delimiters: Delimiters,
    numbers: Numbers,
    /// A line that is a list if the next block goes on with it.
    perhaps: Option<(usize, Stray, Next)>,
    /// What would go on with the list that has just ended.
    ended: Option<Next>,
    lists: Vec<Numbered>,
    found: Vec<(usize, Stray)>,
}

impl<'a, 't> StrayMarks<'a, 't> {
    pub(super) fn new(writing: &'a Writing<'a>, text: &'t str) -> Self {
        let place = if writing.extent == Extent::Inline { Place::Line } else { Place::Paragraph };
        Self {
            writing,
            text,
            shown: Shown::default(),
            place,
            in_code: false,
            marked_to: 0,
            delimiters: Delimiters::default(),
            numbers: Numbers::default(),
            perhaps: None,
            ended: None,
            lists: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Looks at what the parser found.
    pub(super) fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(_) if range.start < self.marked_to => self.shown.pass(range.end),
            Event::Text(words) if !self.in_code => self.shown.hear(self.text, words, range),
            Event::Code(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {
                self.shown.pass(range.start);
                self.shown.fill(range.end, HIDDEN);
            }
            Event::SoftBreak => {
                self.shown.end_line(range.start);
            }
            Event::HardBreak => self.shown.pass(range.end),
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag, range),
            Event::Text(_)
            | Event::Html(_)
            | Event::Rule
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    /// All that was found, but for rows of tables whose bars are `told` of: a bar in code parts the code too.
    pub(super) fn finish(mut self, told: &[Diagnostic]) -> Vec<Diagnostic> {
        self.flush();
        let mut found = self.found;
        found.extend(self.delimiters.finish());
        let (writing, text) = (self.writing, self.text);
        let line = |note: &Diagnostic| note.span.line_and_column().0;
        let rows = told.iter().filter(|note| note.is_of(&extra_cell::RULE));
        let rows: Vec<usize> = rows.map(line).collect();
        let strays = found.into_iter().map(|(base, stray)| {
            let moved = |at: &Range<usize>| base + at.start..base + at.end;
            let span = writing.span(moved(&stray.at));
            let fix = stray.fix.and_then(|(at, put)| {
                let (at, old) = (writing.span(moved(&at)), &text[moved(&at)]);
                // In quotes, and over several lines, a text may be written in another way.
                let is_same = at.source().text()[at.range()] == *old;
                is_same.then_some(Edit { span: at, text: put })
            });
            stray_mark(span, stray.message, stray.help, fix)
        });
        strays.filter(|note| rows.is_empty() || !rows.contains(&line(note))).collect()
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Emphasis => {
                self.shown.pass(range.start);
                self.shown.fill(range.start + 1, SLANT);
            }
            Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. } => self.shown.pass(range.start),
            Tag::Paragraph => self.flush(),
            Tag::Item => self.begin(Place::Item),
            Tag::Heading { id, classes, attrs, .. } => {
                self.begin(Place::Heading);
                let is_of_use = id.is_some() || !classes.is_empty();
                if is_of_use && !attrs.is_empty() {
                    self.found.extend(blocks::beside_id(self.text, range));
                }
            }
            Tag::TableCell => self.begin(Place::Cell),
            Tag::CodeBlock(kind) => {
                self.begin(Place::Paragraph);
                self.in_code = true;
                self.found.extend(match kind {
                    CodeBlockKind::Indented => blocks::indented(self.text, range),
                    CodeBlockKind::Fenced(_) => blocks::beside_fence(self.text, range),
                });
            }
            Tag::List(first) => {
                self.begin(Place::Paragraph);
                let list = Numbered::new(self.text, range, *first);
                self.settle(Some(list.beginning()));
                self.lists.push(list);
            }
            Tag::DefinitionListDefinition => {
                self.begin(Place::Paragraph);
                self.found.extend(tools::box_below_text(self.text, range));
            }
            Tag::BlockQuote(_) => {
                self.begin(Place::Paragraph);
                if let Some((_, mark)) = callouts::titled(&self.text[range.clone()]) {
                    self.marked_to = range.start + mark.end;
                }
            }
            Tag::HtmlBlock
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::MetadataBlock(_) => self.begin(Place::Paragraph),
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Emphasis => {
                self.shown.pass(range.end - 1);
                self.shown.fill(range.end, SLANT);
            }
            TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image => self.shown.pass(range.end),
            TagEnd::Heading(_) => {
                let has_words = !self.shown.words.is_empty();
                self.begin(Place::Paragraph);
                self.found.extend(blocks::heading(self.text, range, has_words));
            }
            TagEnd::Item => {
                self.begin(Place::Paragraph);
                if let Some(list) = self.lists.last_mut() {
                    list.items += 1;
                }
            }
            TagEnd::List(_) => {
                self.begin(Place::Paragraph);
                if let Some(list) = self.lists.pop() {
                    self.found.extend(self.numbers.end(self.text, range, &list));
                    self.ended = Some(list.next());
                }
            }
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::Paragraph
            | TagEnd::BlockQuote(_)
            | TagEnd::HtmlBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
            | TagEnd::MetadataBlock(_) => self.begin(Place::Paragraph),
        }
    }

    fn begin(&mut self, place: Place) {
        self.flush();
        if self.writing.extent != Extent::Inline {
            self.place = place;
        }
    }

    /// What came after a line that is perhaps a list.
    fn settle(&mut self, next: Option<Next>) {
        let perhaps = self.perhaps.take().filter(|(_, _, wanted)| Some(*wanted) == next);
        self.found.extend(perhaps.map(|(base, stray, _)| (base, stray)));
    }

    /// Looks at the block that has ended.
    fn flush(&mut self) {
        if self.shown.words.is_empty() {
            return;
        }
        let mut words = std::mem::take(&mut self.shown.words);
        if self.place == Place::Line {
            words = self.in_lines(&words);
        }
        let Some(source) = self.text.get(self.shown.base..self.shown.base + words.len()) else {
            return;
        };
        let signs = Signs::of(&words);
        let lines = lines(&words);
        let block = Block { words: &words, source, place: self.place, signs, lines: &lines };
        let mut found = Vec::new();
        let ended = self.ended.take();
        let beginning = lists::beginning(&block);
        self.settle(beginning);
        let list = lists::find(&block, self.writing.extent == Extent::Document);
        let mut perhaps = None;
        let is_list = match list {
            Some(Found::Perhaps(stray, next)) if ended.is_none() || ended != beginning => {
                perhaps = Some((self.shown.base, stray, next));
                false
            }
            Some(Found::Surely(stray) | Found::Perhaps(stray, _)) => {
                found.push(stray);
                true
            }
            None => false,
        };
        found.extend(pipes::find(&block));
        starts::find(&block, &mut found);
        tools::find(&block, &mut found);
        programs::find(&block, &mut found);
        if signs.has(Sign::Bracket) {
            links::find(&block, &mut found);
        }
        if !is_list && signs.has(Sign::Delimiter) {
            self.delimiters.find(&block, self.shown.base, &mut found);
        }
        // What is told already is no list as well.
        self.perhaps = perhaps.filter(|_| found.is_empty());
        for stray in found {
            let overlaps = |(base, other): &(usize, Stray)| {
                *base == self.shown.base
                    && other.at.start < stray.at.end
                    && stray.at.start < other.at.end
            };
            if !self.found.iter().rev().take(8).any(overlaps) {
                self.found.push((self.shown.base, stray));
            }
        }
        words.clear();
        self.shown.words = words;
        if self.place == Place::Item {
            self.place = Place::Paragraph;
        }
    }

    /// One line of Markdown as it was written, which may be several lines, without the bracket in front.
    fn in_lines(&self, words: &str) -> String {
        let written = self.writing.text.as_bytes();
        if !written.contains(&b'\n') {
            let is_first = self.shown.base == 0 && words.starts_with('(');
            let bracket = usize::from(is_first);
            return [&String::from(MARGIN).repeat(bracket), &words[bracket..]].concat();
        }
        let line =
            words.char_indices().map(|(at, letter)| match (self.shown.base + at).checked_sub(1) {
                None => MARGIN,
                Some(at) if letter == ' ' && written.get(at) == Some(&b'\n') => '\n',
                Some(_) => letter,
            });
        line.collect()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::random::numbers;
    use super::super::{Extent, Html, Writing, read};
    use crate::source::{Source, Span};

    /// What is put together at random: every mark that is looked for, and what stands round it.
    const PIECES: [&str; 44] = [
        "a",
        "Ask",
        "é",
        " ",
        " ",
        "\n",
        "\n\n",
        "\n    ",
        "\t",
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "~~",
        "[",
        "]",
        "](",
        ")",
        "(",
        "[[",
        "]]",
        "![",
        "a.md",
        "b c.pdf",
        "# ",
        "##",
        "- ",
        "-",
        "2. ",
        "1.",
        "\u{a0}",
        "| a |",
        "|--|",
        "---",
        "> ",
        "[!NOTE]",
        "{",
        ":tada:",
        "\\",
        "&amp;",
        "https://a.b",
        "[^1]",
    ];

    #[test]
    fn whatever_is_written_is_read_and_told_of_where_it_stands() {
        let mut below = numbers(11);
        let mut count = 0;
        for _ in 0..6_000 {
            let text: String = (0..below(14)).map(|_| PIECES[below(PIECES.len())]).collect();
            let source = Arc::new(Source::new("a.md", &text));
            let place = |range| Span::new(&source, range);
            for extent in [Extent::Inline, Extent::Block, Extent::Document] {
                let title = Some("Ask");
                let writing = Writing {
                    text: &text,
                    extent,
                    html: Html::Clean,
                    prefix: "",
                    title,
                    place: &place,
                };
                for note in read(&writing).notes {
                    assert!(source.text().get(note.span.range()).is_some(), "{text:?}: {note:?}");
                    count += 1;
                }
            }
        }
        assert!(count > 6_000, "too little was told of: {count}");
    }
}
