//! One pass over the parser's events: ids for headings, accessible tables, alerts, footnotes, links.

use std::ops::Range;

use pulldown_cmark::html::push_html;
use pulldown_cmark::{
    BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd,
};

use crate::diagnostic::rules::broken_link::undefined_label;
use crate::diagnostic::rules::never_closed::fence_never_closed;
use crate::diagnostic::rules::too_deep::too_deep;
use crate::diagnostic::rules::unsafe_link::picture_from_elsewhere;
use crate::diagnostic::{Diagnostic, Noted};
use crate::source::Span;

use super::addresses::{Addresses, is_outside};
use super::callouts::{self, Callouts};
use super::clean::clean;
use super::definitions::Definitions;
use super::depth::{Depth, MOST_DEPTH};
use super::entities::escape;
use super::fences;
use super::footnotes::{Footnotes, Note, undefined};
use super::gaps::marked;
use super::headings::Headings;
use super::intended::endless;
use super::marks::Marks;
use super::mask::Mask;
use super::pieces::Placed;
use super::prose::Prose;
use super::raw_ids::RawIds;
use super::stray_mark::StrayMarks;
use super::tables::{self, Table};
use super::texts::Texts;
use super::unmarked;
use super::walk::{Value, walk};
use super::with_html::with_html;
use super::writing::{Extent, Html, Writing};

/// Reads Markdown: CommonMark with tables, footnotes, task lists, strikethrough, heading attributes,
/// GitHub alerts and definition lists.
#[must_use]
pub fn read(writing: &Writing) -> Noted<Prose> {
    match unmarked::html(writing.text, writing.extent) {
        Some((html, tags)) => {
            let marks = Marks { tags, ..Marks::default() };
            Noted::new(Prose::new(writing.whole(), html, marks, writing.extent), Vec::new())
        }
        None => parse(writing),
    }
}

/// The same by the parser, whatever stands in the text.
pub(super) fn parse(writing: &Writing) -> Noted<Prose> {
    let text = writing.parsed();
    let mut mask = Mask::new(&text);
    let mut notes = Vec::new();
    loop {
        let masked = mask.text(&text);
        let mut undefined = Vec::new();
        let callback = |link: BrokenLink<'_>| {
            // `[word]` alone is a word in brackets; `[words][label]` was meant to be a link.
            if matches!(
                link.link_type,
                LinkType::Reference
                    | LinkType::Collapsed
                    | LinkType::ReferenceUnknown
                    | LinkType::CollapsedUnknown
            ) {
                undefined.push((link.span, mask.words(link.reference).to_string()));
            }
            None
        };
        let parser = Parser::new_with_broken_link_callback(&masked, options(), Some(callback));
        let events = parser.into_offset_iter();
        let definitions = Definitions::new(events.reference_definitions(), &mask);
        let events = events.collect();
        let events = with_html(writing, (&text, &mut mask), events, &mut notes);
        let Some((events, ids)) = events else { continue };
        let mut noted = Reader::read(writing, &text, (definitions, ids), events);
        let undefined = undefined.into_iter();
        noted.notes.extend(notes);
        noted.notes.extend(undefined.map(|(at, label)| undefined_label(writing.span(at), &label)));
        return noted;
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
}

struct Reader<'a, 't> {
    writing: &'a Writing<'a>,
    /// The text that the ranges of events are in.
    text: &'t str,
    out: Vec<Event<'t>>,
    /// What was being written when a heading or footnote began.
    outer: Vec<Vec<Event<'t>>>,
    headings: Headings,
    table: Table,
    footnotes: Footnotes,
    definitions: Definitions,
    /// The footnotes whose ends have not come yet: their labels, and where.
    defining: Vec<(String, Span)>,
    addresses: Addresses,
    raw_ids: RawIds,
    /// Whether there is raw HTML to be cleaned.
    must_clean: bool,
    depth: Depth,
    strays: StrayMarks<'a, 't>,
    texts: Texts<'t>,
    callouts: Callouts,
    /// The id of the title that stood in the text too, until there is an element to hold it.
    title_id: Option<String>,
    notes: Vec<Diagnostic>,
}

impl<'a, 't> Reader<'a, 't> {
    fn read(
        writing: &'a Writing<'a>,
        text: &'t str,
        (definitions, raw_ids): (Definitions, RawIds),
        events: Vec<Placed<'t>>,
    ) -> Noted<Prose> {
        let mut reader = Reader {
            writing,
            text,
            out: Vec::new(),
            outer: Vec::new(),
            headings: Headings::new(writing.extent),
            table: Table::default(),
            footnotes: Footnotes::new(writing.prefix),
            definitions,
            defining: Vec::new(),
            addresses: Addresses::default(),
            raw_ids,
            must_clean: false,
            depth: Depth::default(),
            strays: StrayMarks::new(writing, text),
            texts: Texts::default(),
            callouts: Callouts::default(),
            title_id: None,
            notes: Vec::new(),
        };
        for (event, range) in events {
            reader.event(event, range);
        }
        reader.finish()
    }

