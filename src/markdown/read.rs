//! One pass over the parser's events: ids for headings, accessible tables, alerts, footnotes, links.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{
    Alignment, BlockQuoteKind, BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd,
    html::push_html,
};

use crate::diagnostic::rules::broken_link::{undefined_footnote, undefined_label};
use crate::diagnostic::rules::duplicate_id::duplicate_id;
use crate::diagnostic::rules::unsafe_link::unsafe_link;
use crate::diagnostic::{Diagnostic, Noted};
use crate::source::Span;

use super::clean::clean;
use super::footnotes::Footnotes;
use super::html::{HOLE_SCHEME, WORD_MARKS, find_holes};
use super::levels::Levels;
use super::links::{Destination, destination};
use super::prose::{Heading, Hole, Prose};
use super::slug::slug;

/// What to do with raw HTML.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Html {
    /// Keep what is safe.
    #[default]
    Clean,
    /// Show it as text.
    Escape,
    /// Keep it as it is.
    Trust,
}

/// How much a text may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One line: emphasis, links, code; no paragraphs.
    Inline,
    /// Paragraphs, lists and the like within a page; headings from `<h3>`.
    Block,
    /// The body of a page: headings from `<h2>`.
    Document,
}

/// A text to be read.
pub struct Writing<'a> {
    pub text: &'a str,
    pub shape: Shape,
    pub html: Html,
    /// Goes before the ids of headings and footnotes, so that two texts can share a page.
    pub prefix: &'a str,
    /// Where a range of the text was written.
    pub place: &'a dyn Fn(Range<usize>) -> Span,
}

/// Reads Markdown: CommonMark with tables, footnotes, task lists, strikethrough, heading attributes,
/// GitHub alerts and definition lists.
#[must_use]
pub fn read(writing: &Writing) -> Noted<Prose> {
    // A bracket in front and no line breaks: so nothing in the text can begin a block.
    let inline = (writing.shape == Shape::Inline)
        .then(|| format!("({}", writing.text.replace('\n', " ").trim_end()));
    let text = inline.as_deref().unwrap_or(writing.text);
    let shift = usize::from(inline.is_some());
    let place = |range: Range<usize>| {
        (writing.place)(range.start.saturating_sub(shift)..range.end.saturating_sub(shift))
    };
    let mut undefined = Vec::new();
    let callback = |link: BrokenLink<'_>| {
        if matches!(
            link.link_type,
            LinkType::Reference
                | LinkType::Collapsed
                | LinkType::ReferenceUnknown
                | LinkType::CollapsedUnknown
        ) {
            undefined.push(undefined_label(place(link.span), &link.reference));
        }
        None
    };
    let mut reader = Reader {
        writing,
        place: &place,
        out: Vec::new(),
        outer: Vec::new(),
        heading: None,
        levels: Levels::new(writing.shape),
        in_head: false,
        columns: Vec::new(),
        column: 0,
        footnotes: Footnotes::new(writing.prefix),
        defining: Vec::new(),
        links: Vec::new(),
        headings: Vec::new(),
        taken: BTreeSet::new(),
        raw: false,
        notes: Vec::new(),
    };
    let parser = Parser::new_with_broken_link_callback(text, options(), Some(callback));
    for (event, range) in parser.into_offset_iter() {
        reader.event(event, range);
    }
    let mut noted = reader.finish(inline.is_some());
    noted.notes.extend(undefined);
    noted
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
    place: &'a dyn Fn(Range<usize>) -> Span,
    out: Vec<Event<'t>>,
    /// What was being written when a heading or footnote began.
    outer: Vec<Vec<Event<'t>>>,
    heading: Option<Open>,
    levels: Levels,
    in_head: bool,
    columns: Vec<Alignment>,
    column: usize,
    footnotes: Footnotes,
    /// The labels of footnotes whose ends have not come yet.
    defining: Vec<String>,
    links: Vec<Hole>,
    headings: Vec<Heading>,
    taken: BTreeSet<String>,
    /// Whether there is raw HTML to be cleaned.
    raw: bool,
    notes: Vec<Diagnostic>,
}