    fn event(&mut self, event: Event<'t>, range: Range<usize>) {
        self.strays.event(&event, &range);
        if !matches!(event, Event::Text(_)) {
            self.texts.write(&mut self.out);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Html(html) | Event::InlineHtml(html) => match self.writing.html {
                Html::Escape => self.out.push(Event::Text(html)),
                mode @ (Html::Clean | Html::Trust) => {
                    self.must_clean |= mode == Html::Clean;
                    self.raw(&html, range);
                    self.html(html);
                }
            },
            Event::FootnoteReference(label) => {
                let mark = self.footnotes.mention(&label);
                self.html(mark);
            }
            Event::TaskListMarker(done) => {
                let mark = if done { '☑' } else { '☐' };
                self.html(format!("<span class=\"task\">{mark}</span> "));
            }
            Event::Text(words) => {
                let Some(words) = self.callouts.behind_mark(words, &range) else { return };
                self.hear(&words, range.end);
                self.notes.extend(endless(self.writing, self.text, range.start));
                self.notes.extend(undefined(self.writing, self.text, &words, &range));
                self.texts.hold(words, range);
            }
            Event::Code(words) => {
                self.hear(&words, range.end);
                self.out.push(Event::Code(words));
            }
            Event::SoftBreak | Event::HardBreak => {
                self.hear(" ", range.end);
                match self.callouts.end_line() {
                    Some(html) => self.html(html),
                    None => self.out.push(event),
                }
            }
            other => self.out.push(other),
        }
    }

    /// Raw HTML that is kept, and where it stands.
    fn raw(&mut self, html: &str, range: Range<usize>) {
        self.texts.raw(html);
        if self.depth.is_passed_by(html) {
            let line = self.text[range.clone()].lines().next().unwrap_or_default();
            let span = self.writing.span(range.start..range.start + line.len());
            self.notes.push(too_deep(span, MOST_DEPTH));
        }
        self.addresses.raw(range);
    }

    /// Words that end at a place of the text.
    fn hear(&mut self, words: &str, end: usize) {
        self.headings.hear(words, end);
        self.table.hear(words);
    }

    fn html(&mut self, html: impl Into<CowStr<'t>>) {
        self.out.push(Event::Html(html.into()));
    }