/// A heading whose end has not come yet.
struct Open {
    level: u8,
    id: Option<String>,
    classes: String,
    title: String,
    range: Range<usize>,
}

impl<'t> Reader<'_, 't> {
    fn event(&mut self, event: Event<'t>, range: Range<usize>) {
        if let (Some(heading), Event::Text(words) | Event::Code(words)) =
            (&mut self.heading, &event)
        {
            heading.title.push_str(words);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Html(html) | Event::InlineHtml(html) => match self.writing.html {
                Html::Escape => self.out.push(Event::Text(html)),
                mode => {
                    self.raw |= mode == Html::Clean;
                    self.out.push(Event::Html(html));
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
                self.undefined_footnotes(&words, &range);
                self.out.push(Event::Text(words));
            }
            other => self.out.push(other),
        }
    }

    fn html(&mut self, html: impl Into<CowStr<'t>>) {
        self.out.push(Event::Html(html.into()));
    }

    fn start(&mut self, tag: Tag<'t>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, id, classes, .. } => {
                let classes: Vec<&str> = classes.iter().map(AsRef::as_ref).collect();
                self.heading = Some(Open {
                    level: self.levels.fit(level as u8),
                    id: id.map(|id| id.to_string()),
                    classes: classes.join(" "),
                    title: String::new(),
                    range,
                });
                self.begin();
            }
            Tag::FootnoteDefinition(label) => {
                self.defining.push(label.to_string());
                self.begin();
            }
            Tag::BlockQuote(Some(kind)) => {
                let name = alert(kind);
                let (open, close) = WORD_MARKS;
                self.html(format!("<div class=\"alert alert-{name}\"><p class=\"alert-title\">{open}alert.{name}{close}</p>\n"));
            }
            Tag::Table(columns) => {
                self.columns = columns;
                self.html("<div class=\"table\"><table>\n");
            }
            Tag::TableHead => {
                self.in_head = true;
                self.column = 0;
                self.html("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.html("<tr>");
            }
            Tag::TableCell => {
                let class = match self.columns.get(self.column) {
                    Some(Alignment::Right) => " class=\"right\"",
                    Some(Alignment::Center) => " class=\"center\"",
                    _ => "",
                };
                let cell = if self.in_head {
                    format!("<th scope=\"col\"{class}>")
                } else {
                    format!("<td{class}>")
                };
                self.html(cell);
            }
            Tag::Link { link_type, dest_url, title, id } => {
                let dest_url = self.address(link_type, dest_url, range);
                self.out.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
            }
            Tag::Image { link_type, dest_url, title, id } => {
                let dest_url = self.address(link_type, dest_url, range);
                self.out.push(Event::Start(Tag::Image { link_type, dest_url, title, id }));
            }
            Tag::HtmlBlock => {}
            other => self.out.push(Event::Start(other)),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::FootnoteDefinition => {
                let body = self.give_back();
                let mut html = String::new();
                push_html(&mut html, body.into_iter());
                let label = self.defining.pop().expect("every end has its beginning");
                self.footnotes.define(&label, html);
            }
            TagEnd::BlockQuote(Some(_)) => self.html("</div>\n"),
            TagEnd::Table => self.html("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.in_head = false;
                self.html("</tr></thead>\n<tbody>\n");
            }
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell => {
                self.column += 1;
                self.html(if self.in_head { "</th>" } else { "</td>" });
            }
            TagEnd::HtmlBlock => {}
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

    fn end_heading(&mut self) {
        let inner = self.give_back();
        let Some(open) = self.heading.take() else { return };
        let prefix = self.writing.prefix;
        let given = open.id.is_some();
        let wanted = open.id.unwrap_or_else(|| slug(&open.title));
        let wanted = if wanted.is_empty() { "section".to_owned() } else { wanted };
        let mut id = format!("{prefix}{wanted}");
        let mut number = 1;
        while !self.taken.insert(id.clone()) {
            number += 1;
            id = format!("{prefix}{wanted}-{number}");
        }
        if given && number > 1 {
            let span = (self.place)(open.range.clone());
            let help = "give one of the two another `{#id}`";
            self.notes.push(duplicate_id(span.clone(), "heading", &wanted, span, help));
        }
        let level = open.level;
        let class = if open.classes.is_empty() {
            String::new()
        } else {
            format!(" class=\"{}\"", escape(&open.classes))
        };
        self.html(format!("<h{level} id=\"{}\"{class}>", escape(&id)));
        self.out.extend(inner);
        self.html(format!("</h{level}>\n"));
        self.headings.push(Heading { id, title: open.title.trim().to_owned(), level });
    }

    /// What stands in the HTML for an address: itself when it leads out of the book, else a hole.
    fn address(&mut self, kind: LinkType, address: CowStr<'t>, range: Range<usize>) -> CowStr<'t> {
        if kind == LinkType::Email {
            return address;
        }
        let span = self.address_place(&address, range);
        match destination(&address) {
            Destination::Outside => address,
            Destination::Unsafe => {
                self.notes.push(unsafe_link(span, &address));
                "#".into()
            }
            Destination::Inside => {
                self.links.push(Hole::Link { target: address.to_string(), span });
                format!("{HOLE_SCHEME}:{}", self.links.len() - 1).into()
            }
        }
    }

    /// The place of the address within the place of the whole link.
    fn address_place(&self, address: &str, range: Range<usize>) -> Span {
        let text = self.writing.text;
        let shift = usize::from(self.writing.shape == Shape::Inline);
        let (start, end) =
            (range.start.saturating_sub(shift), range.end.saturating_sub(shift).min(text.len()));
        let written = text.get(start..end).unwrap_or_default();
        match written.rfind(address) {
            Some(at) if !address.is_empty() => {
                (self.writing.place)(start + at..start + at + address.len())
            }
            _ => (self.writing.place)(start..end),
        }
    }

    /// A `[^label]` that nothing defines stays text; tell the author.
    fn undefined_footnotes(&mut self, words: &str, range: &Range<usize>) {
        if !words.starts_with("[^") && words != "[" && !words.starts_with('^') {
            return;
        }
        let text = self.writing.text;
        let start = range.start.saturating_sub(usize::from(words.starts_with('^')));
        let Some(rest) = text.get(start..).and_then(|rest| rest.strip_prefix("[^")) else { return };
        if words.starts_with('^') {
            return;
        }
        if let Some(end) =
            rest.find(']').filter(|end| *end > 0 && !rest[..*end].contains(char::is_whitespace))
        {
            let span = (self.place)(start..start + end + 3);
            self.notes.push(undefined_footnote(span, &rest[..end]));
        }
    }

    fn finish(mut self, inline: bool) -> Noted<Prose> {
        let mut html = String::with_capacity(self.writing.text.len() * 3 / 2);
        push_html(&mut html, std::mem::take(&mut self.out).into_iter());
        if inline {
            let whole = html.trim_end().trim_start_matches("<p>").trim_end_matches("</p>");
            html = whole.strip_prefix('(').unwrap_or(whole).to_owned();
        }
        html.push_str(&self.footnotes.list());
        if self.raw {
            html = clean(&html);
        }
        let mut notes = std::mem::take(&mut self.notes);
        let (html, holes) = find_holes(&html, |value| self.hole(value, &mut notes));
        Noted::new(Prose::new(html, holes, self.headings), notes)
    }

    /// The hole for an address in the finished HTML: one of Markdown's, or one from raw HTML.
    fn hole(&self, value: &str, notes: &mut Vec<Diagnostic>) -> Option<Hole> {
        if let Some(number) =
            value.strip_prefix(HOLE_SCHEME).and_then(|rest| rest.strip_prefix(':'))
        {
            return self.links.get(number.parse::<usize>().ok()?).cloned();
        }
        let text = self.writing.text;
        let at = text.find(value).unwrap_or_default();
        let span = || (self.writing.place)(at..at + value.len());
        match destination(value) {
            Destination::Inside => Some(Hole::Link { target: value.to_owned(), span: span() }),
            Destination::Unsafe => {
                notes.push(unsafe_link(span(), value));
                None
            }
            Destination::Outside => None,
        }
    }
}

fn alert(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}

fn escape(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