    fn start(&mut self, tag: Tag<'t>, range: Range<usize>) {
        self.texts.open(&tag);
        self.callouts.open(&tag);
        let title_id = self.title_id.take().map(|id| escape(&id));
        let is_paragraph = matches!(tag, Tag::Paragraph);
        if let Some(id) = title_id.as_ref().filter(|_| !is_paragraph) {
            self.html(format!("<div id=\"{id}\"></div>\n"));
        }
        match tag {
            Tag::Heading { level, id, classes, .. } => {
                self.headings.begin(level, id, &classes, range);
                self.begin();
            }
            Tag::FootnoteDefinition(label) => {
                let end = range.start + self.text[range.clone()].trim_end().len();
                self.defining.push((label.to_string(), self.writing.span(range.start..end)));
                self.begin();
            }
            Tag::BlockQuote(kind) => {
                let quote = &self.text[range.clone()];
                match self.callouts.begin(kind, quote, range.start) {
                    Some(html) => self.html(html),
                    None => self.out.push(Event::Start(Tag::BlockQuote(None))),
                }
            }
            Tag::Table(columns) => {
                let (table, html) = Table::begin(columns);
                self.table = table;
                self.html(html);
            }
            Tag::TableHead => {
                let html = self.table.begin_head();
                self.html(html);
            }
            Tag::TableRow => {
                let row = &self.text[range.clone()];
                self.notes.extend(self.table.note_lost(self.writing, row, range.start));
                let html = self.table.begin_row();
                self.html(html);
            }
            Tag::TableCell => {
                self.table.begin_cell(self.out.len());
                self.html("");
            }
            Tag::Link { link_type, dest_url, title, id } => {
                self.definitions.refer(&id);
                let dest_url = self.address(link_type, dest_url, range);
                self.out.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
            }
            Tag::Image { link_type, dest_url, title, id } => {
                self.definitions.refer(&id);
                if is_outside(&dest_url) {
                    self.notes
                        .push(picture_from_elsewhere(self.writing.span(range.clone()), &dest_url));
                }
                let dest_url = self.address(link_type, dest_url, range);
                self.out.push(Event::Start(Tag::Image { link_type, dest_url, title, id }));
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => {
                if let Some(fence) = fences::unclosed(&self.text[range.clone()]) {
                    let span = self.writing.span(range.start..range.start + fence.len());
                    self.notes.push(fence_never_closed(span, fence));
                }
                self.out.push(Event::Start(tag));
            }
            Tag::HtmlBlock => {}
            // A line is no paragraph.
            Tag::Paragraph if self.writing.extent == Extent::Inline => {}
            Tag::Paragraph if self.callouts.has_title() => self.html(callouts::TITLE),
            other => self.out.push(Event::Start(other)),
        }
        if let Some(id) = title_id.filter(|_| is_paragraph) {
            self.html(format!("<span id=\"{id}\"></span>"));
        }
    }

    fn end(&mut self, tag: TagEnd) {
        self.texts.close(tag);
        self.callouts.close(tag);
        match tag {
            TagEnd::Heading(_) => {
                let dropped = self.headings.dropped(self.text);
                self.out.extend(dropped.map(|words| Event::Text(words.into())));
                let inner = self.give_back();
                if self.out.is_empty()
                    && self.outer.is_empty()
                    && self.headings.repeats_title(self.writing)
                {
                    let id = self.headings.leave_out(self.writing, self.text, &mut self.notes);
                    self.title_id = Some(id);
                    return;
                }
                let (open, close) = self.headings.end(self.writing, self.text, &mut self.notes);
                self.html(open);
                self.out.extend(inner);
                self.html(close);
            }
            TagEnd::FootnoteDefinition => {
                let mut body = self.give_back();
                let is_paragraph = body.last() == Some(&Event::End(TagEnd::Paragraph));
                body.truncate(body.len() - usize::from(is_paragraph));
                let (mut html, end) = (String::new(), if is_paragraph { "</p>" } else { "" });
                push_html(&mut html, body.into_iter());
                let (label, span) = self.defining.pop().expect("every end has its beginning");
                self.footnotes.define(&label, Note { html, end }, span, &mut self.notes);
            }
            TagEnd::BlockQuote(_) if self.callouts.end() => self.html("</div>\n"),
            TagEnd::Paragraph if self.callouts.end_title() => self.html("</p>\n"),
            TagEnd::Table => {
                self.table = Table::default();
                self.html(tables::END);
            }
            TagEnd::TableHead => {
                let html = self.table.end_head();
                self.html(html);
            }
            TagEnd::TableRow => self.html(tables::END_ROW),
            TagEnd::TableCell => {
                let (place, open, close) = self.table.end_cell();
                self.out[place] = Event::Html(open.into());
                self.html(close);
            }
            TagEnd::HtmlBlock => {}
            TagEnd::Paragraph if self.writing.extent == Extent::Inline => {}
            other => self.out.push(Event::End(other)),
        }
    }

    fn begin(&mut self) {
        self.outer.push(std::mem::take(&mut self.out));
    }

    fn give_back(&mut self) -> Vec<Event<'t>> {
        let outer = self.outer.pop().expect("every end has its beginning");
        std::mem::replace(&mut self.out, outer)
    }

    fn address(&mut self, kind: LinkType, address: CowStr<'t>, range: Range<usize>) -> CowStr<'t> {
        self.addresses.mark(self.writing, self.text, (kind, address, range), &mut self.notes)
    }

    fn finish(mut self) -> Noted<Prose> {
        self.texts.write(&mut self.out);
        if let Some(id) = self.title_id.take() {
            self.html(format!("<div id=\"{}\"></div>\n", escape(&id)));
        }
        let mut html = String::with_capacity(self.text.len() * 3 / 2);
        push_html(&mut html, self.out.into_iter());
        if self.writing.extent == Extent::Inline {
            html.drain(..html.len().min(1));
        }
        let strays = self.strays.finish(&self.notes);
        self.notes.extend(strays);
        self.footnotes.note_unused(&mut self.notes);
        self.definitions.note_unused(self.writing, self.text, &mut self.notes);
        html.push_str(&self.footnotes.list());
        if self.depth.is_too_deep() {
            // To sort it out would take very long, and the page is not made anyway.
            html.clear();
        } else if self.must_clean {
            html = clean(&html);
        }
        let is_script = self.writing.extent == Extent::Script;
        let html = if is_script { marked(&html) } else { html.as_str().into() };
        let (html, mut marks) = walk(&html, self.headings.done, |value| match value {
            Value::Address(address) => {
                self.addresses.slot(self.writing, self.text, address, &mut self.notes)
            }
            Value::Id(id) => self.raw_ids.slot(id),
        });
        marks.second_names = self.headings.second_names;
        let prose = Prose::new(self.writing.whole(), html.into(), marks, self.writing.extent);
        Noted::new(prose, self.notes)
    }
}
